import { z } from 'zod';
import { Person } from '@/lib/core/annotation/annotation';
import { mailings } from '@/lib/core/inbox/next-mail';
import { followed, reasons } from '@/lib/core/inbox/reasons';
import type { Contracts } from './contract';
import { Timestamp } from './timestamp';

const GroupName = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });

/** Something that happened, as the viewer may see it now. */
export const InboxEntry = z.object({
  /** Of the entry. Of one thing there may be two: what was written, and that it waits for moderators. */
  id: z.uuid(),
  /**
   * Of what happened: the annotation or reply that was written, the entry in a card's or the moderators' log, what
   * waits for moderators, a round, the last of some adjudications, an imported person, a webhook that was turned off, or
   * an export in the background.
   */
  event: z.uuid(),
  kind: z.enum([
    'annotation',
    'reply',
    'card',
    'moderation',
    'review',
    'round',
    'annotation-round',
    'adjudication',
    'claim',
    'webhook',
    'export',
  ]),
  reason: z.enum(reasons),
  group: GroupName,
  /** Null: a moderator, since those decide as such; of adjudications several; of a webhook Cruxbook itself; of an export. */
  actor: Person.nullable(),
  /**
   * What was done, where that is not writing: the step of a card, why something waits for moderators, what turned a webhook off,
   * or that an export is `ready`, or why it failed.
   */
  verb: z.string().nullable(),
  /** The essay's title, the card's statement, the imported person's name, or the host that a webhook leads to; empty: the group. */
  about: z.string(),
  /** The group and, of an essay, what tells it from another of the same title, in words. */
  where: z.string(),
  /** The same for all entries of one thread or card, and for those of exports of one group. */
  thread: z.string(),
  /** The passage. */
  quote: z.string().nullable(),
  /**
   * What was written there, or the card that a card was related to and how, or how large an export is and until when it is kept,
   * as plain text; cut after some 300 characters.
   */
  words: z.string().nullable(),
  /** Where it stands, below the site's address. */
  path: z.string(),
  created: Timestamp,
  read: Timestamp.nullable(),
});
export type InboxEntry = z.infer<typeof InboxEntry>;

/** How often the inbox is mailed. */
const Mailing = z.enum(mailings);

export const MailSettings = z.object({
  /** Whether the site sends mail at all. */
  available: z.boolean(),
  mailing: Mailing,
  address: z.string().nullable(),
  /** Nothing is mailed to an address before its owner followed a link that was sent there. */
  confirmed: z.boolean(),
  /** When the mail server refused the address; choosing how often again tries again. */
  bounced: Timestamp.nullable(),
  groups: z.array(GroupName.extend({ muted: z.boolean() })),
});
export type MailSettings = z.infer<typeof MailSettings>;

const FollowedKind = z.enum(followed);
const Subscription = z.object({
  kind: FollowedKind,
  /** An id; of a tag its slug. */
  subject: z.string(),
  /** Of a thread: whoever takes part in it follows it by itself, and the viewer does not want to. */
  stopped: z.boolean(),
});

export const inboxContracts = {
  'GET /me/inbox': {
    summary: 'What you were told of, newest first, as far as you may see it now; in pages',
    scope: 'read',
    query: z.strictObject({
      unread: z.enum(['true', 'false']).default('false'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      /** `next` of the page before. */
      after: z.string().max(100).optional(),
    }),
    output: z.object({ items: z.array(InboxEntry), unread: z.int(), next: z.string().nullable() }),
  },
  'PATCH /me/inbox': {
    summary:
      'Mark entries read or unread: those with these `ids`, those of a `thread` but for decisions on what one wrote, or all. The answer names those that changed',
    scope: 'write',
    body: z.strictObject({
      read: z.boolean(),
      ids: z.array(z.uuid()).max(5000).optional(),
      /**
       * The entry's `thread`: an annotation, a card, a round or, of exports, a group. What waits for moderators stays: it is read when it is
       * decided. So do decisions of moderators and adjudications, which the thread does not show: mark them by their ids.
       */
      thread: z.uuid().optional(),
    }),
    output: z.object({ changed: z.array(z.uuid()), unread: z.int() }),
    limit: 'note',
  },
  'GET /me/events': {
    summary:
      'Live: how many entries are unread, whenever that changes (`inbox`), and the groups of yours whose moderation queue moved (`queue`)',
    scope: 'read',
    contentType: 'text/event-stream',
    output: z.string(),
    limit: 'connect',
  },
  'GET /me/mail': { summary: 'What is mailed to you', scope: 'read', output: MailSettings },
  'PATCH /me/mail': {
    summary: 'How often your inbox is mailed to you',
    scope: 'write',
    body: z.strictObject({ mailing: Mailing }),
    output: MailSettings,
    limit: 'edit',
  },
  'POST /me/mail/confirmation': {
    summary: 'Mail yourself a link that shows that the address is yours',
    scope: 'write',
    session: true,
    limit: 'mail-account',
  },
  'PUT /me/mail/confirmation': {
    summary: 'Confirm your address with the token of that link',
    scope: 'write',
    session: true,
    body: z.strictObject({ token: z.string().max(200) }),
    limit: 'sign-in',
  },
  'PUT /groups/{group}/mute': {
    summary: 'Mail nothing from this group; your inbox still has it',
    scope: 'write',
    limit: 'edit',
  },
  'DELETE /groups/{group}/mute': { summary: 'Mail from this group again', scope: 'write', limit: 'edit' },
  'GET /groups/{group}/subscriptions': {
    summary: 'What you chose to follow in a group, or to follow no more',
    scope: 'read',
    output: z.object({ items: z.array(Subscription) }),
  },
  'PUT /groups/{group}/subscriptions/{kind}/{subject}': {
    summary: 'Follow an essay, a thread, a card, a tag or a person in a group',
    scope: 'write',
    limit: 'edit',
  },
  'DELETE /groups/{group}/subscriptions/{kind}/{subject}': {
    summary: 'Follow it no more, also a thread that you take part in',
    scope: 'write',
    limit: 'edit',
  },
  'POST /unsubscribe/{token}': {
    summary: 'Turn mail off with the link of a mail, signed in or not (RFC 8058)',
    scope: 'public',
    anyOrigin: true,
    limit: 'edit',
  },
} satisfies Contracts;
