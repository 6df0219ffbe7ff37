'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { api } from '@/components/api-client';
import { endsBlindPhase } from '@/components/ends-blind-phase';
import { FollowButton } from '@/components/inbox/follow-button';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useDialog } from '@/components/ui/use-dialog';
import { useChange } from '@/components/use-change';
import type { Member, MemberRole } from '@/lib/core/api/groups';
import { roleNames } from './role-names';

interface Props {
  group: string;
  members: Member[];
  viewer: string | null;
  mayChange: boolean;
  /** People whom the viewer may remove. */
  removable: string[];
  /** People whom the viewer follows; null where they do not belong. */
  follows: string[] | null;
}

export function MemberList({ group, members, viewer, mayChange, removable, follows }: Props) {
  const router = useRouter();
  const { error, run, change } = useChange();
  const { dialog, ask } = useDialog();
  const [told, setTold] = useState('');
  const owners = members.filter(({ role }) => role === 'owner').length;

  const knows = async (error: Error) => (await ask(ending(error.message))) !== null;
  const knowing = <T,>(send: (endBlindPhase: boolean) => Promise<T>) => sendKnowing(knows, send);

  async function setRole({ person }: Member, role: MemberRole) {
    const params = { group, user: person.id };
    if (person.id === viewer && (await ask(steppingDown(role))) === null) return;
    const done = await change(() =>
      knowing((endBlindPhase) =>
        api('PATCH /groups/{group}/members/{user}', { params, body: { role, endBlindPhase } }),
      ),
    );
    if (done) setTold(`${person.name}: ${roleNames[role]}.`);
  }

  async function remove({ person }: Member) {
    const leaving = person.id === viewer;
    if ((await ask(leaving ? goingAway : removing(person.name))) === null) return;
    const request = () => knowing((isKnown) => sendAway({ group, user: person.id }, isKnown));
    if (!leaving) await change(request);
    else if (await run(request)) {
      router.push('/');
      router.refresh();
    }
  }

  async function ban({ person }: Member) {
    const reason = await ask(banning(person.name));
    if (reason === null) return;
    const params = { group, user: person.id };
    await change(() =>
      knowing((endBlindPhase) =>
        api('PUT /groups/{group}/bans/{user}', { params, body: { reason, endBlindPhase } }),
      ),
    );
  }

  return (
    <>
      {dialog}
      <div className="sticky top-2 z-20">
        <Refusal error={error} />
      </div>
      <p role="status" className="sr-only">
        {told}
      </p>
      <ul className="grid">
        {members.map((member) => (
          <MemberRow
            key={member.person.id}
            member={member}
            mine={member.person.id === viewer}
            isOnlyOwner={member.role === 'owner' && owners === 1}
            mayRemove={removable.includes(member.person.id)}
            onRole={mayChange ? (role) => setRole(member, role) : null}
            onRemove={() => remove(member)}
            onBan={() => ban(member)}
          >
            {follows && member.person.id !== viewer && (
              <FollowButton
                group={group}
                kind="person"
                subject={member.person.id}
                name={member.person.name}
                following={follows.includes(member.person.id)}
              />
            )}
          </MemberRow>
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  member: Member;
  mine: boolean;
  isOnlyOwner: boolean;
  mayRemove: boolean;
  /** Null where the viewer may not change roles. */
  onRole: ((role: MemberRole) => void) | null;
  onRemove: () => void;
  onBan: () => void;
  children: ReactNode;
}

function MemberRow({ member, mine, isOnlyOwner, mayRemove, onRole, ...rest }: RowProps) {
  const { onRemove, onBan, children } = rest;
  const staysOwner = mine && isOnlyOwner;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 border-rule border-b py-3 last:border-0 sm:grid-cols-[auto_minmax(0,1fr)_12rem_9rem]">
      <Avatar name={member.person.name} size={32} />
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <div>
          <p className="wrap-anywhere font-medium">
            <bdi>{member.person.name}</bdi>
            {mine && <span className="font-normal text-ink-3"> (you)</span>}
          </p>
          <p className="text-ink-3 text-sm">
            since{' '}
            <time dateTime={member.joined}>
              {new Date(member.joined).toLocaleDateString('en', { dateStyle: 'medium', timeZone: 'UTC' })}
            </time>
          </p>
        </div>
        <div className="max-sm:-ms-3 max-sm:has-[[aria-pressed=true]]:ms-0 max-sm:has-[[aria-pressed=true]]:mt-1">
          {children}
        </div>
      </div>
      <div className="max-sm:col-span-2 max-sm:col-start-2 max-sm:row-start-2">
        {onRole && !staysOwner ? (
          <RoleSelect member={member} onChange={onRole} />
        ) : (
          <p className="text-ink-2 text-sm">{roleNames[member.role]}</p>
        )}
        {staysOwner && (
          <p className="text-ink-3 text-sm">To step down or leave, make somebody else owner first.</p>
        )}
      </div>
      {(mayRemove || mine) && !staysOwner && (
        <div className="flex justify-self-end max-sm:col-start-3 max-sm:row-start-1">
          <Button
            look="quiet"
            size="sm"
            {...(!mine && { 'aria-label': `Remove ${member.person.name}` })}
            onClick={onRemove}
          >
            {mine ? 'Leave' : 'Remove'}
          </Button>
          {!mine && (
            <Button look="quiet" size="sm" aria-label={`Ban ${member.person.name}`} onClick={onBan}>
              Ban
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Asks once more before something ends a blind reading that waited for that person alone; null when it was not to be. */
const sendKnowing = <T,>(
  knows: (refusal: Error) => Promise<boolean>,
  send: (endBlindPhase: boolean) => Promise<T>,
): Promise<T | null> =>
  send(false).catch(async (error: unknown) => {
    if (!endsBlindPhase(error)) throw error;
    return (await knows(error)) ? send(true) : null;
  });

async function sendAway(params: { group: string; user: string }, endBlindPhase: boolean): Promise<true> {
  const query = endBlindPhase ? { endBlindPhase: 'true' as const } : {};
  await api('DELETE /groups/{group}/members/{user}', { params, query });
  return true;
}

const goingAway = {
  title: 'Leave this group?',
  text: 'What you wrote here stays, under your name. Your private annotations stay with you only. To come back to a private group you need a new invitation.',
  action: 'Leave',
  danger: true,
};

const removing = (name: string) => ({
  title: `Remove ${name}?`,
  text: 'What they wrote here stays. They lose access at once. An invitation lets them come back: to prevent that, ban them.',
  action: 'Remove',
  danger: true,
});

const ending = (text: string) => ({
  title: 'End the blind reading?',
  text,
  action: 'End it and continue',
  danger: true,
});

const banning = (name: string) => ({
  title: `Ban ${name}?`,
  text: 'What they wrote here stays. They lose access at once, and no invitation lets them in until the ban is lifted.',
  action: 'Ban',
  danger: true,
  input: { label: 'Why', value: '', maxLength: 1000 },
});

const steppingDown = (role: MemberRole) => ({
  title: 'Change your own role?',
  text: `You will be: ${roleNames[role]}. Only another owner can make you owner again.`,
  action: 'Step down',
});

function RoleSelect({ member, onChange }: { member: Member; onChange: (role: MemberRole) => void }) {
  return (
    <select
      aria-label={`Role of ${member.person.name}`}
      value={member.role}
      onChange={(event) => onChange(event.target.value as MemberRole)}
      className="min-h-9 w-48 max-w-full rounded-md border border-rule-strong bg-raised px-2 text-sm pointer-coarse:min-h-11"
    >
      {Object.entries(roleNames).map(([role, name]) => (
        <option key={role} value={role}>
          {name}
        </option>
      ))}
    </select>
  );
}
