import { useEffect, useState } from 'react';
import type { Desk } from '@/components/annotation/desk';
import { api } from '@/components/api-client';
import type { Followed } from '@/lib/core/inbox/reasons';

interface Thing {
  kind: Followed;
  subject: string;
}

/** What one follows in a group, as `kind:subject`, asked for once a page. */
const known = new Map<string, Promise<Set<string>>>();

async function fetchFollows(group: string): Promise<Set<string>> {
  const { items } = await api('GET /groups/{group}/subscriptions', { params: { group } });
  return new Set(items.map(({ kind, subject }) => `${kind}:${subject}`));
}

function followsIn(group: string): Promise<Set<string>> {
  const asked = known.get(group) ?? fetchFollows(group);
  known.set(group, asked);
  asked.catch(() => known.delete(group));
  return asked;
}

async function setFollowing(desk: Desk, { kind, subject }: Thing, on: boolean): Promise<void> {
  const group = desk.store.reading.group.slug;
  const key = `${on ? 'PUT' : 'DELETE'} /groups/{group}/subscriptions/{kind}/{subject}` as const;
  try {
    await api(key, { params: { group, kind, subject } });
    (await followsIn(group))[on ? 'add' : 'delete'](`${kind}:${subject}`);
    const back = () => void setFollowing(desk, { kind, subject }, !on);
    desk.say(on ? 'Your inbox will tell you what is new there.' : 'You no longer follow it.', back);
  } catch (error) {
    desk.say((error as Error).message);
  }
}

/** A line of a menu of the reading page: follow this, or no more. Nothing before it is known which. */
export function FollowRow({ desk, thing, name }: { desk: Desk; thing: Thing; name: string }) {
  const [follows, setFollows] = useState<boolean | null>(null);
  const group = desk.store.reading.group.slug;
  const one = `${thing.kind}:${thing.subject}`;
  useEffect(() => {
    let isShown = true;
    followsIn(group).then(
      (all) => isShown && setFollows(all.has(one)),
      () => {},
    );
    return () => {
      isShown = false;
    };
  }, [group, one]);
  if (follows === null) return null;
  const toggle = () => {
    setFollows(!follows);
    void setFollowing(desk, thing, !follows);
  };
  return (
    <button type="button" onClick={toggle}>
      {`${follows ? 'Unfollow' : 'Follow'} ${name}`}
    </button>
  );
}
