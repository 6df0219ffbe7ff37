'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v7 } from 'uuid';
import { api } from '@/components/api-client';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/refusal';
import { ShownOnce } from '@/components/ui/shown-once';
import { useChange } from '@/components/use-change';
import { useForm } from '@/components/use-request';
import { isThisMachine } from '@/lib/core/access/this-machine';
import type { Invitation, MemberRole } from '@/lib/core/api/groups';
import { roleNames } from './role-names';

interface Props {
  group: string;
  invitations: Invitation[];
  /** Roles the viewer may give, weakest first. */
  roles: MemberRole[];
}

/** Makes invitation links and lists those that still work. */
export function InvitePanel({ group, invitations, roles }: Props) {
  const router = useRouter();
  const revoking = useChange();
  const [url, setUrl] = useState<string | null>(null);

  const making = useForm(async (value) => {
    const uses = Number(value('uses'));
    const made = await api('POST /groups/{group}/invitations', {
      params: { group },
      body: {
        id: v7(),
        role: value('role') as MemberRole,
        days: Number(value('days')),
        maxUses: uses === 0 ? null : uses,
      },
    });
    setUrl(made.url);
    router.refresh();
  });

  const revoke = (id: string) =>
    revoking.change(() => api('DELETE /groups/{group}/invitations/{id}', { params: { group, id } }));

  return (
    <section aria-labelledby="invite" className="grid gap-4 rounded-lg border border-rule bg-surface p-5">
      <h2 id="invite" className="text-xl">
        Invite people
      </h2>
      <Refusal error={making.error ?? revoking.error} />
      <form onSubmit={making.onSubmit} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_1fr_auto]">
        <SelectField label="Role" name="role" defaultValue="member">
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleNames[role]}
            </option>
          ))}
        </SelectField>
        <SelectField label="Valid for" name="days" defaultValue="14">
          <option value="1">1 day</option>
          <option value="7">7 days</option>
          <option value="14">14 days</option>
          <option value="30">30 days</option>
        </SelectField>
        <SelectField label="How many people" name="uses" defaultValue="0">
          <option value="0">Any number</option>
          <option value="1">One</option>
          <option value="10">10</option>
          <option value="30">30</option>
        </SelectField>
        <Button type="submit" disabled={making.pending} className="min-h-11">
          Make link
        </Button>
      </form>
      {url && <NewLink url={url} />}
      {invitations.length > 0 && (
        <ul className="grid gap-1">
          {invitations.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              onRevoke={() => revoke(invitation.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function NewLink({ url }: { url: string }) {
  return (
    <ShownOnce label="Invitation link, shown once. Send it to the people you invite." value={url}>
      {isThisMachine(url) && (
        <p className="text-ink-2">
          This address works on this computer only. Set APP_URL to the site’s address.
        </p>
      )}
    </ShownOnce>
  );
}

function InvitationRow({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => void }) {
  const { role, creator, uses, maxUses, expires } = invitation;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-rule border-t py-2 text-sm">
      <p className="text-ink-2">
        <span className="font-medium text-ink">{roleNames[role]}</span> · made by <bdi>{creator.name}</bdi> ·{' '}
        {joined(uses, maxUses)} · works until{' '}
        <time dateTime={expires}>
          {new Date(expires).toLocaleDateString('en', { dateStyle: 'medium', timeZone: 'UTC' })}
        </time>
      </p>
      <Button look="quiet" size="sm" onClick={onRevoke}>
        Revoke
      </Button>
    </li>
  );
}

function joined(uses: number, most: number | null): string {
  if (most !== null) return `${uses} of ${most} joined`;
  if (uses === 0) return 'nobody joined yet';
  return uses === 1 ? '1 person joined' : `${uses} people joined`;
}
