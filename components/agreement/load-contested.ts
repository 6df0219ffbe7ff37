import { api } from '@/components/api-client';
import type { ArticleView } from '@/components/reader/article-view';
import type { Reading } from '@/components/reader/reading';
import type { ContestedSentences } from '@/lib/core/api/agreement';

type Sentence = ContestedSentences['sentences'][number];

/** Contested sentences of the text on show; offsets are UTF-16 code units. */
export interface Contested {
  /** How many annotated it. */
  annotators: number;
  sentences: Sentence[];
}

export async function loadContested(
  { group, essay }: Pick<Reading, 'group' | 'essay'>,
  { points }: ArticleView,
): Promise<Contested> {
  const { version, annotators, sentences } = await api(
    'GET /groups/{group}/essays/{essay}/agreement/sentences',
    { params: { group: group.slug, essay: essay.slug } },
  );
  // A newer text has come since the page was loaded: its places are not these.
  if (version !== essay.number) return { annotators, sentences: [] };
  return {
    annotators,
    sentences: sentences.map((sentence) => ({
      ...sentence,
      start: points.toUtf16(sentence.start),
      end: points.toUtf16(sentence.end),
    })),
  };
}
