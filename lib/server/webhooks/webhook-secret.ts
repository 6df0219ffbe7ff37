import 'server-only';
import { createHmac } from 'node:crypto';
import { config } from '@/lib/server/config';

/** The key of a webhook, derived from the site's secret: who reads the database alone can sign nothing. */
const keyOf = (webhook: string): Buffer =>
  createHmac('sha256', config().AUTH_SECRET).update(`webhook\n${webhook}`).digest();

/** As its receiver is given it, once: base64 after `whsec_`. */
export const secretOf = (webhook: string): string => `whsec_${keyOf(webhook).toString('base64')}`;

interface Signed {
  webhook: string;
  /** Of the message. */
  id: string;
  /** Seconds since 1970. */
  sent: number;
  body: string;
}

/** `v1,` and the base64 of HMAC-SHA256 over id, time and body: https://github.com/standard-webhooks/standard-webhooks */
export const signatureOf = ({ webhook, id, sent, body }: Signed): string =>
  `v1,${createHmac('sha256', keyOf(webhook)).update(`${id}.${sent}.${body}`).digest('base64')}`;
