import 'server-only';
import { Problem } from '@/lib/core/api/problem';
import type { Viewer } from '@/lib/server/data/viewer';
import { viewerOf } from '@/lib/server/session/viewer';
import { clientAddress } from './client-address';
import { spend } from './rate-limit';

/**
 * Who asks with this credential. Tokens that do not work are counted by the address that sends them, and too many answer
 * 429; one that works does so however many others came from there.
 */
export async function askingViewer(
  credential: Headers,
  { headers }: Request,
  wanted: { isFeed?: boolean } = {},
): Promise<Viewer> {
  try {
    return await viewerOf(credential, wanted);
  } catch (error) {
    if (error instanceof Problem && error.code === 'token')
      await spend('wrong-token', clientAddress(headers));
    throw error;
  }
}
