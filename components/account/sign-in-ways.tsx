'use client';

import { api } from '@/components/api-client';
import type { LinkedAccount } from '@/lib/core/api/account';
import { RevokeButton } from './revoke-button';

interface Props {
  hasPassword: boolean;
  /** Where links to sign in are mailed; null where none are. */
  mailedTo: string | null;
  accounts: LinkedAccount[];
  /** What the site calls its identity provider. */
  provider: string;
}

/** All ways in, where there is more to say than that a password is one; an account at a provider can be disconnected as long as another is left. */
export function SignInWays({ hasPassword, mailedTo, accounts, provider }: Props) {
  const isLast = !hasPassword && mailedTo === null && accounts.length === 1;
  if (hasPassword && mailedTo === null && accounts.length === 0) return null;
  async function disconnect(id: string) {
    await api('DELETE /me/accounts/{id}', { params: { id } });
  }
  return (
    <ul
      aria-label="Ways to sign in"
      className="grid divide-y divide-rule rounded-lg border border-rule bg-raised"
    >
      <Way
        name="Password"
        fact={hasPassword ? 'With your e-mail address' : 'Not set: you cannot sign in by it'}
      />
      {mailedTo && <Way name="Link by mail" fact={`To ${mailedTo}`} />}
      {accounts.map(({ id, subject }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
          <div className="min-w-0 flex-1 basis-48">
            <p className="truncate">{provider}</p>
            <p className="wrap-anywhere text-ink-2 text-sm">
              {isLast ? `${subject} · your only way in: set a password to disconnect it` : subject}
            </p>
          </div>
          {!isLast && (
            <RevokeButton
              label="Disconnect"
              about={`${provider}, ${subject}`}
              onRevoke={() => disconnect(id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Way({ name, fact }: { name: string; fact: string }) {
  return (
    <li className="px-4 py-3">
      <p>{name}</p>
      <p className="wrap-anywhere text-ink-2 text-sm">{fact}</p>
    </li>
  );
}
