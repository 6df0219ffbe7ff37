'use client';

import { api } from '@/components/api-client';
import type { ApiToken } from '@/lib/core/api/account';
import { RevokeButton } from './revoke-button';

type Shown = ApiToken & { facts: string };

export function TokenList({ tokens }: { tokens: Shown[] }) {
  async function revoke(id: string) {
    await api('DELETE /me/tokens/{id}', { params: { id } });
  }
  if (tokens.length === 0) return null;
  return (
    <ul className="grid divide-y divide-rule rounded-lg border border-rule bg-raised">
      {tokens.map(({ id, name, facts }) => (
        <li key={id} className="flex flex-wrap items-center gap-3 px-4 py-3">
          <div className="min-w-0 flex-1 basis-48">
            <p className="truncate">{name}</p>
            <p className="text-ink-2 text-sm">{facts}</p>
          </div>
          <RevokeButton label="Revoke" about={name} onRevoke={() => revoke(id)} />
        </li>
      ))}
    </ul>
  );
}
