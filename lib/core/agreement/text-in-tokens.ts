import { grouped } from '@/lib/core/crux/grouped';
import type { AnnotatedText, Judge } from './annotated-text';
import type { TextMark } from './contested-sentences';
import { type Tokens, tokensWithin } from './tokens';

/** A text as measures take it: what each of its judges marked, in tokens. */
export function textInTokens(
  tokens: Tokens,
  {
    readers,
    marks,
  }: { readers: readonly Judge[]; marks: readonly Pick<TextMark, 'author' | 'start' | 'end' | 'tags'>[] },
): AnnotatedText {
  const byAuthor = grouped(marks, ({ author }) => author);
  return {
    length: tokens.starts.length,
    annotators: readers.map((reader) => ({
      ...reader,
      spans: (byAuthor.get(reader.id) ?? []).map((mark) => ({
        ...tokensWithin(tokens, mark),
        tags: mark.tags,
      })),
    })),
  };
}
