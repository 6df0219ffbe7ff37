'use client';

import { api } from '@/components/api-client';
import type { SessionInfo } from '@/lib/core/api/account';
import { browserName } from './browser-name';
import { RevokeButton } from './revoke-button';

/** Times as the person reads them. */
type Shown = SessionInfo & { seen: string; begun: string };

export function SessionList({ sessions }: { sessions: Shown[] }) {
  async function end(id: string) {
    await api('DELETE /me/sessions/{id}', { params: { id } });
  }
  return (
    <ul className="grid divide-y divide-rule rounded-lg border border-rule bg-raised">
      {sessions.map(({ id, current, userAgent, seen, begun }) => (
        <li key={id} className="flex flex-wrap items-center gap-3 px-4 py-3">
          <div className="min-w-0 flex-1 basis-48">
            <p className="truncate">{browserName(userAgent)}</p>
            <p className="text-ink-2 text-sm">
              {current ? 'This browser' : `Last used ${seen}`} · signed in {begun}
            </p>
          </div>
          {!current && (
            <RevokeButton
              label="Sign out"
              about={`${browserName(userAgent)}, last used ${seen}`}
              onRevoke={() => end(id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
