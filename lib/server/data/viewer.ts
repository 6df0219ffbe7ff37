import 'server-only';
import type { TokenScope } from '@/lib/core/api/account';

/** Who asks. Every exported function of this room takes one first. */
export interface Viewer {
  user: { id: string; name: string; isAdmin: boolean } | null;
  /** A bearer token may be for reading only, or for feeds alone; a session may always write. */
  scope: TokenScope;
  /** The session that asks; null for tokens and visitors. */
  session: string | null;
  /** The API token that asks, by its id. */
  token?: string;
  /** Whether anything in their inbox was unread when their session was looked up, shown to them by now or not. */
  unread?: boolean;
}

export const visitor: Viewer = { user: null, scope: 'write', session: null };
