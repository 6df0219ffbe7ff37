import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCorpus } from '@/lib/core/corpus/arbitrary-corpus';
import type { CorpusAnnotation, CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import { at } from '@/lib/core/corpus/corpus-names.fixture';
import { corpusHead } from '@/lib/core/export/written-files.fixture';
import { annotationChanges } from './release-diff';
import { diffOf } from './release-diff.fixture';

describe('of any corpus', () => {
  test('nothing changed until itself', () => {
    fc.assert(
      fc.property(arbitraryCorpus(), (corpus) => {
        const { counts, annotations, cards, texts, words, guideline } = diffOf(corpus, corpus);
        expect(Object.values(counts).every((n) => n === 0)).toBe(true);
        expect([annotations, cards, texts, words, guideline]).toEqual([[], [], [], [], false]);
      }),
    );
  });

  /** What becomes of each annotation, one after the other. */
  const fates = ['same', ...annotationChanges] as const;
  const arbitraryFates = fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 12 });
  const altered: Record<string, (one: CorpusAnnotation) => Partial<CorpusAnnotation>> = {
    retagged: ({ tags }) => ({ tags: tags.includes('other') ? [] : [...tags, 'other'] }),
    're-anchored': ({ start }) => ({ start: start + 1 }),
    reworded: ({ comment }) => ({ comment: `${comment ?? ''}!` }),
    discussed: ({ resolved }) => ({ resolved: resolved ? null : { person: null, at: at(59) } }),
  };

  function pair(corpus: readonly CorpusRecord[], given: readonly (typeof fates)[number][]) {
    const counts = Object.fromEntries(annotationChanges.map((name) => [name, 0]));
    const [before, after]: [CorpusRecord[], CorpusRecord[]] = [[], []];
    let n = 0;
    for (const record of corpus) {
      const fate = record.kind === 'annotation' ? given[n++ % given.length]! : 'same';
      if (fate !== 'same') counts[fate]! += 1;
      if (fate !== 'added') before.push(record);
      if (fate !== 'removed')
        after.push(record.kind === 'annotation' ? { ...record, ...altered[fate]?.(record) } : record);
    }
    return { before, after, counts };
  }

  test('each change is told as what it is, and backwards what was added was removed', () => {
    fc.assert(
      fc.property(arbitraryCorpus(), arbitraryFates, (corpus, given) => {
        const { before, after, counts } = pair(corpus, given);
        expect(diffOf(before, after).counts).toEqual(counts);
        const { added, removed, ...same } = counts;
        expect(diffOf(after, before).counts).toEqual({ ...same, added: removed, removed: added });
      }),
    );
  });

  test('backwards, texts, cards and words that were added were removed', () => {
    const turned: Record<string, string> = { added: 'removed', removed: 'added' };
    const words = [corpusHead, { ...corpusHead, tags: corpusHead.tags.slice(2) }] as [CorpusHead, CorpusHead];
    fc.assert(
      fc.property(arbitraryCorpus(), arbitraryCorpus(), (one, other) => {
        const there = diffOf(one, other, { heads: words });
        const back = diffOf(other, one, { heads: [words[1], words[0]] });
        const texts = (of: typeof there, as = (change: string) => change) =>
          of.texts.map(({ change, title, number }) => `${as(change)} ${title} ${number}`).sort();
        const cards = (of: typeof there, as = (change: string) => change) =>
          of.cards.map(({ changes, statement }) => `${changes.map(as)} ${statement}`).sort();
        const turn = (change: string) => turned[change] ?? change;
        expect(texts(back, turn)).toEqual(texts(there));
        expect(cards(back, turn)).toEqual(cards(there));
        expect(back.words.map(({ slug, change }) => [slug, turn(change)])).toEqual(
          there.words.map(({ slug, change }) => [slug, change]),
        );
      }),
    );
  });
});
