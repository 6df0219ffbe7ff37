import { describe, expect, test } from 'vitest';
import { person, type SignedIn } from '@/lib/server/data/person.fixture';
import { setBelief } from './beliefs';
import { curatingGroup, refusal } from './curating-group.fixture';
import { doubleCruxes } from './double-cruxes';
import { mapRelations } from './map-relations';
import { linkPassage } from './occurrences';
import { peopleByCards } from './people-by-cards';
import { takePosition } from './positions';
import { relateCard, reviewRelation } from './relations';

async function world() {
  const curating = await curatingGroup();
  const { at, group, propose, mod } = curating;
  return {
    ...curating,
    bob: await curating.join('Bob', 'member'),
    answer: (card: { id: string }, by: SignedIn, credence: number | null) =>
      takePosition(by, at(card), { credence, reason: '', wouldChangeMind: '' }),
    cards: async (count: number) => {
      const made = [];
      for (let i = 0; i < count; i++) made.push(await propose(`Statement ${i} of many, and unlike them.`));
      return made;
    },
    crux: (card: { id: string }, target: { id: string }) =>
      relateCard(mod, at(card), { type: 'crux-for', to: target.id, rationale: '' }),
    believe: (card: { id: string }, target: { id: string }, by: SignedIn, strength: 0 | 1 | 2 | 3) =>
      setBelief(by, { ...at(card), target: target.id }, { strength }),
    heat: (viewer: SignedIn, limit = 60) => peopleByCards(viewer, group, { sort: 'number', limit }),
    pair: (viewer: SignedIn, one: SignedIn, other: SignedIn) =>
      doubleCruxes(viewer, group, [one.user.id, other.user.id]),
  };
}

describe('people by cards', () => {
  test('holds every number the viewer may know, and says how many cards they do not', async () => {
    const { cards, answer, heat, ann, bob, reader } = await world();
    const [first, second, third] = await cards(3);
    for (const [card, credence] of [
      [first!, 10],
      [second!, 90],
      [third!, null],
    ] as const)
      await answer(card, bob, credence);
    await answer(first!, ann, 70);
    const known = await heat(ann);
    expect(known.cards.map(({ id }) => id)).toEqual([first!.id]);
    expect(known.blind).toBe(1);
    const cell = (name: string) => known.cells[known.people.findIndex((one) => one.name === name)]?.[0];
    expect([cell('Ann'), cell('Bob')]).toEqual([70, 10]);
    const free = await heat(reader);
    expect(free.cards.map(({ number }) => number).sort()).toEqual([first!.number, second!.number]);
    expect(free).toMatchObject({ blind: 0, more: 0, groups: { kind: 'too-little-data', people: 0 } });
  });

  test('shows the first cards of the order, and counts the others', async () => {
    const { cards, answer, heat, bob, reader } = await world();
    for (const card of await cards(3)) await answer(card, bob, 50);
    expect(await heat(reader, 2)).toMatchObject({ cards: [{ number: 1 }, { number: 2 }], more: 1 });
  });
});

describe('the arrows of a map', () => {
  test('carry what members say that rests on them, and leave out what was rejected', async () => {
    const { at, group, cards, crux, believe, answer, mod, ann, reader } = await world();
    const [card, target] = await cards(2);
    await crux(card!, target!);
    const unfit = await relateCard(ann, at(target!), { type: 'attacks', to: card!.id, rationale: '' });
    await reviewRelation(mod, { ...at(target!), id: unfit.id }, 'rejected');
    expect(await mapRelations(reader, group)).toMatchObject([
      { type: 'crux-for', from: card!.id, to: target!.id, load: null, k: 0 },
    ]);
    expect(await mapRelations(reader, group, [card!.id])).toHaveLength(1);
    expect(await mapRelations(reader, group, [target!.id])).toEqual([]);
    for (const one of [card!, target!]) await answer(one, ann, 50);
    await believe(card!, target!, ann, 3);
    const [arrow] = await mapRelations(reader, group);
    expect(arrow).toMatchObject({ k: 1, estimated: true });
    expect(arrow?.load).toBeGreaterThan(0);
  });
});

describe('double cruxes', () => {
  test('are found where both differ and both would move, with the passages of the card', async () => {
    const { at, cards, crux, believe, answer, pair, passage, ann, bob, mod } = await world();
    const [target, card, ...others] = await cards(6);
    for (const one of [target!, card!, ...others])
      for (const [by, credence] of [
        [ann, 80],
        [bob, 30],
        [mod, 50],
      ] as const)
        await answer(one, by, credence);
    await crux(card!, target!);
    await believe(card!, target!, ann, 3);
    expect(await pair(mod, ann, bob)).toMatchObject({ found: [], missing: [{ person: bob.user.id }] });
    await believe(card!, target!, bob, 2);
    const annotation = await passage('lazy dog', ann);
    await linkPassage(ann, at(card!), { annotation, role: 'supports' });
    const known = await pair(mod, ann, bob);
    expect(known.found).toMatchObject([
      {
        card: { id: card!.id },
        target: { id: target!.id },
        credences: [80, 30],
        passages: [{ annotation, role: 'supports' }],
      },
    ]);
    expect(known.shared).toHaveLength(6);
    const mirrored = await pair(mod, bob, ann);
    expect(mirrored.found[0]?.credences).toEqual([30, 80]);
    expect(mirrored.found[0]?.swings).toEqual(known.found[0]?.swings.toReversed());
  });

  test('rest on no card that the viewer has still to answer', async () => {
    const { cards, answer, pair, ann, bob, mod } = await world();
    for (const card of await cards(3)) for (const by of [ann, bob]) await answer(card, by, 50);
    expect(await pair(mod, ann, bob)).toMatchObject({ shared: [], blind: 3 });
    expect(await pair(ann, ann, bob)).toMatchObject({ blind: 0, found: [], needed: 5 });
    expect((await pair(ann, ann, bob)).shared).toHaveLength(3);
  });

  test('are for members, of two members', async () => {
    const { group, pair, ann, bob, reader } = await world();
    expect(await refusal(pair(reader, ann, bob))).toMatchObject({ status: 403 });
    expect(await refusal(pair(ann, ann, ann))).toEqual({ status: 422, code: 'same-person' });
    expect(await refusal(pair(ann, ann, await person('Eve')))).toMatchObject({ status: 404 });
    expect(await refusal(doubleCruxes(ann, group, ['x', ann.user.id]))).toMatchObject({ status: 404 });
  });
});
