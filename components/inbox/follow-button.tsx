'use client';

import { Bell, BellRing } from 'lucide-react';
import { useState } from 'react';
import { api } from '@/components/api-client';
import { buttonClass } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useRequest } from '@/components/use-request';
import type { Followed } from '@/lib/core/inbox/reasons';

interface Props {
  group: string;
  kind: Followed;
  /** Id; of a tag its slug. */
  subject: string;
  /** What it is called. */
  name: string;
  following: boolean;
  /** Shows the name, where nothing else says what is followed. */
  isNamed?: boolean;
  look?: 'outline' | 'quiet';
}

/** Follows something in a group, or no more. */
export function FollowButton({ following, isNamed = false, look = 'quiet', ...subscription }: Props) {
  const { group, kind, subject, name } = subscription;
  const [on, setOn] = useState(following);
  const { error, run } = useRequest();
  const Icon = on ? BellRing : Bell;

  async function toggle() {
    const next = !on;
    setOn(next);
    const params = { group, kind, subject };
    const key = `${next ? 'PUT' : 'DELETE'} /groups/{group}/subscriptions/{kind}/{subject}` as const;
    const done = await run(async () => {
      await api(key, { params });
      return true;
    });
    if (!done) setOn(!next);
  }

  return (
    <>
      <button
        type="button"
        aria-pressed={on}
        aria-label={isNamed ? undefined : `Follow ${name}`}
        onClick={() => void toggle()}
        className={`${buttonClass(look, 'sm')} aria-pressed:border-accent/40 aria-pressed:bg-accent-soft aria-pressed:text-accent`}
      >
        <Icon size={16} aria-hidden="true" />
        {isNamed ? <bdi>{name}</bdi> : on ? 'Following' : 'Follow'}
      </button>
      {error && <Refusal error={error} />}
    </>
  );
}
