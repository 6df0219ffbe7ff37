import { describe, expect, test } from 'vitest';
import { Statement } from '@/lib/core/api/card-schemas';
import { readBelief } from '@/lib/core/crux/joint-belief';
import { beliefs, cards, relations } from './cards';
import { sampleGroup } from './sample';

describe.each(cards.map((card) => [card.statement, card] as const))('“%s”', (statement, card) => {
  test('is a statement, met in passages of the sample', () => {
    expect(Statement.parse(statement)).toBe(statement);
    const known = sampleGroup.essays.flatMap(({ annotations }) => annotations.map(({ id }) => id.slice(-4)));
    for (const digits of Object.keys(card.passages)) expect(known).toContain(digits);
    expect(Object.keys(card.passages).length).toBeGreaterThan(0);
  });
});

test('beliefs stand on a crux-for arrow and can hold with what their authors believe of both cards', () => {
  for (const { by, crux, target, ifTrue = null, ifFalse = null, strength = null } of beliefs) {
    expect(relations).toContainEqual(expect.objectContaining({ from: crux, to: target, type: 'crux-for' }));
    const of = (number: number) => cards[number - 1]?.positions[by] ?? null;
    const reading = readBelief({ crux: of(crux), target: of(target), ifTrue, ifFalse, strength });
    expect([by, crux, reading.kind]).toEqual([by, crux, 'coherent']);
  }
});
