import { adjudicationRows } from './access-adjudication-rows.fixture';
import { author, moderators, type Row, readers } from './access-row.fixture';
import type { Caller, World } from './access-world.fixture';

/** Who sees what is held: here the member, who wrote it, and moderators. To everybody else it is not there. */
const seers: Caller[] = [...author, ...moderators];
const held = (name: string) => ({
  about: 'that is held',
  hidden: true as const,
  ids: (world: World) => ({ id: world.ids[name], card: world.ids.heldCard }),
});
const note = { who: seers, ...held('heldAnnotation') };
const reply = { who: seers, ...held('heldReply') };
const card = { who: seers, ...held('heldCard') };
/** Moderators see it, but may not put words into its author's mouth. */
const authorOnly = { who: author, except: { moderator: 403, owner: 403 } };
const comment = () => ({ comment: { markdown: 'Other words.' } });

export const moderationRows: Row[] = [
  ...adjudicationRows,
  { key: 'GET /annotations/{id}', status: 200, ...note },
  { key: 'GET /annotations/{id}/history', status: 200, ...note },
  { key: 'PATCH /annotations/{id}', status: 200, body: comment, ...note, ...authorOnly },
  { key: 'DELETE /annotations/{id}', status: 204, ...note },
  { key: 'PUT /annotations/{id}/resolution', status: 200, ...note },
  { key: 'PUT /annotations/{id}/reactions/{kind}', status: 200, ...note },
  { key: 'POST /annotations/{id}/replies', status: 201, body: comment, ...note },
  { key: 'GET /replies/{id}/history', status: 200, ...reply },
  { key: 'PATCH /replies/{id}', status: 200, body: comment, ...reply, ...authorOnly },
  { key: 'DELETE /replies/{id}', status: 204, ...reply },
  { key: 'PUT /replies/{id}/reactions/{kind}', status: 200, ...reply },
  { key: 'GET /groups/{group}/cards/{card}', status: 200, ...card },
  { key: 'GET /groups/{group}/cards/{card}/history', status: 200, ...card },
  {
    key: 'PATCH /groups/{group}/cards/{card}',
    status: 200,
    body: () => ({ statement: 'Otherwise.' }),
    ...card,
  },
  { key: 'GET /groups/{group}/cards/{card}/positions', status: 200, ...card },
  {
    key: 'POST /groups/{group}/cards/{card}/positions',
    status: 201,
    body: () => ({ credence: 70 }),
    ...card,
  },
  {
    key: 'POST /groups/{group}/cards/{card}/occurrences',
    status: 201,
    body: (world) => ({ annotation: world.ids.annotation }),
    ...card,
  },
  {
    key: 'POST /groups/{group}/flags',
    who: readers,
    status: 201,
    body: (world) => ({ kind: 'annotation', id: world.ids.ofExMember, reason: 'spam' }),
  },
  {
    key: 'POST /groups/{group}/flags',
    status: 201,
    body: (world) => ({ kind: 'annotation', id: world.ids.heldAnnotation, reason: 'appeal' }),
    about: 'that asks for another look',
    who: author,
    except: { reader: 404, moderator: 422, owner: 422 },
  },
  {
    key: 'POST /groups/{group}/flags',
    status: 201,
    body: (world) => ({ kind: 'relation', id: world.ids.relation, reason: 'unkind' }),
    about: 'on the words of a link',
    who: readers,
    except: { member: 422 },
  },
  {
    // Others' answers are seen after one's own, or by those who cannot answer.
    key: 'POST /groups/{group}/flags',
    status: 201,
    body: (world) => ({ kind: 'position', id: world.ids.position, reason: 'unkind' }),
    about: 'on the words of an answer',
    who: ['reader'],
    except: { member: 422, moderator: 404, owner: 404 },
  },
  {
    key: 'DELETE /groups/{group}/flags/{id}',
    who: ['reader'],
    status: 204,
    except: { member: 404, moderator: 404, owner: 404 },
    ids: (world) => ({ id: world.ids.flag }),
  },
  { key: 'GET /groups/{group}/moderation/queue', who: moderators, status: 200 },
  {
    key: 'GET /groups/{group}/moderation/queue/{id}',
    who: moderators,
    status: 200,
    ids: (world) => ({ id: world.ids.annotation }),
  },
  {
    key: 'POST /groups/{group}/moderation/decisions',
    who: moderators,
    status: 200,
    body: (world) => ({
      verb: 'hide',
      items: [{ kind: 'reply', id: world.ids.replyOfExMember, state: '1-shown-0' }],
    }),
  },
  {
    key: 'PUT /groups/{group}/moderation/snoozes/{id}',
    who: moderators,
    status: 204,
    body: () => ({ hours: 1 }),
  },
  { key: 'DELETE /groups/{group}/moderation/snoozes/{id}', who: moderators, status: 204 },
  { key: 'GET /groups/{group}/moderation/own', who: 'readers', signedIn: true, status: 200 },
  { key: 'GET /groups/{group}/moderation/log', who: moderators, status: 200 },
  { key: 'GET /groups/{group}/moderation/log/file', who: moderators, status: 200 },
  { key: 'POST /groups/{group}/moderation/log/{entry}/undo', who: moderators, status: 201 },
  { key: 'GET /groups/{group}/bans', who: moderators, status: 200 },
  {
    key: 'PUT /groups/{group}/bans/{user}',
    who: moderators,
    status: 204,
    body: () => ({ reason: 'Enough.' }),
  },
  {
    key: 'DELETE /groups/{group}/bans/{user}',
    who: moderators,
    status: 204,
    ids: (world) => ({ user: world.ids.banned }),
  },
];
