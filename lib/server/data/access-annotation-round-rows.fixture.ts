import { moderators, type Row } from './access-row.fixture';
import type { World } from './access-world.fixture';

const at = '/groups/{group}/essays/{essay}/rounds' as const;
const one = { ids: (world: World) => ({ round: world.ids.annotationRound }) };

/** Blind readings: one that asks the member and the owner to begin some day. */
export const annotationRoundRows: Row[] = [
  { key: `GET ${at}`, who: 'readers', status: 200 },
  {
    key: `POST ${at}`,
    who: moderators,
    status: 409,
    body: ({ ids }) => ({ title: 'Again', people: [ids.one, ids.other] }),
  },
  { key: `GET ${at}/{round}`, who: 'readers', status: 200, ...one },
  { key: `PATCH ${at}/{round}`, who: moderators, status: 200, body: () => ({ title: 'Otherwise' }), ...one },
  { key: `DELETE ${at}/{round}`, who: moderators, status: 204, ...one },
  {
    key: `PUT ${at}/{round}/done`,
    who: ['member', 'owner'],
    status: 409,
    body: () => ({ done: true }),
    ...one,
  },
  { key: `POST ${at}/{round}/reveal`, who: moderators, status: 409, ...one },
  { key: `POST ${at}/{round}/reminders`, who: moderators, status: 409, ...one },
  { key: `GET ${at}/{round}/agreement`, who: 'readers', status: 409, ...one },
  { key: `GET ${at}/{round}/agreement.csv`, who: 'readers', status: 409, ...one },
  { key: `GET ${at}/{round}/agreement/positions`, who: 'readers', status: 409, ...one },
  { key: `GET ${at}/{round}/agreement/positions.csv`, who: 'readers', status: 409, ...one },
];
