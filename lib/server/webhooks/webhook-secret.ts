import 'server-only';
import { createHmac } from 'node:crypto';
import { config } from '@/lib/server/config';

/** The key of a webhook, derived from the site's secret: who reads the database alone can sign nothing. The first has no number. */
const keyOf = (webhook: string, generation: number): Buffer =>
  createHmac('sha256', config().AUTH_SECRET)
    .update(['webhook', webhook, ...(generation > 0 ? [generation] : [])].join('\n'))
    .digest();

/** As its receiver is given it, once: base64 after `whsec_`. */
export const secretOf = (webhook: string, generation: number): string =>
  `whsec_${keyOf(webhook, generation).toString('base64')}`;

interface Signed {
  webhook: string;
  /** Of the secrets that it is signed with. */
  generations: readonly number[];
  /** Of the message. */
  id: string;
  /** Seconds since 1970. */
  sent: number;
  body: string;
}

/**
 * For each secret `v1,` and the base64 of HMAC-SHA256 over id, time and body, with spaces between them; one that is right is
 * enough: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme
 */
export const signatureOf = ({ webhook, generations, id, sent, body }: Signed): string =>
  generations
    .map((generation) => createHmac('sha256', keyOf(webhook, generation)).update(`${id}.${sent}.${body}`))
    .map((signature) => `v1,${signature.digest('base64')}`)
    .join(' ');
