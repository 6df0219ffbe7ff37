import 'server-only';
import type { EssayVersion } from '@/lib/core/api/essays';
import { anyOrigin } from '@/lib/server/http/machine-door';

/** Whether somebody asks for the text alone: W3C annotations name a version as a text/plain, which offsets count in. */
export const wantsText = ({ headers }: Request): boolean =>
  /^text\/plain\b/i.test(headers.get('accept') ?? '');

/** The canonical text, which never changes. */
export const canonicalText = ({ text, sha256 }: EssayVersion): Response =>
  new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      etag: `"${sha256}"`,
      vary: 'Accept, Authorization, Cookie',
      'cache-control': 'private, no-cache',
      ...anyOrigin,
    },
  });
