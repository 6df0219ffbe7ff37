import { describe, expect, test } from 'vitest';
import { annotationPage } from '@/lib/server/data/annotation-list';
import { cruxSuggestions } from '@/lib/server/data/cards/crux-suggestions';
import { doubleCruxes } from '@/lib/server/data/cards/double-cruxes';
import { listCards } from '@/lib/server/data/cards/list-cards';
import { mapRelations } from '@/lib/server/data/cards/map-relations';
import { metCards } from '@/lib/server/data/cards/met-cards';
import { linkPassage, listOccurrences } from '@/lib/server/data/cards/occurrences';
import { peopleByCards } from '@/lib/server/data/cards/people-by-cards';
import { listPositions, takePosition } from '@/lib/server/data/cards/positions';
import { readCard } from '@/lib/server/data/cards/read-card';
import { relateCard } from '@/lib/server/data/cards/relations';
import { similarCards } from '@/lib/server/data/cards/similar-cards';
import { readingList } from '@/lib/server/data/essays';
import { feed } from '@/lib/server/data/event-feed';
import { cardsChannel, essayChannel, userChannel } from '@/lib/server/data/events';
import { inboxPage } from '@/lib/server/data/inbox/inbox';
import type { SignedIn } from '@/lib/server/data/person.fixture';
import { reactToReply } from '@/lib/server/data/reactions';
import { remember } from '@/lib/server/data/reading';
import { everything } from '@/lib/server/data/reading-group.fixture';
import { readingBody, readingHead } from '@/lib/server/data/reading-page';
import { createReply } from '@/lib/server/data/replies';
import { startPage } from '@/lib/server/data/start-page';
import { audienceOf } from '@/lib/server/events/event-audience';
import { runDue } from '@/lib/server/jobs/worker';
import { moderatedGroup } from './moderated-group.fixture';
import { undoDecision } from './undo-decision';

/** A word that stands in everything that is hidden, and nowhere else. */
const canary = 'Zanzibar';

async function group() {
  const club = await moderatedGroup();
  const { annotation, reply, card, ben, ann, place, group } = club;
  const open = await annotation('An open thought.', ben);
  const shown = await card('It rains.', ben);
  for (const who of [ann, ben, club.reader]) await remember(who, place, { all: true });
  const mention = `[@Ben](mention:${ben.user.id})`;
  const note = await annotation(`${canary} ${mention}`);
  const answer = await reply(`${canary} too, ${mention}`, open);
  const statement = await card(`It never rains in ${canary}.`);
  const at = { group, card: shown.id };
  await linkPassage(ann, at, { annotation: note.id, role: 'supports' });
  await relateCard(ann, at, { type: 'supports', to: statement.id, rationale: '' });
  const position = { reason: '', wouldChangeMind: '' };
  await takePosition(ben, at, { ...position, credence: 20 });
  await takePosition(ben, at, { ...position, credence: 60, because: { reply: answer.id } });
  await takePosition(ben, { group, card: statement.id }, { ...position, credence: 50 });
  while ((await runDue('tell')) > 0);
  const everyByte = async (viewer: SignedIn) => {
    const head = await readingHead(viewer, group, place.essay);
    const page = await annotationPage(viewer, { params: place, query: everything }, null);
    const filter = { sort: 'priority' as const, limit: 100 };
    return {
      page: JSON.parse(page.json).items,
      highlights: (await readingBody(viewer, head)).highlights,
      list: await readingList(viewer, group),
      start: (await startPage(viewer)).unread,
      cards: await listCards(viewer, group, { ...filter, offset: 0 }),
      search: await listCards(viewer, group, { ...filter, offset: 0, q: canary }),
      similar: await similarCards(viewer, group, { statement: `It never rains in ${canary}.` }),
      card: await readCard(viewer, at),
      passages: await listOccurrences(viewer, at),
      met: await metCards(viewer, place),
      suggestions: await cruxSuggestions(viewer, group),
      moved: (await listPositions(viewer, at)).moved,
      people: await peopleByCards(viewer, group, filter),
      map: await mapRelations(viewer, group),
      inbox: await inboxPage(viewer, { limit: 50, unread: 'false' }),
    };
  };
  return { ...club, open, shown, note, answer, statement, at, everyByte };
}

describe('what moderators hid', () => {
  test('is in nothing that a member reads, and back in all of it when the decision is taken back', async () => {
    const { note, answer, statement, decide, everyByte, ben, mod, group: id } = await group();
    const before = await everyByte(ben);
    for (const part of [
      'page',
      'highlights',
      'cards',
      'search',
      'similar',
      'card',
      'passages',
      'met',
    ] as const)
      expect(JSON.stringify(before[part]), part).toMatch(new RegExp(`${canary}|${note.id}|${answer.id}`));
    expect(before.moved).toHaveLength(1);
    const told = ({ inbox }: typeof before) => inbox.items.filter(({ kind }) => kind !== 'card');
    expect(told(before)).toHaveLength(2);
    const entries = await decide('hide', note, answer, statement);
    const hidden = await everyByte(ben);
    const bytes = JSON.stringify(hidden);
    for (const trace of [canary, note.id, statement.id]) expect(bytes).not.toContain(trace);
    expect(hidden.page[0].replies).toEqual([]);
    expect(hidden.highlights).toMatchObject([{ replies: 0 }]);
    expect(hidden.list).toMatchObject([{ annotations: 1, unread: 0 }]);
    expect(hidden.start).toEqual({});
    expect(hidden.cards.total).toBe(1);
    expect(hidden.moved).toEqual([]);
    expect(told(hidden)).toEqual([]);
    expect(hidden.inbox.unread).toBe(before.inbox.unread - 2);
    for (const { id: entry } of entries) await undoDecision(mod, id, entry);
    const { page: pageAgain, ...again } = await everyByte(ben);
    const active = ({ active: _, ...rest }: { active: string }) => rest;
    expect(pageAgain.map(active)).toEqual(before.page.map(active));
    const untimed = ({ cards: _, search: __, card: ___, page: ____, ...rest }: Partial<typeof before>) =>
      rest;
    expect(untimed(again)).toEqual(untimed(before));
  });

  test('cannot be answered, reacted to, linked or named as a cause by those who do not see it', async () => {
    const { open, answer, note, at, decide, ben } = await group();
    await decide('hide', note, answer);
    const tries = [
      createReply(ben, open.id, { comment: { markdown: 'Yes!' }, parent: answer.id }),
      createReply(ben, note.id, { comment: { markdown: 'Yes!' } }),
      reactToReply(ben, answer.id, { kind: 'agree', on: true }),
      linkPassage(ben, at, { annotation: note.id, role: 'states' }),
      takePosition(ben, at, { credence: 1, reason: '', wouldChangeMind: '', because: { reply: answer.id } }),
    ];
    const refused = await Promise.all(
      tries.map((one) =>
        one.then(
          () => 'done',
          ({ status }) => status,
        ),
      ),
    );
    expect(refused).toEqual([422, 404, 404, 404, 404]);
  });

  test('leaves its place, without words, where others answered it', async () => {
    const { open, answer, decide, everyByte, ben, ann } = await group();
    const below = await createReply(ben, open.id, { comment: { markdown: 'No.' }, parent: answer.id });
    await decide('hide', answer);
    const { page } = await everyByte(ben);
    expect(page[0].replies).toMatchObject([{ id: answer.id, comment: null, held: null }, { id: below.id }]);
    const mine = await everyByte(ann);
    const reply = mine.page.find(({ id }: { id: string }) => id === open.id).replies[0];
    expect(reply).toMatchObject({ comment: {}, held: { as: 'hidden' } });
  });

  test('is told live to each as they see it, and to the rest without what was done and by whom', async () => {
    const { open, note, answer, decide, essay, group: id, ann, ben, mod } = await group();
    const channel = essayChannel(id, essay);
    const { seq } = await feed(channel, Number.MAX_SAFE_INTEGER);
    await decide('hide', note, answer);
    const { events } = await feed(channel, seq);
    const seenBy = (user: string, moderates = false) =>
      events.map((event) => {
        const json = event.threads.get(audienceOf(event, { user, moderates, alone: false }));
        return json ? JSON.parse(json) : null;
      });
    expect(events).toMatchObject([
      { change: 'edited', actor: null },
      { change: 'edited', actor: null },
    ]);
    const byId = (one: string) => events.findIndex(({ entity }) => entity === one);
    expect(seenBy(ben.user.id)[byId(note.id)]).toBeNull();
    expect(seenBy(ben.user.id)[byId(open.id)]).toMatchObject({ id: open.id, replies: [] });
    for (const view of [seenBy(ann.user.id), seenBy(mod.user.id, true)]) {
      expect(view[byId(note.id)]).toMatchObject({ held: { as: 'hidden' } });
      expect(view[byId(open.id)].replies).toMatchObject([{ id: answer.id, held: { as: 'hidden' } }]);
    }
    expect(JSON.stringify(seenBy(ben.user.id))).not.toContain(canary);
  });

  test('and what its author does to it is news to nobody else', async () => {
    const { note, answer, statement, decide, essay, group: id, ann, ben } = await group();
    await decide('hide', note, answer, statement);
    const channels = [essayChannel(id, essay), cardsChannel(id)];
    const before = await Promise.all(channels.map((one) => feed(one, Number.MAX_SAFE_INTEGER)));
    await createReply(ann, note.id, { comment: { markdown: 'To myself.' } });
    await reactToReply(ann, answer.id, { kind: 'agree', on: true });
    await takePosition(
      ann,
      { group: id, card: statement.id },
      { credence: 9, reason: '', wouldChangeMind: '' },
    );
    const own = await feed(userChannel(ann.user.id), 0);
    expect(own.events.length).toBeGreaterThan(0);
    for (const [i, channel] of channels.entries()) {
      const { events } = await feed(channel, before[i]!.seq);
      for (const event of events) {
        expect(event.actor).toBeNull();
        expect(event.change).not.toMatch(/created|replied|reacted/);
        expect(
          event.threads.get(audienceOf(event, { user: ben.user.id, moderates: false, alone: false })) ?? '',
        ).not.toContain(canary);
      }
    }
  });

  test('is in no event that is read again after a break', async () => {
    const { open, note, answer, statement, decide, reply, essay, group: id, ann } = await group();
    const other = await reply('A word that stands.', open);
    await reactToReply(ann, answer.id, { kind: 'helpful', on: true });
    const told = async () => {
      const feeds = [await feed(essayChannel(id, essay), 0), await feed(cardsChannel(id), 0)];
      return feeds
        .flatMap(({ events }) => events)
        .filter(({ entity, actor }) => [open.id, note.id, statement.id].includes(entity) && actor !== null)
        .map(({ change, actor }) => `${change} by ${actor === ann.user.id ? 'Ann' : 'Ben'}`);
    };
    const stands = ['created by Ben', 'replied by Ann'];
    expect((await told()).sort()).toEqual(
      [...stands, 'created by Ann', 'replied by Ann', 'reacted by Ann', 'propose by Ann'].sort(),
    );
    await decide('hide', note, answer, statement);
    expect(await told()).toEqual(stands);
    await decide('approve', note, answer, statement);
    await decide('remove', other);
    expect((await told()).filter((one) => one === 'replied by Ann')).toHaveLength(1);
  });

  test('is on no page that two people share by chance', async () => {
    const { note, decide, everyByte, ann, ben, mod, reader } = await group();
    await decide('hide', note);
    const has = async (viewer: SignedIn) => JSON.stringify((await everyByte(viewer)).page).includes(note.id);
    expect([await has(mod), await has(reader), await has(ann), await has(ben)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('is in no pair of people', async () => {
    const { statement, decide, ann, ben, group: id } = await group();
    await takePosition(
      ann,
      { group: id, card: statement.id },
      { credence: 1, reason: '', wouldChangeMind: '' },
    );
    const pair = () => doubleCruxes(ann, id, [ann.user.id, ben.user.id]);
    expect((await pair()).shared).toHaveLength(1);
    await decide('hide', statement);
    expect((await pair()).shared).toEqual([]);
  });
});
