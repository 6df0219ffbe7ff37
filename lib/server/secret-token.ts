import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link, cookie or header, base64url; 128 bits unless told. Only its hash is ever stored. */
export const secretToken = (bytes = 16): string => randomBytes(bytes).toString('base64url');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
