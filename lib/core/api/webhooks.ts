import { z } from 'zod';
import { Person } from '@/lib/core/annotation/annotation';
import type { Contracts } from './contract';
import { Timestamp } from './timestamp';

/** Kinds of events that a group is told of live; messages name them with what happened, `annotation.created`. */
export const webhookEvents = ['annotation', 'card', 'essay', 'member', 'round', 'tag', 'group'] as const;
const WebhookEvents = z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length);

const WebhookUrl = z.url({ protocol: /^https?$/ }).max(2_048);

export const Webhook = z.object({
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.string()),
  creator: Person,
  created: Timestamp,
  /** First failure of those since it answered last; null while it answers. */
  failingSince: Timestamp.nullable(),
  /** Who turned it off: a person, its failures for three days, or its own answer 410 ("gone"). Null: it is on. */
  disabled: z.object({ by: z.enum(['person', 'failures', 'gone']), at: Timestamp }).nullable(),
  /** What became of the last message; null before the first. */
  last: z.object({ state: z.string(), code: z.int().nullable(), at: Timestamp }).nullable(),
});
export type Webhook = z.infer<typeof Webhook>;

/** A message, and what became of it. What the other side answered besides its status is kept nowhere. */
export const WebhookDelivery = z.object({
  id: z.uuid(),
  type: z.string(),
  created: Timestamp,
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  /** Status of the last answer. */
  code: z.int().nullable(),
  /** Why there was none, in a word or two. */
  problem: z.string().nullable(),
  tried: Timestamp.nullable(),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const webhookContracts = {
  'GET /groups/{group}/webhooks': {
    summary: 'Addresses that are told of what happens in a group',
    scope: 'read',
    output: z.object({ items: z.array(Webhook) }),
  },
  'POST /groups/{group}/webhooks': {
    summary: 'Have an address told; the answer holds the secret that messages are signed with, once',
    scope: 'write',
    body: z.strictObject({ url: WebhookUrl, events: WebhookEvents }),
    output: Webhook.extend({ secret: z.string() }),
    status: 201,
    secret: true,
    limit: 'edit',
  },
  'PATCH /groups/{group}/webhooks/{id}': {
    summary: 'Change what a webhook is told of, or turn it off or on again',
    scope: 'write',
    body: z.strictObject({ events: WebhookEvents.optional(), enabled: z.boolean().optional() }),
    output: Webhook,
    limit: 'edit',
  },
  'DELETE /groups/{group}/webhooks/{id}': {
    summary: 'Delete a webhook with its log',
    scope: 'write',
    limit: 'edit',
  },
  'POST /groups/{group}/webhooks/{id}/secret': {
    summary: 'Give a webhook a new secret; for a day messages are signed with the one before as well',
    scope: 'write',
    output: z.object({ secret: z.string() }),
    secret: true,
    limit: 'edit',
  },
  'POST /groups/{group}/webhooks/{id}/ping': {
    summary: 'Send a message of the type "ping"',
    scope: 'write',
    output: WebhookDelivery,
    status: 201,
    limit: 'webhook',
  },
  'GET /groups/{group}/webhooks/{id}/deliveries': {
    summary: 'The last 100 messages to a webhook, newest first; the log goes back 30 days',
    scope: 'read',
    output: z.object({ items: z.array(WebhookDelivery) }),
  },
  'POST /groups/{group}/webhooks/{id}/deliveries/{delivery}/redelivery': {
    summary: 'Send a message again, under the same id',
    scope: 'write',
    output: WebhookDelivery,
    limit: 'webhook',
  },
} satisfies Contracts;
