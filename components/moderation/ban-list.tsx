'use client';

import { api } from '@/components/api-client';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { Ban } from '@/lib/core/api/moderation';

/** Who may not come back, and the way back. */
export function BanList({ group, bans }: { group: string; bans: Ban[] }) {
  const { error, change, pending } = useChange();
  const lift = (user: string) =>
    change(() => api('DELETE /groups/{group}/bans/{user}', { params: { group, user } }));
  return (
    <section aria-labelledby="banned" className="grid gap-2">
      <h2 id="banned" className="text-xl">
        Banned
      </h2>
      <Refusal error={error} />
      <ul className="grid">
        {bans.map(({ person, by, reason, created }) => (
          <li
            key={person.id}
            className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-rule border-b py-3 last:border-0"
          >
            <Avatar name={person.name} size={32} />
            <div>
              <p className="wrap-anywhere font-medium">
                <bdi>{person.name}</bdi>
              </p>
              <p className="wrap-anywhere text-ink-3 text-sm">
                “{reason}” — <bdi>{by.name}</bdi>,{' '}
                <time dateTime={created}>
                  {new Date(created).toLocaleDateString('en', { dateStyle: 'medium', timeZone: 'UTC' })}
                </time>
              </p>
            </div>
            <Button
              look="quiet"
              size="sm"
              disabled={pending}
              aria-label={`Let ${person.name} back in`}
              onClick={() => void lift(person.id)}
            >
              Let back in
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
