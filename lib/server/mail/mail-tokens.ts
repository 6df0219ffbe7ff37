import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '@/lib/server/config';

/** Signs words for one purpose; nothing is stored, and no other purpose's signature fits. */
const sign = (purpose: string, words: string) =>
  createHmac('sha256', config().AUTH_SECRET).update(`${purpose}\n${words}`).digest('base64url');

function isSigned(purpose: string, words: string, signature: string): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(purpose, words))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** For the links by which a person turns mail off without signing in; it does not end. */
export const unsubscribeToken = (user: string): string => `${user}.${sign('unsubscribe', user)}`;

/** Whose mail the token turns off; null when we did not make it. */
export function unsubscriberOf(token: string): string | null {
  const [, user, signature] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? [];
  return user && signature && isSigned('unsubscribe', user, signature) ? user : null;
}

/** Known to those alone who read what is mailed to this address for this person. */
export const addressToken = (user: string, address: string): string => sign('address', `${user}\n${address}`);

export const provesAddress = (token: string, user: string, address: string): boolean =>
  isSigned('address', `${user}\n${address}`, token);
