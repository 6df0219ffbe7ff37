import { v7 } from 'uuid';
import { cardRows } from './access-card-rows.fixture';
import { exportRows } from './access-export-rows.fixture';
import { feedRows } from './access-feed-rows.fixture';
import { importRows } from './access-import-rows.fixture';
import { inboxRows } from './access-inbox-rows.fixture';
import { moderationRows } from './access-moderation-rows.fixture';
import { releaseRows } from './access-release-rows.fixture';
import { author, members, moderators, owners, type Row, readers } from './access-row.fixture';
import { searchRows } from './access-search-rows.fixture';
import { webhookRows } from './access-webhook-rows.fixture';
import { type Caller, type World, wordsOf } from './access-world.fixture';

const nobody: Caller[] = [];

const annotation = (name: string) => (world: World) => ({ id: world.ids[name] });
const ofExMember = { about: 'of an ex-member', ids: annotation('ofExMember') };
const hiddenOne = { about: 'that is private', ids: annotation('hidden'), hidden: true } as const;
const reply = { ids: annotation('reply') };
const replyOfExMember = { about: 'of an ex-member', ids: annotation('replyOfExMember') };
const comment = () => ({ comment: { markdown: 'Other words.' } });
const password = () => ({ password: 'unlikely grey teapots sing' });
const goodbye = () => ({ confirm: true });
const token = () => ({ name: 'Script', scope: 'read' });
const essayText = () => ({ format: 'text', content: `A new text ${v7()}.` });

/** One line an endpoint; a second for each thing of the kind that others may not touch. */
export const rows: Row[] = [
  { key: 'GET /openapi.json', who: 'anyone', status: 200 },
  { key: 'GET /site', who: 'administrator', status: 200 },
  { key: 'PATCH /site', who: 'administrator', status: 200, body: () => ({ signUp: 'open' }) },
  {
    key: 'POST /setup',
    who: 'anyone',
    status: 404,
    body: () => ({ token: 'guessed', name: 'Eve', email: 'eve@example.org', password: 'a long enough one' }),
  },
  {
    key: 'POST /users',
    who: 'anyone',
    status: 403,
    body: () => ({ name: 'Eve', email: 'eve@example.org', password: 'a long enough one' }),
  },
  {
    key: 'POST /session',
    who: 'anyone',
    status: 401,
    body: () => ({ email: 'eve@example.org', password: 'x' }),
  },
  { key: 'GET /me', who: 'account', status: 200 },
  { key: 'PATCH /me', who: 'account', status: 200, body: () => ({ name: 'Renamed' }) },
  { key: 'PUT /me/password', who: 'account', status: 204, body: password, bySession: true },
  { key: 'PUT /me/password', about: 'by token', who: 'nobody', status: 204, body: password },
  { key: 'GET /me/sessions', who: 'account', status: 200 },
  {
    key: 'DELETE /me/sessions/{id}',
    who: 'account',
    status: 204,
    ids: (world, caller) => ({ id: world.sessions[caller]?.id }),
    bySession: true,
  },
  {
    key: 'DELETE /me/sessions/{id}',
    about: 'of somebody else',
    who: 'account',
    status: 404,
    ids: (world, caller) => ({ id: world.sessions[caller === 'stranger' ? 'member' : 'stranger']?.id }),
    bySession: true,
  },
  {
    key: 'DELETE /me/sessions/{id}',
    about: 'by token',
    who: 'nobody',
    status: 204,
    ids: (world, caller) => ({ id: world.sessions[caller]?.id }),
  },
  { key: 'GET /me/accounts', who: 'account', status: 200 },
  {
    key: 'DELETE /me/accounts/{id}',
    about: 'of somebody else',
    who: 'account',
    status: 404,
    bySession: true,
    ids: (world, caller) => ({ id: world.linked[caller === 'stranger' ? 'member' : 'stranger'] }),
  },
  {
    key: 'DELETE /me/accounts/{id}',
    who: 'account',
    status: 204,
    bySession: true,
    ids: (world, caller) => ({ id: world.linked[caller] }),
  },
  {
    key: 'DELETE /me/accounts/{id}',
    about: 'by token',
    who: 'nobody',
    status: 204,
    ids: (world, caller) => ({ id: world.linked[caller] }),
  },
  { key: 'GET /me/tokens', who: 'account', status: 200 },
  { key: 'POST /me/tokens', who: 'account', status: 201, body: token, bySession: true },
  { key: 'POST /me/tokens', about: 'by token', who: 'nobody', status: 201, body: token },
  {
    key: 'DELETE /me/tokens/{id}',
    who: 'account',
    status: 204,
    ids: (world, caller) => ({ id: world.apiTokens[caller] }),
  },
  {
    key: 'DELETE /me/tokens/{id}',
    about: 'of somebody else',
    who: 'account',
    status: 404,
    ids: (world, caller) => ({ id: world.apiTokens[caller === 'stranger' ? 'member' : 'stranger'] }),
  },
  { key: 'GET /groups', who: 'anyone', status: 200 },
  { key: 'POST /groups', who: 'account', status: 201, body: () => ({ name: 'Mine', visibility: 'private' }) },
  { key: 'GET /groups/{group}', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/events', who: 'readers', status: 200 },
  { key: 'PATCH /groups/{group}', who: owners, status: 200, body: () => ({ description: 'New' }) },
  {
    key: 'DELETE /groups/{group}',
    who: owners,
    status: 204,
    body: ({ visibility }) => ({ name: wordsOf(visibility) }),
  },
  { key: 'GET /groups/{group}/tags', who: 'readers', status: 200 },
  {
    key: 'PUT /groups/{group}/essays/{essay}/sharing',
    who: moderators,
    status: 204,
    body: () => ({ share: true }),
  },
  {
    key: 'POST /groups/{group}/tags',
    who: moderators,
    status: 201,
    body: () => ({ name: 'Question', slot: 4, line: 'double', glyph: '●' }),
  },
  { key: 'PATCH /groups/{group}/tags/{tag}', who: moderators, status: 200, body: () => ({ retired: true }) },
  { key: 'GET /groups/{group}/members', who: 'readers', status: 200 },
  { key: 'PATCH /groups/{group}/members/{user}', who: owners, status: 200, body: () => ({ role: 'member' }) },
  { key: 'DELETE /groups/{group}/members/{user}', who: ['reader', ...moderators], status: 204 },
  { key: 'GET /groups/{group}/invitations', who: moderators, status: 200 },
  { key: 'POST /groups/{group}/invitations', who: moderators, status: 201, body: () => ({ role: 'reader' }) },
  {
    key: 'DELETE /groups/{group}/invitations/{id}',
    who: moderators,
    status: 204,
    ids: annotation('invitation'),
  },
  { key: 'POST /invitations/{token}/acceptance', who: 'account', status: 200, except: { banned: 409 } },
  { key: 'GET /groups/{group}/essays', who: 'readers', status: 200 },
  { key: 'POST /groups/{group}/essays', who: members, status: 201, body: essayText },
  { key: 'POST /groups/{group}/essays/preview', who: members, status: 200, body: essayText },
  { key: 'GET /groups/{group}/essays/{essay}', who: 'readers', status: 200 },
  {
    key: 'PATCH /groups/{group}/essays/{essay}',
    who: moderators,
    status: 200,
    body: () => ({ title: 'New' }),
  },
  { key: 'DELETE /groups/{group}/essays/{essay}', who: moderators, status: 204 },
  { key: 'GET /essays/{essay}/versions/{number}', who: 'readers', status: 200 },
  { key: 'GET /groups/{group}/essays/{essay}/reading', who: 'readers', signedIn: true, status: 200 },
  {
    key: 'PUT /groups/{group}/essays/{essay}/reading',
    who: 'readers',
    signedIn: true,
    status: 204,
    body: () => ({ offset: 1 }),
  },
  { key: 'GET /groups/{group}/essays/{essay}/events', who: 'readers', status: 200 },
  {
    key: 'PUT /groups/{group}/essays/{essay}/presence',
    who: readers,
    status: 204,
    body: () => ({ block: 0 }),
  },
  { key: 'GET /groups/{group}/essays/{essay}/annotations', who: 'readers', status: 200 },
  {
    key: 'POST /groups/{group}/essays/{essay}/annotations',
    who: members,
    status: 201,
    body: () => ({ target: { version: 1, selector: [{ type: 'TextQuoteSelector', exact: 'One essay' }] } }),
  },
  { key: 'GET /annotations/{id}', who: 'readers', status: 200 },
  { key: 'GET /annotations/{id}', who: author, status: 200, ...hiddenOne },
  { key: 'PATCH /annotations/{id}', who: author, status: 200, body: comment },
  { key: 'PATCH /annotations/{id}', who: author, status: 200, body: comment, ...hiddenOne },
  { key: 'PATCH /annotations/{id}', who: nobody, status: 200, body: comment, ...ofExMember },
  { key: 'DELETE /annotations/{id}', who: members, status: 204 },
  { key: 'DELETE /annotations/{id}', who: author, status: 204, ...hiddenOne },
  { key: 'DELETE /annotations/{id}', who: moderators, status: 204, ...ofExMember },
  {
    key: 'POST /annotations/{id}/restore',
    who: author,
    status: 200,
    ids: annotation('deleted'),
    hidden: true,
  },
  { key: 'GET /annotations/{id}/history', who: 'readers', status: 200 },
  { key: 'GET /annotations/{id}/history', who: author, status: 200, ...hiddenOne },
  { key: 'PUT /annotations/{id}/resolution', who: members, status: 200 },
  { key: 'PUT /annotations/{id}/resolution', who: moderators, status: 200, ...ofExMember },
  { key: 'DELETE /annotations/{id}/resolution', who: members, status: 200 },
  { key: 'PUT /annotations/{id}/reactions/{kind}', who: members, status: 200 },
  { key: 'PUT /annotations/{id}/reactions/{kind}', who: author, status: 200, ...hiddenOne },
  { key: 'DELETE /annotations/{id}/reactions/{kind}', who: members, status: 200 },
  { key: 'POST /annotations/{id}/replies', who: members, status: 201, body: comment },
  { key: 'POST /annotations/{id}/replies', who: author, status: 201, body: comment, ...hiddenOne },
  { key: 'PATCH /replies/{id}', who: author, status: 200, body: comment, ...reply },
  { key: 'PATCH /replies/{id}', who: nobody, status: 200, body: comment, ...replyOfExMember },
  { key: 'DELETE /replies/{id}', who: members, status: 204, ...reply },
  { key: 'DELETE /replies/{id}', who: moderators, status: 204, ...replyOfExMember },
  {
    key: 'POST /replies/{id}/restore',
    who: author,
    status: 200,
    ids: annotation('deletedReply'),
    hidden: true,
  },
  { key: 'GET /replies/{id}/history', who: 'readers', status: 200, ...reply },
  { key: 'PUT /replies/{id}/reactions/{kind}', who: members, status: 200, ...reply },
  { key: 'DELETE /replies/{id}/reactions/{kind}', who: members, status: 200, ...reply },
  { key: 'DELETE /me', who: 'account', status: 204, body: goodbye, bySession: true },
  { key: 'DELETE /me', about: 'by token', who: 'nobody', status: 204, body: goodbye },
  ...cardRows,
  ...inboxRows,
  ...exportRows,
  ...searchRows,
  ...importRows,
  ...moderationRows,
  ...webhookRows,
  ...feedRows,
  ...releaseRows,
];
