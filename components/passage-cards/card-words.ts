import type { Desk } from '@/components/annotation/desk';
import { placeOf } from '@/components/annotation/draft-key';
import { newId } from '@/components/annotation/new-id';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { quoteOf } from '@/lib/core/annotation/highlight';
import type { CardKind } from '@/lib/core/api/card-schemas';
import { statementFrom } from '@/lib/core/crux/statement-from';
import { type CommentDocument, commentToText } from '@/lib/core/essay/comment-document';

export const kinds: readonly CardKind[] = ['claim', 'crux', 'failure-mode'];

/** A card that is being written. Its id is there from the start, so that sending it again makes no second one. */
export interface CardWords {
  id: string;
  kind: CardKind;
  statement: string;
}

/** What the note suggests. */
function suggested({ store }: Desk, { tags, comment, ...note }: Annotation): CardWords {
  return {
    id: newId(),
    kind: kinds.find((kind) => tags.includes(kind)) ?? 'claim',
    statement: statementFrom({
      comment: comment && commentToText(comment.document as CommentDocument),
      quote: quoteOf(note),
      language: store.reading.essay.language,
    }),
  };
}

const keyOf = ({ store }: Desk, note: string) => `cruxbook.card/${placeOf(store.reading)}/${note}`;

/** What was typed for this note before and not sent, else what the note suggests. */
export function wordsFor(desk: Desk, note: Annotation): CardWords {
  const fresh = suggested(desk, note);
  try {
    return { ...fresh, ...JSON.parse(localStorage.getItem(keyOf(desk, note.id)) ?? '{}') };
  } catch {
    return fresh;
  }
}

/** A browser without storage loses what is typed when the page goes, never the page. */
export function keepWords(desk: Desk, note: string, words: CardWords): void {
  try {
    localStorage.setItem(keyOf(desk, note), JSON.stringify(words));
  } catch {}
}

export function forgetWords(desk: Desk, note: string): void {
  try {
    localStorage.removeItem(keyOf(desk, note));
  } catch {}
}
