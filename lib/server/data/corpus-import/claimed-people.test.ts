import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { corpusRecords } from '@/lib/core/corpus/corpus.fixture';
import { id } from '@/lib/core/corpus/corpus-names.fixture';
import { written as fileOf } from '@/lib/core/corpus-import/read-back.fixture';
import { jsonl } from '@/lib/core/export/jsonl/jsonl';
import { db } from '@/lib/server/data/database';
import { type Viewer, visitor } from '@/lib/server/data/viewer';
import { agreeToClaim, askToBe, externalPeople } from './external-people';
import { ann, ben, bring, imported, owner } from './imported-people.fixture';

describe('who is claimed', () => {
  test('may have what came since, private notes too, as the same member asks again', async () => {
    const { group, ada, place } = await imported();
    const claim = async () => {
      await askToBe(ann, place);
      await agreeToClaim(owner, place, ann.user.id);
    };
    const cameSince = async (viewer: Viewer) =>
      (await externalPeople(viewer, group)).find(({ person }) => person.id === ada)?.cameSince;
    await claim();
    expect(await cameSince(ann)).toBe(false);
    const more = corpusRecords.map((one) =>
      one.kind === 'annotation' && one.id === id('a1')
        ? { ...one, id: v7(), visibility: 'private' as const, quote: one.quote, replies: [], cards: [] }
        : one,
    );
    const { created } = await bring(group, fileOf(jsonl, more));
    expect(created.annotations).toBe(1);
    expect([await cameSince(ann), await cameSince(owner)]).toEqual([true, false]);
    await expect(askToBe(ben, place)).rejects.toMatchObject({ status: 409 });
    await claim();
    expect(await cameSince(ann)).toBe(false);
    const note = { authorId: ann.user.id, groupId: group, visibility: 'private' };
    expect(await db().annotation.count({ where: note })).toBe(1);
  });

  test('has what they check and believe by now as matched, and is told of what is new', async () => {
    const { group } = await imported();
    for (const { person } of await externalPeople(visitor, group)) {
      await askToBe(ann, { group, person: person.id });
      await agreeToClaim(owner, { group, person: person.id }, ann.user.id);
    }
    const told = async () => {
      const { matched, created, bad } = await bring(group);
      const reason = 'Whose it is has joined the group, and says so themselves.';
      const joined = bad.rows.filter((row) => row.reason === reason).map(({ what }) => what);
      return [matched.checks, created.checks, joined];
    };
    expect(await told()).toEqual([1, 0, []]);
    await db().sectionCheck.deleteMany({ where: { groupId: group } });
    expect(await told()).toEqual([0, 0, ['check for failure-mode']]);
  });
});
