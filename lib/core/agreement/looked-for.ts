import { grouped } from '@/lib/core/crux/grouped';
import type { Judge } from './annotated-text';
import type { Span } from './marks';

/** That somebody looked for a tag in a stretch of a text and marked all they found. Offsets in any one unit. */
export interface Check {
  person: string;
  /** Null: for every tag. */
  tag: string | null;
  /** Null: in all of it. */
  start: number | null;
  end: number | null;
}

/**
 * What those judged who looked through a text, whether or not they marked anything: a check says something of its tag and its
 * section alone, so a tag counts for whoever checked every section for it, and nothing is known of the rest. A tag of which
 * somebody checked a part does not count for them at all: Cohen's and Fleiss' κ and uα need a judgement of every token, and
 * the measures of a tag are to be of the same people and words.
 */
export function lookedThrough(
  checks: readonly Check[],
  { sections, tags }: { sections: readonly Span[]; tags: readonly string[] },
): Judge[] {
  return [...grouped(checks, ({ person }) => person)].flatMap(([id, own]): Judge[] => {
    const done = new Set(own.map(({ tag, start, end }) => keyOf(tag, start, end)));
    const isWhole = (tag: string | null) =>
      done.has(keyOf(tag, null, null)) ||
      (sections.length > 0 && sections.every(({ start, end }) => done.has(keyOf(tag, start, end))));
    if (isWhole(null)) return [{ id }];
    const lookedFor = tags.filter(isWhole);
    if (lookedFor.length === 0) return [];
    return [lookedFor.length === tags.length ? { id } : { id, lookedFor }];
  });
}

const keyOf = (tag: string | null, start: number | null, end: number | null) =>
  JSON.stringify([tag, start, end]);
