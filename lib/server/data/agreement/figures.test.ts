import { expect, test } from 'vitest';
import { GET as ofGroup } from '@/app/api/v1/groups/[group]/agreement.csv/route';
import { GET as ofEssay } from '@/app/api/v1/groups/[group]/essays/[essay]/agreement.csv/route';
import { GET as ofRound } from '@/app/api/v1/groups/[group]/essays/[essay]/rounds/[round]/agreement.csv/route';
import { revealAnnotationRound } from '@/lib/server/data/annotation-rounds/lead-round';
import { roundClub } from '@/lib/server/data/annotation-rounds/round-club.fixture';
import { statementsOf } from '@/lib/server/data/statements.fixture';

const { mo, ann, ben, begin, at, claim } = await roundClub('public');
const round = await begin();
for (const one of [ann, ben]) await claim(one, 'brown fox 🦊');
await revealAnnotationRound(mo, at(round));

/** Pairs and moves name people, and so does the adjudicated layer; who only opened a text is no figure. */
const ofNoTable = ['people', 'agreement-opened', 'decision-history'];

test.each([
  ['a group', ofGroup],
  ['an essay', ofEssay],
  ['a round', ofRound],
])('the table of %s has figures, and nothing is read for it that it does not have', async (_, get) => {
  let table = '';
  const asked = await statementsOf(async () => {
    const request = new Request('http://127.0.0.1:3000/');
    table = await (await get(request, { params: Promise.resolve(at(round)) })).text();
  });
  expect(table).toContain(',claim,krippendorff_alpha_tokens,1,');
  expect(asked.filter((name) => ofNoTable.includes(name))).toEqual([]);
});
