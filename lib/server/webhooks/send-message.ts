import 'server-only';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { software } from '@/lib/core/corpus/software';
import { config } from '@/lib/server/config';
import type { WebhookMessage } from '@/lib/server/data/webhook-messages';
import { InsideAddress, isOutside, lookupOutside } from './outside-address';
import { signatureOf } from './webhook-secret';

/** Milliseconds for everything: name, connection, sending, and the head of the answer. */
const patience = 10_000;

/**
 * Posts a message as Standard Webhooks describe it (https://www.standardwebhooks.com) and gives the status of the answer.
 * Follows no redirect and reads no body. Throws where there is no answer; never connects to a machine that is not on the
 * Internet, unless the settings allow that.
 */
export function sendMessage(message: WebhookMessage): Promise<number> {
  const { id, webhook, generations, url, type, timestamp, data } = message;
  const { protocol, hostname } = new URL(url);
  const anywhere = config().WEBHOOKS_TO_PRIVATE_NETWORKS;
  const host = hostname.replace(/^\[|\]$/g, '');
  // No name is looked up for an address.
  if (!anywhere && isIP(host) !== 0 && !isOutside(host))
    return Promise.reject(new InsideAddress('not an address on the Internet'));
  const body = JSON.stringify({ type, timestamp, data });
  const sent = Math.floor(Date.now() / 1000);
  const options = {
    method: 'POST',
    signal: AbortSignal.timeout(patience),
    // A connection of its own each time, or the check would be one of long ago.
    agent: false as const,
    ...(!anywhere && { lookup: lookupOutside }),
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': `${software.name}/${software.version} (+${config().APP_URL})`,
      'webhook-id': id,
      'webhook-timestamp': String(sent),
      'webhook-signature': signatureOf({ webhook, generations, id, sent, body }),
    },
  };
  return new Promise((resolve, reject) => {
    const request = (protocol === 'https:' ? secureRequest : plainRequest)(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.on('error', reject);
    request.end(body);
  });
}
