import { beforeEach, describe, expect, test } from 'vitest';
import { beginAnnotationRound } from '@/lib/server/data/annotation-rounds/begin-round';
import { rewordCard } from '@/lib/server/data/cards/change-card';
import { createCard } from '@/lib/server/data/cards/create-card';
import { linkPassage } from '@/lib/server/data/cards/occurrences';
import { takePosition } from '@/lib/server/data/cards/positions';
import { relateCard } from '@/lib/server/data/cards/relations';
import { openRound } from '@/lib/server/data/cards/rounds';
import { editAnnotation } from '@/lib/server/data/change-annotation';
import { db } from '@/lib/server/data/database';
import { setConsent } from '@/lib/server/data/export/consent';
import { readyExport } from '@/lib/server/data/export/prepared-exports';
import { decide } from '@/lib/server/data/moderation/decide';
import { subjectsOf } from '@/lib/server/data/moderation/subjects';
import { createRelease } from '@/lib/server/data/releases/releases';
import { editReply } from '@/lib/server/data/replies';
import { runDue } from '@/lib/server/jobs/worker';
import { exportingGroup } from './exporting-group.fixture';

process.env.RATE_LIMIT_FACTOR = '1000000';

/** A frozen release of two cards with an arrow and two answers, met in a passage that somebody answered. */
async function frozenGroup() {
  const club = await exportingGroup();
  const { group, owner, ann, bo, fox } = club;
  const draft = { kind: 'claim', details: '', operationalization: '', resolvesBy: null } as const;
  const propose = async (statement: string) => (await createCard(ann, group, { ...draft, statement })).id;
  const [card, other] = [await propose('Foxes jump.'), await propose('Dogs sleep.')];
  for (const one of [card, other])
    await linkPassage(ann, { group, card: one }, { annotation: fox, role: 'states' });
  await relateCard(ann, { group, card }, { type: 'supports', to: other, rationale: 'why' });
  for (const by of [ann, bo])
    await takePosition(by, { group, card }, { credence: 60, reason: 'So.', wouldChangeMind: '' });
  await setConsent(ann, group, 'named');
  await createRelease(owner, group, { title: 'Frozen', note: '' });
  await runDue('freeze');
  const ids = {
    annotation: fox,
    reply: (await db().reply.findFirstOrThrow({ where: { annotationId: fox } })).id,
    card,
    relation: (await db().relation.findFirstOrThrow({ where: { fromId: card } })).id,
    position: (await db().position.findFirstOrThrow({ where: { userId: ann.user.id } })).id,
  };
  const decided = async (verb: 'hide' | 'approve', kind: keyof typeof ids) => {
    const id = ids[kind];
    const { state } = (await subjectsOf(group, [id])).get(id)!;
    await decide(owner, group, { verb, reason: 'spam', note: '', items: [{ kind, id, state }] });
  };
  return { ...club, card, ids, decided };
}

let club: Awaited<ReturnType<typeof frozenGroup>>;
beforeEach(async () => {
  club = await frozenGroup();
});

/** Hidden, replaced by its author, and let through. */
async function replaced(kind: 'annotation' | 'reply' | 'card', change: () => Promise<unknown>) {
  await club.decided('hide', kind);
  await change();
  await club.decided('approve', kind);
}

const others = { comment: { markdown: 'Other words.' } };
const ifMatch = null;
const soon = () => new Date(Date.now() + 86_400_000).toISOString();

const withdrawals: [string, () => Promise<unknown>][] = [
  ['an annotation is hidden', () => club.decided('hide', 'annotation')],
  ['a reply is hidden', () => club.decided('hide', 'reply')],
  ['a card is hidden', () => club.decided('hide', 'card')],
  ['an answer is hidden', () => club.decided('hide', 'position')],
  ['a relation is hidden', () => club.decided('hide', 'relation')],
  [
    'other words of an annotation are let through',
    () => replaced('annotation', () => editAnnotation(club.ann, club.fox, { change: others, ifMatch })),
  ],
  [
    'other words of a reply are let through',
    () => replaced('reply', () => editReply(club.bo, club.ids.reply, { ...others, ifMatch })),
  ],
  [
    'another wording of a card is let through',
    () =>
      replaced('card', () =>
        rewordCard(
          club.ann,
          { group: club.group, card: club.card },
          { statement: 'Foxes walk.', wordingOnly: true, reason: '', ifMatch },
        ),
      ),
  ],
  ['an answer is taken back', () => db().position.deleteMany({ where: { userId: club.ann.user.id } })],
  ['a licence is taken back', () => db().essay.updateMany({ data: { licence: null } })],
  ['somebody asks to be left out', () => setConsent(club.bo, club.group, 'left-out')],
  ['a name is taken back', () => setConsent(club.ann, club.group, 'pseudonym')],
  [
    'a card is asked anew',
    () => openRound(club.owner, club.group, { title: 'Again', closes: soon(), cards: [club.card] }),
  ],
  [
    'its reader reads an essay alone',
    () =>
      beginAnnotationRound(club.owner, club.place, {
        title: 'Blind',
        guideline: '',
        tags: [],
        people: [club.ann.user.id, club.bo.user.id],
        revealWhenAllDone: true,
      }),
  ],
];

describe.each([
  ['a whole release', {}],
  ['a part of one', { tags: 'crux' }],
])('a file of %s is deleted instead of taken when', (_, choice) => {
  test.each(withdrawals)('%s', async (_, happens) => {
    const { id } = await club.made(club.bo, { release: '1', named: 'true', ...choice });
    expect((await club.take(club.bo, id)).status).toBe(200);
    await happens();
    expect((await club.take(club.bo, id)).status).toBe(410);
  });
});

test('nor is a file of marks alone taken once one of their authors takes a name back', async () => {
  const { id } = await club.made(club.bo, { release: '1', named: 'true', parts: 'annotations' });
  expect((await club.take(club.bo, id)).status).toBe(200);
  await setConsent(club.ann, club.group, 'pseudonym');
  expect((await club.take(club.bo, id)).status).toBe(410);
});

test('a file stays whoever goes away while it is compared', async () => {
  const { id } = await club.made(club.bo, { release: '1' });
  await expect(readyExport(club.bo, { group: club.group, id }, AbortSignal.abort())).rejects.toThrow();
  expect((await club.take(club.bo, id)).status).toBe(200);
});
