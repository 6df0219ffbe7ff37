import 'server-only';
import { headers } from 'next/headers';
import type { Viewer } from '@/lib/server/data/viewer';
import { clientAddress } from './client-address';
import { type LimitName, spend } from './rate-limit';

/** Counts a page that costs as much as the endpoint does which has the same limit. */
export const spendPage = async (name: LimitName, { user }: Viewer): Promise<void> =>
  spend(name, user?.id ?? clientAddress(await headers()));
