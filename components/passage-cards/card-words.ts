import type { Desk } from '@/components/annotation/desk';
import { placeOf } from '@/components/annotation/draft-key';
import { newId } from '@/components/annotation/new-id';
import { store, stored } from '@/components/browser-storage';
import { cardKinds } from '@/components/crux/kind-fields';
import type { NewCard } from '@/components/crux/new-card/new-card-form';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { quoteOf } from '@/lib/core/annotation/highlight';
import { type SuggestedStatement, statementsFrom } from '@/lib/core/crux/statement-from';
import { type CommentDocument, commentToText } from '@/lib/core/essay/comment-document';

/** What the note's comment and its passage say, as statements; the likelier first. */
export const suggestedBy = ({ store }: Desk, { comment, ...note }: Annotation): SuggestedStatement[] =>
  statementsFrom({
    comment: comment && commentToText(comment.document as CommentDocument),
    quote: quoteOf(note),
    language: store.reading.essay.language,
  });

const keyOf = ({ store }: Desk, note: string) => `cruxbook.card/${placeOf(store.reading)}/${note}`;

/** What was typed for this note before and not sent, else what the note suggests. */
export function wordsFor(desk: Desk, note: Annotation): NewCard {
  return {
    id: newId(),
    kind: cardKinds.find((kind) => note.tags.includes(kind)) ?? 'claim',
    statement: suggestedBy(desk, note)[0]?.statement ?? '',
    details: '',
    ...stored<Partial<NewCard>>('localStorage', keyOf(desk, note.id)),
  };
}

export const keepWords = (desk: Desk, note: string, words: NewCard): void =>
  store('localStorage', keyOf(desk, note), words);

export const forgetWords = (desk: Desk, note: string): void => store('localStorage', keyOf(desk, note), null);
