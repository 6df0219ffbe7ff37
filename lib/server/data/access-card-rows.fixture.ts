import { annotationRoundRows } from './access-annotation-round-rows.fixture';
import { members, moderators, type Row } from './access-row.fixture';
import type { World } from './access-world.fixture';

const thing = (name: string) => ({ ids: (world: World) => ({ id: world.ids[name] }) });
const ofModerator = {
  about: "that is a moderator's",
  ids: (world: World) => ({ card: world.ids.canonical }),
};
const onLink = { ids: (world: World) => ({ target: world.ids.canonical }) };
const reworded = () => ({ statement: 'It is otherwise.' });
const step = (verb: string) => () => ({ verb, reason: 'It has to be.', source: 'A paper.' });

/** Cards, their passages and relations, and rounds of either kind. The card is the member's, and proposed; `canonical` is the moderator's. */
export const cardRows: Row[] = [
  { key: 'GET /groups/{group}/cards', who: 'readers', status: 200 },
  {
    key: 'POST /groups/{group}/cards',
    who: members,
    status: 201,
    body: () => ({ kind: 'claim', statement: 'It is so.' }),
  },
  { key: 'GET /groups/{group}/cards/similar', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/cards/relations', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/cards/heat-map', who: 'readers', status: 200 },
  {
    key: 'GET /groups/{group}/cards/double-cruxes/{one}/{other}',
    who: members,
    status: 200,
  },
  { key: 'GET /groups/{group}/essays/{essay}/cards', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/cards/{card}', who: 'readers', status: 200 },
  {
    key: 'PATCH /groups/{group}/cards/{card}',
    who: ['member', 'moderator', 'owner'],
    status: 200,
    body: reworded,
  },
  {
    key: 'PATCH /groups/{group}/cards/{card}',
    who: moderators,
    status: 200,
    body: reworded,
    ...ofModerator,
  },
  {
    key: 'POST /groups/{group}/cards/{card}/steps',
    about: 'accept',
    who: moderators,
    status: 200,
    body: step('accept'),
  },
  {
    key: 'POST /groups/{group}/cards/{card}/steps',
    about: 'withdraw',
    who: members,
    status: 200,
    body: step('withdraw'),
  },
  {
    key: 'POST /groups/{group}/cards/{card}/steps',
    who: moderators,
    status: 200,
    body: step('resolve-true'),
    ...ofModerator,
  },
  { key: 'GET /groups/{group}/cards/{card}/history', who: 'readers', status: 200 },
  {
    key: 'POST /groups/{group}/cards/{card}/occurrences',
    who: members,
    status: 201,
    body: (world) => ({ annotation: world.ids.annotation, role: 'supports' }),
  },
  {
    key: 'DELETE /groups/{group}/cards/{card}/occurrences/{id}',
    who: members,
    status: 204,
    ...thing('occurrence'),
  },
  {
    key: 'POST /groups/{group}/cards/{card}/relations',
    who: members,
    status: 201,
    body: (world) => ({ type: 'attacks', to: world.ids.canonical }),
  },
  {
    key: 'PATCH /groups/{group}/cards/{card}/relations/{id}',
    who: moderators,
    status: 200,
    body: () => ({ state: 'accepted' }),
    ...thing('relation'),
  },
  {
    key: 'DELETE /groups/{group}/cards/{card}/relations/{id}',
    who: members,
    status: 204,
    ...thing('relation'),
  },
  { key: 'GET /groups/{group}/cards/{card}/positions', who: 'readers', status: 200 },
  {
    key: 'POST /groups/{group}/cards/{card}/positions',
    who: members,
    status: 201,
    body: () => ({ credence: 70 }),
  },
  { key: 'GET /groups/{group}/cards/{card}/beliefs', who: 'readers', signedIn: true, status: 200 },
  {
    key: 'PUT /groups/{group}/cards/{card}/beliefs/{target}',
    who: members,
    status: 200,
    body: () => ({ ifTrue: 80, ifFalse: 20 }),
    ...onLink,
  },
  { key: 'DELETE /groups/{group}/cards/{card}/beliefs/{target}', who: members, status: 204, ...onLink },
  {
    key: 'GET /groups/{group}/cards/{card}/merge',
    who: moderators,
    status: 200,
    query: (world) => ({ into: world.ids.canonical! }),
  },
  {
    key: 'POST /groups/{group}/cards/{card}/merge',
    who: moderators,
    status: 200,
    body: (world) => ({ into: world.ids.canonical }),
  },
  {
    key: 'POST /groups/{group}/cards/{card}/split',
    who: moderators,
    status: 201,
    body: () => ({ kind: 'claim', statement: 'It is half so.' }),
  },
  { key: 'GET /groups/{group}/essays/{essay}/checks', who: 'readers', status: 200 },
  {
    key: 'PUT /groups/{group}/essays/{essay}/checks',
    who: members,
    status: 204,
    body: () => ({ version: 1, block: 0, tag: 'claim', checked: true }),
  },
  { key: 'GET /groups/{group}/coverage', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/coverage.csv', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/agreement', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/agreement.csv', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/agreement/positions', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/agreement/positions.csv', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/essays/{essay}/agreement', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/essays/{essay}/agreement.csv', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/essays/{essay}/agreement/sentences', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/rounds', who: 'readers', status: 200 },
  {
    key: 'POST /groups/{group}/rounds',
    who: moderators,
    status: 201,
    body: (world) => ({ title: 'Spring', closes: '2100-01-01T00:00:00Z', cards: [world.ids.card] }),
  },
  { key: 'GET /groups/{group}/rounds/{id}', who: 'readers', status: 200, ...thing('round') },
  {
    key: 'PATCH /groups/{group}/rounds/{id}',
    who: moderators,
    status: 200,
    body: () => ({ title: 'Summer' }),
    ...thing('round'),
  },
  { key: 'DELETE /groups/{group}/rounds/{id}', who: moderators, status: 204, ...thing('round') },
  {
    key: 'POST /groups/{group}/cards/{card}/history/{event}/undo',
    who: moderators,
    status: 200,
    ...ofModerator,
  },
  ...annotationRoundRows,
];
