import { type Row, readers } from './access-row.fixture';
import type { World } from './access-world.fixture';

const inEssay = { ids: ({ ids }: World) => ({ kind: 'essay', subject: ids.essay }) };

/** Everybody has an inbox of their own; what is followed and muted in a group is for those who belong to it. */
export const inboxRows: Row[] = [
  { key: 'GET /me/inbox', who: 'account', status: 200 },
  { key: 'PATCH /me/inbox', who: 'account', status: 200, body: () => ({ read: true }) },
  { key: 'GET /me/events', who: 'account', status: 200 },
  { key: 'GET /me/mail', who: 'account', status: 200 },
  { key: 'PATCH /me/mail', who: 'account', status: 200, body: () => ({ mailing: 'weekly' }) },
  { key: 'POST /me/mail/confirmation', who: 'account', status: 409, bySession: true },
  { key: 'POST /me/mail/confirmation', about: 'by token', who: 'nobody', status: 204 },
  {
    key: 'PUT /me/mail/confirmation',
    who: 'account',
    status: 422,
    bySession: true,
    body: () => ({ token: 'guessed' }),
  },
  {
    key: 'PUT /me/mail/confirmation',
    about: 'by token',
    who: 'nobody',
    status: 204,
    body: () => ({ token: 'guessed' }),
  },
  { key: 'POST /unsubscribe/{token}', who: 'anyone', status: 404 },
  { key: 'PUT /groups/{group}/mute', who: readers, status: 204 },
  { key: 'DELETE /groups/{group}/mute', who: readers, status: 204 },
  { key: 'GET /groups/{group}/subscriptions', who: readers, status: 200 },
  { key: 'PUT /groups/{group}/subscriptions/{kind}/{subject}', who: readers, status: 204, ...inEssay },
  { key: 'DELETE /groups/{group}/subscriptions/{kind}/{subject}', who: readers, status: 204, ...inEssay },
];
