import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import type { Viewer } from '@/lib/server/data/viewer';
import { viewerOf } from '@/lib/server/session/viewer';

/** Who looks at the page being rendered, by session cookie; asked once a request. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const cookie = (await headers()).get('cookie');
  return viewerOf(new Headers(cookie === null ? {} : { cookie }));
});
