import { z } from 'zod';
import { Person } from '@/lib/core/annotation/annotation';
import type { Contracts } from './contract';
import { endBlindPhase } from './end-blind-phase';
import { Timestamp } from './timestamp';

const GroupVisibility = z.enum(['public', 'private']);
export const MemberRole = z.enum(['reader', 'member', 'moderator', 'owner']);
export type MemberRole = z.infer<typeof MemberRole>;

const name = z.string().trim().min(1).max(120);
const description = z.string().trim().max(2000);

const moderation = {
  /** So many contributions of a new member wait for a moderator before others see them. */
  reviewFirst: z.int().min(0).max(100),
  /** Members may read what moderators decided. */
  openLog: z.boolean(),
};

export const Group = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  visibility: GroupVisibility,
  ...moderation,
  version: z.int(),
  created: Timestamp,
  members: z.int(),
  essays: z.int(),
  /** The viewer's role; null for visitors of a public group. */
  role: MemberRole.nullable(),
  /** Contributions that wait for the viewer to moderate them; null for others, and in lists. */
  waiting: z.int().nullable(),
});
export type Group = z.infer<typeof Group>;

/** The line says the same as the colour, for those who see none. */
const look = {
  /** One of the four colours that stay apart for colour-blind readers. */
  slot: z.int().min(1).max(4),
  line: z.enum(['solid', 'dashed', 'dotted', 'double']),
};

/** A word of a group's vocabulary. */
export const Tag = z.object({
  slug: z.string(),
  name: z.string(),
  definition: z.string(),
  ...look,
  glyph: z.string(),
  shortcut: z.string().nullable(),
  retired: z.boolean(),
});
export type Tag = z.infer<typeof Tag>;

/** How to annotate in a group, in Markdown: for its members, and for whoever uses its corpus. */
export const Guideline = z.object({
  markdown: z.string(),
  /** 0 before there is any. */
  version: z.int(),
  /** All of them, newest first. */
  history: z.array(z.object({ version: z.int(), markdown: z.string(), created: Timestamp, editor: Person })),
});
export type Guideline = z.infer<typeof Guideline>;

/** What people may say about a word of the vocabulary. */
const word = {
  name: z.string().trim().min(1).max(40),
  definition: z.string().trim().max(500),
  ...look,
  glyph: z.string().min(1).max(4),
  shortcut: z
    .string()
    .regex(/^[a-z0-9]$/, 'One small letter or one digit.')
    .nullable(),
};

export const Member = z.object({ person: Person, role: MemberRole, joined: Timestamp });
export type Member = z.infer<typeof Member>;

export const Invitation = z.object({
  id: z.uuid(),
  role: MemberRole,
  expires: Timestamp,
  maxUses: z.int().nullable(),
  uses: z.int(),
  creator: Person,
  created: Timestamp,
});
export type Invitation = z.infer<typeof Invitation>;

export const groupContracts = {
  'GET /groups': {
    summary: 'All groups you belong to by name, then other public ones by slug; the latter in pages',
    scope: 'public',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      after: z.string().max(200).optional(),
    }),
    output: z.object({
      items: z.array(Group),
      /** `after` of the next page; null on the last. */
      next: z.string().nullable(),
    }),
  },
  'POST /groups': {
    summary: 'Create a group; you become its owner',
    scope: 'write',
    body: z.strictObject({
      id: z.uuidv7().optional(),
      name,
      description: description.default(''),
      visibility: GroupVisibility,
      slug: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters and digits, with single hyphens between.')
        .max(60)
        .optional(),
    }),
    output: Group,
    status: 201,
    limit: 'create-group',
  },
  'GET /groups/{group}': { summary: 'One group', scope: 'public', output: Group },
  'GET /groups/{group}/events': {
    summary:
      'Live events of a group and its members, or of its cards (server-sent events; Last-Event-ID or ?cursor resumes)',
    scope: 'public',
    query: z.strictObject({
      about: z.enum(['group', 'cards']).default('group'),
      cursor: z.string().max(60).optional(),
    }),
    contentType: 'text/event-stream',
    output: z.string(),
    limit: 'connect',
  },
  'PATCH /groups/{group}': {
    summary: 'Change name, description, visibility or how it is moderated',
    scope: 'write',
    body: z.strictObject({
      name: name.optional(),
      description: description.optional(),
      visibility: GroupVisibility.optional(),
      reviewFirst: moderation.reviewFirst.optional(),
      openLog: moderation.openLog.optional(),
    }),
    output: Group,
    ifMatch: true,
    limit: 'edit',
  },
  'DELETE /groups/{group}': {
    summary: 'Delete a group with its annotations; the name confirms',
    scope: 'write',
    body: z.strictObject({ name: z.string() }),
    limit: 'edit',
  },
  'GET /groups/{group}/guideline': {
    summary: 'How to annotate in a group, and what it said before',
    scope: 'public',
    output: Guideline,
  },
  'PUT /groups/{group}/guideline': {
    summary: 'Change how to annotate in a group; what it said before is kept',
    scope: 'write',
    body: z.strictObject({ markdown: z.string().trim().max(50_000) }),
    output: Guideline,
    ifMatch: true,
    limit: 'edit',
  },
  'GET /groups/{group}/tags': {
    summary: 'The vocabulary of a group, in order',
    scope: 'public',
    output: z.object({ items: z.array(Tag) }),
  },
  'POST /groups/{group}/tags': {
    summary: 'Add a word to the vocabulary',
    scope: 'write',
    body: z.strictObject({
      ...word,
      definition: word.definition.default(''),
      shortcut: word.shortcut.default(null),
    }),
    output: Tag,
    status: 201,
    limit: 'edit',
  },
  'PATCH /groups/{group}/tags/{tag}': {
    summary: 'Rename, restyle, retire or bring back a word; annotations follow',
    scope: 'write',
    body: z.strictObject(word).partial().extend({ retired: z.boolean().optional() }),
    output: Tag,
    limit: 'edit',
  },
  'GET /groups/{group}/members': {
    summary: 'Members of a group',
    scope: 'public',
    output: z.object({ items: z.array(Member) }),
  },
  'PATCH /groups/{group}/members/{user}': {
    summary:
      "Change a member's role; making somebody owner transfers nothing by itself. 409 where it would end a blind reading, unless told to",
    scope: 'write',
    body: z.strictObject({ role: MemberRole, endBlindPhase }),
    output: Member,
    limit: 'edit',
  },
  'DELETE /groups/{group}/members/{user}': {
    summary:
      'Remove a member, or leave when it is you; annotations stay. 409 where it would end a blind reading, unless told to',
    scope: 'write',
    query: z.strictObject({ endBlindPhase: z.stringbool().default(false) }),
    limit: 'edit',
  },
  'GET /groups/{group}/invitations': {
    summary: 'Invitations that still work',
    scope: 'read',
    output: z.object({ items: z.array(Invitation) }),
  },
  'POST /groups/{group}/invitations': {
    summary: 'Make an invitation link; its token is shown once',
    scope: 'write',
    body: z.strictObject({
      id: z.uuidv7().optional(),
      role: MemberRole.default('member'),
      days: z.int().min(1).max(90).default(14),
      maxUses: z.int().min(1).max(1000).nullable().default(null),
    }),
    output: Invitation.extend({ token: z.string(), url: z.string() }),
    secret: true,
    status: 201,
    limit: 'invite',
  },
  'DELETE /groups/{group}/invitations/{id}': {
    summary: 'Revoke an invitation',
    scope: 'write',
    limit: 'edit',
  },
  'POST /invitations/{token}/acceptance': {
    summary: 'Join the group an invitation leads to',
    scope: 'write',
    output: Group,
    limit: 'try-invitation',
  },
} satisfies Contracts;
