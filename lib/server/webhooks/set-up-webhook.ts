import 'server-only';
import type { Input, Output } from '@/lib/core/api/contracts';
import { invalid } from '@/lib/core/api/problem';
import { config } from '@/lib/server/config';
import type { Viewer } from '@/lib/server/data/viewer';
import { createWebhook, demandWebhooks } from '@/lib/server/data/webhooks';
import { leadsInside } from './outside-address';
import { secretOf } from './webhook-secret';

type Asked = 'POST /groups/{group}/webhooks';

/** Has an address told. Names are looked up for nobody who may not set up webhooks. */
export async function setUpWebhook(
  viewer: Viewer,
  group: string,
  draft: Input<Asked>['body'],
): Promise<Output<Asked>> {
  await demandWebhooks(viewer, group);
  await demandAddress(new URL(draft.url));
  const made = await createWebhook(viewer, group, draft);
  return { ...made, secret: secretOf(made.id, 0) };
}

/** What could never be told is refused while somebody can still put it right; the last word is said for each connection. */
async function demandAddress({ protocol, username, password, hostname }: URL): Promise<void> {
  const anywhere = config().WEBHOOKS_TO_PRIVATE_NETWORKS;
  if (protocol !== 'https:' && !anywhere)
    throw invalid('url', 'The address has to begin with https://, so that nobody on the way reads along.');
  if (username !== '' || password !== '')
    throw invalid('url', 'Leave name and password out of the address; messages are signed instead.');
  if (!anywhere && (await leadsInside(hostname)))
    throw invalid('url', `${hostname} is this machine or its network. Give an address on the Internet.`);
}
