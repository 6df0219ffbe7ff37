import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryCorpus } from '@/lib/core/corpus/arbitrary-corpus';
import type { CorpusRecord } from '@/lib/core/corpus/corpus';
import { takesAll } from '@/lib/core/export/export-format';
import { allOfRelease } from './asked-of-release';
import { countLeftOut } from './left-out';
import { asFrozen } from './release-standing.fixture';
import { type ReleaseStanding, showRelease } from './shown-record';
import { surveyRelease } from './survey-release';

/** Of each kind; of replies, those that have words. */
function counted(records: readonly CorpusRecord[]) {
  const annotations = records.filter((record) => record.kind === 'annotation');
  const cards = records.filter((record) => record.kind === 'card');
  const checks = records.flatMap((record) => (record.kind === 'coverage' ? record.checks : []));
  return {
    annotations: annotations.length,
    replies: annotations.flatMap(({ replies }) => replies.filter(({ words }) => words)).length,
    cards: cards.length,
    relations: cards.flatMap(({ relations }) => relations).length,
    positions: cards.flatMap(({ positions }) => positions).length,
    checks: checks.length,
  };
}

const shown = (records: readonly CorpusRecord[], standing: ReleaseStanding) => {
  const survey = surveyRelease(standing, takesAll, allOfRelease);
  for (const record of records) survey.write(record);
  const show = showRelease(standing, survey.end());
  return records.flatMap((record) => show(record) ?? []);
};

const idsOf = (records: readonly CorpusRecord[]) =>
  records.flatMap((record): string[] => {
    if (record.kind === 'annotation') return [record.id, ...record.replies.map(({ id }) => id)];
    return record.kind === 'card' ? [record.id, ...record.positions.map(({ id }) => id)] : [];
  });

test('what is left out and what comes are together what was frozen', () => {
  fc.assert(
    fc.property(arbitraryCorpus(), fc.nat(7), fc.func(fc.nat(3)), (records, out, chance) => {
      const people = [...new Set(JSON.stringify(records).match(/(?<="person":\{"id":")[^"]+/g))];
      const left = new Set(people.filter((_, i) => (out >> i) & 1));
      const gone = new Set(idsOf(records).filter((id) => chance(id) === 0));
      const standing: ReleaseStanding = {
        ...asFrozen,
        isGone: (id) => gone.has(id),
        personOf: (user) => (left.has(user) ? null : asFrozen.personOf(user)),
      };
      const count = countLeftOut(standing);
      for (const record of records) count.write(record);
      const { byConsent, takenBack } = count.end();
      const [all, come] = [counted(records), counted(shown(records, standing))];
      for (const kind of Object.keys(all) as (keyof typeof all)[])
        expect([kind, byConsent[kind] + takenBack[kind]]).toEqual([kind, all[kind] - come[kind]]);
      if (left.size === 0) expect(Object.values(byConsent).every((n) => n === 0)).toBe(true);
      if (gone.size === 0) expect(Object.values(takenBack).every((n) => n === 0)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
