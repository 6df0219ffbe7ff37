import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryCorpus } from '@/lib/core/corpus/arbitrary-corpus';
import type { CorpusCard, CorpusPerson, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords as exported } from '@/lib/core/corpus/corpus.fixture';
import { ada, bo, id } from '@/lib/core/corpus/corpus-names.fixture';
import { whatThereIs } from '@/lib/core/corpus/counted-words';
import { type Takes, takesAll } from '@/lib/core/export/export-format';
import { type AskedOfRelease, allOfRelease } from './asked-of-release';
import { asFrozen } from './release-standing.fixture';
import { type ReleaseStanding, showRelease } from './shown-record';
import { surveyRelease } from './survey-release';

/** What one believes on conditions is in one's own exports alone. */
const corpusRecords: CorpusRecord[] = exported.map((record) =>
  record.kind === 'card' ? { ...record, beliefs: [] } : record,
);

function taken(
  records: readonly CorpusRecord[],
  standing: Partial<ReleaseStanding>,
  takes: Partial<Takes> = {},
  asked: Partial<AskedOfRelease> = {},
) {
  const whole = { ...asFrozen, ...standing };
  const survey = surveyRelease(whole, { ...takesAll, ...takes }, { ...allOfRelease, ...asked });
  for (const record of records) survey.write(record);
  const surveyed = survey.end();
  const show = showRelease(whole, surveyed);
  return { ...surveyed, shown: records.flatMap((record) => show(record) ?? []) };
}

const without = (person: CorpusPerson) => (user: string) =>
  user === person.id ? null : asFrozen.personOf(user);
const only = (...names: string[]) => {
  const ids = new Set(names.map(id));
  return (one: string) => ids.has(one);
};
const idsOf = (records: readonly CorpusRecord[], kind: CorpusRecord['kind']) =>
  records.flatMap((record) => (record.kind === kind && 'id' in record ? record.id : []));
const cardOf = (records: readonly CorpusRecord[], number: number) =>
  records.find((record): record is CorpusCard => record.kind === 'card' && record.number === number);

describe('of a release comes', () => {
  test('everything, under the names of today, where nothing happened since', () => {
    const name = (user: string) => ({ id: `now-${user}`, name: 'Now', pseudonymous: true });
    const { shown, leftOut } = taken(corpusRecords, { personOf: name });
    expect(shown).toHaveLength(corpusRecords.length);
    expect([whatThereIs(leftOut.byConsent), whatThereIs(leftOut.takenBack)]).toEqual(['', '']);
    const told = JSON.stringify(shown);
    for (const { id, name } of [ada, bo]) {
      expect(told).not.toContain(`"name":${JSON.stringify(name)}`);
      expect(told).not.toContain(`"${id}"`);
    }
  });

  test('no more than a format holds where texts may not be passed on', () => {
    const { counts, texts } = taken(corpusRecords, {}, { withoutText: 'nothing' });
    expect([texts, taken(corpusRecords, {}).texts]).toEqual([1, 1]);
    expect(counts).toMatchObject({ documents: 1, annotations: 8, replies: 4, checks: 1, adjudications: 2 });
    const none = taken(corpusRecords, { mayPass: () => false }, { withoutText: 'nothing' }).counts;
    expect(none).toMatchObject({ documents: 0, annotations: 0, replies: 0, checks: 0 });
    expect(none.adjudicated).toBeUndefined();
    expect(none.cards).toBe(3);
  });

  test('word of how many positions are on cards that are still to be answered', () => {
    const { counts, hiddenPositions } = taken(corpusRecords, { isBlind: only('C1') });
    expect([counts.positions, hiddenPositions]).toEqual([0, 3]);
    expect(taken(corpusRecords, { isBlind: only('C1'), personOf: without(bo) }).hiddenPositions).toBe(1);
    expect(taken(corpusRecords, {}).hiddenPositions).toBe(0);
  });

  test('nothing of who asked to be left out, but what the group has accepted of theirs', () => {
    const { shown, leftOut, counts } = taken(corpusRecords, { personOf: without(bo) });
    expect(idsOf(shown, 'annotation')).toEqual(['a1', 'a2', 'a6', 'a8'].map(id));
    expect(JSON.stringify(shown)).not.toContain(bo.id);
    expect([leftOut.byConsent.annotations, leftOut.takenBack.annotations]).toEqual([5, 0]);
    expect(counts.annotations).toBe(4);
    const [first] = shown.filter(({ kind }) => kind === 'document');
    expect(first).toMatchObject({ slug: 'bet', annotations: 4 });
  });

  test('a thread without the answers that others do not see, but as places of those that answer them', () => {
    const { shown, counts, leftOut } = taken(corpusRecords, { isGone: only('r1', 'r2') });
    const thread = shown.find((record) => record.kind === 'annotation' && record.id === id('a2'));
    const replies = thread?.kind === 'annotation' ? thread.replies : [];
    expect(replies.map((reply) => [reply.id, reply.words !== null])).toEqual([
      [id('r3'), false],
      [id('r4'), true],
    ]);
    expect([counts.replies, leftOut.takenBack.replies]).toEqual([3, 2]);
  });

  test('a card with the wording that it had then, whoever wrote it and whatever steps it took since', () => {
    const stepped = corpusRecords.map((record) =>
      record.kind === 'card' ? { ...record, version: record.version + 1 } : record,
    );
    const { shown } = taken(stepped, { isWithheld: () => true });
    expect(cardOf(shown, 2)?.wordings.map(({ version }) => version)).toEqual([2]);
  });

  test('a card without the wordings of who is left out, where the one that it had is not among those frozen', () => {
    const earlier = corpusRecords.map((record) =>
      record.kind === 'card' ? { ...record, wordings: record.wordings.slice(0, 1) } : record,
    );
    expect(cardOf(earlier, 2)?.wordings).toHaveLength(1);
    const { shown } = taken(earlier, { isWithheld: () => true });
    expect(cardOf(shown, 2)?.wordings).toEqual([]);
  });

  test('a card without the passages, arrows and answers that do not come', () => {
    const { shown, relations } = taken(corpusRecords, { isGone: only('a1', 'C1') });
    expect(cardOf(shown, 1)?.occurrences.map(({ annotation }) => annotation)).not.toContain(id('a1'));
    expect(cardOf(shown, 2)).toBeUndefined();
    const arrows = shown.flatMap((record) => (record.kind === 'card' ? record.relations : []));
    expect(arrows.every(({ to }) => to !== id('C1'))).toBe(true);
    expect(new Set(arrows.map(({ id }) => id))).toEqual(relations);
  });

  test('no answer on a card that one has still to answer, and no words of those that are hidden', () => {
    const answered = corpusRecords.find(
      (record): record is CorpusCard => record.kind === 'card' && record.positions.length > 0,
    )!;
    const [position] = answered.positions;
    const blind = taken(corpusRecords, { isBlind: (card) => card === answered.id });
    expect(cardOf(blind.shown, answered.number)?.positions).toEqual([]);
    const silent = taken(corpusRecords, { isSilent: (one) => one === position!.id });
    expect(cardOf(silent.shown, answered.number)?.positions[0]).toMatchObject({
      credence: position!.credence,
      reason: '',
      wouldChangeMind: '',
    });
  });

  test('no text that may not be passed on any more, though its passages', () => {
    const { shown } = taken(corpusRecords, { mayPass: ({ slug }) => slug !== 'bet' });
    expect(shown.find(({ kind }) => kind === 'document')).toMatchObject({ text: null, structure: null });
    expect(idsOf(shown, 'annotation')).toHaveLength(9);
  });

  test('no decision of which no annotation comes, and of others those that do', () => {
    const { shown, counts } = taken(corpusRecords, { isGone: only('a1', 'a4') });
    const decisions = shown.flatMap((record) => (record.kind === 'adjudication' ? record : []));
    expect(decisions.map((one) => [one.id, one.annotations])).toEqual([[id('d1'), [id('a5')]]]);
    expect(counts).toMatchObject({ adjudications: 1, adjudicated: 1 });
  });

  test('a decision without its reason, where who gave it is left out', () => {
    const { shown } = taken(corpusRecords, { personOf: without(bo) });
    const told = shown.find((record) => record.kind === 'adjudication');
    expect(told).toMatchObject({ person: null, reason: '', annotations: [id('a1')] });
  });
});

describe('of what is asked for comes', () => {
  const asked = (choice: Partial<AskedOfRelease>) => taken(corpusRecords, {}, {}, choice);
  const marks = (choice: Partial<AskedOfRelease>) => idsOf(asked(choice).shown, 'annotation');
  const everything = marks({});
  const annotations = corpusRecords.filter((record) => record.kind === 'annotation');
  const where = (is: (record: (typeof annotations)[number]) => boolean) =>
    annotations.filter(is).map(({ id }) => id);

  test('who wrote it, what it bears, when it was made, and whether it is resolved', () => {
    expect(everything).toHaveLength(9);
    expect(marks({ people: [ada.id], authors: [ada.id] })).toEqual(
      where(({ person }) => person.id === ada.id),
    );
    const [tag] = annotations.find(({ tags }) => tags.length > 0)!.tags;
    expect(marks({ tags: [tag!] })).toEqual(where(({ tags }) => tags.includes(tag!)));
    const [, from, to] = annotations.map(({ created }) => created).sort();
    expect(marks({ from, to })).toEqual(where(({ created }) => created >= from! && created < to!));
    expect(marks({ status: 'resolved' })).toEqual(where(({ resolved }) => resolved !== null));
    expect(marks({ status: 'open' })).toEqual(where(({ resolved }) => resolved === null));
  });

  test('words of the comment or the passage, in capitals or not, as they are shown', () => {
    const { quote } = annotations[0]!;
    expect(marks({ q: quote.toUpperCase() })).toContain(annotations[0]!.id);
    expect(marks({ q: 'nothing says so' })).toEqual([]);
  });

  test('cards that are met in it, with the passages and arrows that come', () => {
    const met = annotations.find(({ cards }) => cards.length > 0)!;
    const { shown, cards } = asked({ from: met.created, people: [met.person.id], authors: [met.person.id] });
    const come = shown.filter((record) => record.kind === 'card');
    expect(come.map(({ relations }) => relations.length)).toEqual([0, 1]);
    for (const { occurrences, relations } of come) {
      expect(occurrences.length).toBeGreaterThan(0);
      expect(relations.every(({ to }) => to === null || cards.has(to))).toBe(true);
    }
    expect(asked({ q: 'nothing says so' }).cards.size).toBe(0);
  });

  test('no card of which an annotation in it does not come', () => {
    const { shown, cards } = asked({ scope: 'mine', own: [ada.id] });
    const named = shown.flatMap((record) => (record.kind === 'annotation' ? record.cards : []));
    expect(named).toHaveLength(2);
    expect(named.every(({ id }) => cards.has(id))).toBe(true);
  });

  test('one essay, and whether there is one', () => {
    const { shown, hasEssay, listed } = asked({ essay: 'bet', essays: ['bet'] });
    expect([hasEssay, idsOf(shown, 'document')]).toEqual([true, listed.map(({ id }) => id)]);
    expect(asked({ essay: 'nowhere', essays: [] })).toMatchObject({
      hasEssay: false,
      counts: { documents: 0 },
    });
  });
});

test('of any corpus, whatever happened since and whatever is asked for, the counts are of what comes', () => {
  const arbitraryStanding = fc.record({ gone: fc.func(fc.boolean()), out: fc.func(fc.boolean()) });
  const arbitraryAsked = fc.record(
    {
      scope: fc.constantFrom('group' as const, 'mine' as const),
      own: fc.constantFrom([ada.id], []),
      status: fc.constantFrom('open' as const, 'resolved' as const, 'all' as const),
      q: fc.constantFrom('a', 'e'),
      parts: fc.subarray(allOfRelease.parts),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(arbitraryCorpus(), arbitraryStanding, arbitraryAsked, (corpus, { gone, out }, asked) => {
      const standing = {
        isGone: (one: string) => gone(one),
        personOf: (user: string) => (out(user) ? null : asFrozen.personOf(user)),
      };
      const { shown, counts, annotations } = taken(corpus, standing, {}, asked);
      const of = (kind: CorpusRecord['kind']) => shown.filter((record) => record.kind === kind).length;
      const all = <T>(parts: (record: CorpusRecord) => readonly T[]) => shown.flatMap(parts).length;
      expect({ adjudications: 0, adjudicated: 0, ...counts }).toMatchObject({
        annotations: of('annotation'),
        documents: of('document'),
        cards: of('card'),
        replies: all((one) => (one.kind === 'annotation' ? one.replies : [])),
        relations: all((one) => (one.kind === 'card' ? one.relations : [])),
        positions: all((one) => (one.kind === 'card' ? one.positions : [])),
        checks: all((one) => (one.kind === 'coverage' ? one.checks : [])),
        adjudications: of('adjudication'),
        adjudicated: all((one) => (one.kind === 'adjudication' ? one.marks : [])),
      });
      const told = shown.flatMap((one) => (one.kind === 'document' ? one.annotations : []));
      expect(told.reduce((sum, n) => sum + n, 0)).toBe(counts.annotations);
      expect([...annotations.values()].reduce((sum, n) => sum + n, 0)).toBe(counts.annotations);
    }),
  );
});
