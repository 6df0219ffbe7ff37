import 'server-only';
import { v7 } from 'uuid';
import type { Action } from '@/lib/core/access/permissions';
import type { Input } from '@/lib/core/api/contracts';
import { invalid, notFound } from '@/lib/core/api/problem';
import { isId } from '@/lib/core/api/slug';
import type { Webhook, WebhookDelivery } from '@/lib/core/api/webhooks';
import { query, transaction } from './database';
import { groupFor, lockedGroupFor } from './group-scope';
import { enqueue } from './jobs';
import { userIdOf } from './users';
import type { Viewer } from './viewer';
import { wireTime } from './wire-time';

/** Of a group at most. */
const most = 10;

const action: Action = 'webhook.manage';

const webhook = `
  SELECT w.id, w.url, w.events, json_build_object('id', u.id, 'name', u.name) AS creator,
    ${wireTime('w.created_at')} AS created, ${wireTime('w.failing_since')} AS "failingSince",
    CASE WHEN w.disabled_at IS NOT NULL THEN json_build_object('by', w.disabled_by, 'at', ${wireTime('w.disabled_at')}) END AS disabled,
    (SELECT json_build_object('state', d.state, 'code', d.code, 'at', ${wireTime('coalesce(d.tried_at, d.created_at)')})
     FROM webhook_delivery d WHERE d.webhook_id = w.id ORDER BY d.created_at DESC, d.id LIMIT 1) AS last
  FROM webhook w JOIN "user" u ON u.id = w.created_by_id WHERE w.group_id = $1::uuid`;

/** Of a group, for those who may set them up; oldest first. */
export async function listWebhooks(viewer: Viewer, group: string): Promise<Webhook[]> {
  const { id } = await groupFor(viewer, group, action);
  return query<Webhook>('webhooks', `${webhook} ORDER BY w.created_at, w.id`, [id]);
}

async function webhookIn(group: string, id: string): Promise<Webhook> {
  const [found] = isId(id)
    ? await query<Webhook>('webhook', `${webhook} AND w.id = $2::uuid`, [group, id])
    : [];
  if (!found) throw notFound();
  return found;
}

/** Throws unless the viewer may set up webhooks in a group. */
export async function demandWebhooks(viewer: Viewer, group: string): Promise<void> {
  await groupFor(viewer, group, action);
}

type Draft = Input<'POST /groups/{group}/webhooks'>['body'];

/** The address has been looked at already (lib/server/webhooks/set-up-webhook.ts). */
export async function createWebhook(viewer: Viewer, group: string, { url, events }: Draft): Promise<Webhook> {
  return transaction(async () => {
    const scope = await lockedGroupFor(viewer, group, action);
    if ((await listWebhooks(viewer, scope.id)).length >= most)
      throw invalid('many', `A group has at most ${most} webhooks. Delete one first.`);
    const id = v7();
    await query(
      'create-webhook',
      `INSERT INTO webhook (id, group_id, url, events, created_by_id)
       VALUES ($1::uuid, $2::uuid, $3, $4::text[], $5::uuid)`,
      [id, scope.id, url, [...new Set(events)], userIdOf(viewer)],
    );
    return webhookIn(scope.id, id);
  });
}

interface WebhookPlace {
  group: string;
  id: string;
}
type Change = Input<'PATCH /groups/{group}/webhooks/{id}'>['body'];

/** Turned on again, it begins anew: what happened meanwhile it is not told of. */
export async function changeWebhook(
  viewer: Viewer,
  { group, id }: WebhookPlace,
  change: Change,
): Promise<Webhook> {
  return transaction(async () => {
    const scope = await lockedGroupFor(viewer, group, action);
    await webhookIn(scope.id, id);
    await query(
      'change-webhook',
      `UPDATE webhook SET events = coalesce($2::text[], events),
         disabled_at = CASE $3::boolean WHEN true THEN NULL WHEN false THEN coalesce(disabled_at, now()) ELSE disabled_at END,
         disabled_by = CASE $3::boolean WHEN true THEN NULL WHEN false THEN coalesce(disabled_by, 'person') ELSE disabled_by END,
         failing_since = CASE WHEN $3::boolean THEN NULL ELSE failing_since END,
         rest_until = CASE WHEN $3::boolean THEN NULL ELSE rest_until END
       WHERE id = $1::uuid`,
      [id, change.events ? [...new Set(change.events)] : null, change.enabled ?? null],
    );
    return webhookIn(scope.id, id);
  });
}

/** Begins a new generation of its secret. */
export async function renewSecret(
  viewer: Viewer,
  { group, id }: WebhookPlace,
): Promise<{ id: string; generation: number }> {
  return transaction(async () => {
    const scope = await lockedGroupFor(viewer, group, action);
    await webhookIn(scope.id, id);
    const [row] = await query<{ id: string; generation: number }>(
      'renew-webhook-secret',
      'UPDATE webhook SET generation = generation + 1, renewed_at = now() WHERE id = $1::uuid RETURNING id, generation',
      [id],
    );
    return row!;
  });
}

export async function deleteWebhook(viewer: Viewer, { group, id }: WebhookPlace): Promise<void> {
  await transaction(async () => {
    const scope = await lockedGroupFor(viewer, group, action);
    await webhookIn(scope.id, id);
    await query('delete-webhook', 'DELETE FROM webhook WHERE id = $1::uuid', [id]);
  });
}

const delivery = `
  SELECT id, type, ${wireTime('created_at')} AS created, state, attempts, code, problem, ${wireTime('tried_at')} AS tried
  FROM webhook_delivery WHERE webhook_id = $1::uuid`;

export async function listDeliveries(
  viewer: Viewer,
  { group, id }: WebhookPlace,
): Promise<WebhookDelivery[]> {
  const scope = await groupFor(viewer, group, action);
  await webhookIn(scope.id, id);
  return query<WebhookDelivery>('webhook-deliveries', `${delivery} ORDER BY created_at DESC, id LIMIT 100`, [
    id,
  ]);
}

async function deliveryOf(webhook: string, id: string): Promise<WebhookDelivery> {
  const [found] = isId(id)
    ? await query<WebhookDelivery>('webhook-delivery', `${delivery} AND id = $2::uuid`, [webhook, id])
    : [];
  if (!found) throw notFound();
  return found;
}

/** Works for one that is turned off too: a person wants to know whether it answers. */
export async function pingWebhook(viewer: Viewer, { group, id }: WebhookPlace): Promise<WebhookDelivery> {
  return transaction(async () => {
    const scope = await groupFor(viewer, group, action);
    await webhookIn(scope.id, id);
    const [made] = await query<{ id: string }>(
      'ping-webhook',
      `INSERT INTO webhook_delivery (webhook_id, type, data)
       VALUES ($1::uuid, 'ping', jsonb_build_object('group', $2::text)) RETURNING id`,
      [id, scope.id],
    );
    await enqueue({ kind: 'webhook', payload: { delivery: made!.id } });
    return deliveryOf(id, made!.id);
  });
}

/** Receivers know by its id what they got before. Whoever presses twice has it sent once. */
export async function redeliver(
  viewer: Viewer,
  { group, id, delivery }: WebhookPlace & { delivery: string },
): Promise<WebhookDelivery> {
  return transaction(async () => {
    const scope = await groupFor(viewer, group, action);
    await webhookIn(scope.id, id);
    await deliveryOf(id, delivery);
    const asked = await query<{ id: string }>(
      'redeliver',
      `UPDATE webhook_delivery SET state = 'waiting', attempts = 0 WHERE id = $1::uuid AND state <> 'waiting' RETURNING id`,
      [delivery],
    );
    if (asked.length === 0) throw invalid('waiting', 'This message still waits to be sent.');
    await enqueue({ kind: 'webhook', payload: { delivery } });
    return deliveryOf(id, delivery);
  });
}
