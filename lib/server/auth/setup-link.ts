import 'server-only';
import { config } from '@/lib/server/config';
import { keepSetupToken, setupIsOpen } from '@/lib/server/data/setup';
import { visitor } from '@/lib/server/data/viewer';
import { hashToken, secretToken } from '@/lib/server/secret-token';

/** A link for making the first administrator, good for an hour and once; null when there is one already. */
export async function createSetupLink(): Promise<string | null> {
  const token = secretToken();
  const kept = await keepSetupToken(visitor, hashToken(token));
  return kept ? `${config().APP_URL}/setup?token=${token}` : null;
}

export const setupLinkWorks = (token: string): Promise<boolean> => setupIsOpen(visitor, hashToken(token));
