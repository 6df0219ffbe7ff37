import { useEffect } from 'react';
import { type Desk, useDeskState } from '@/components/annotation/desk';
import { api } from '@/components/api-client';
import type { Followed } from '@/lib/core/inbox/reasons';

export interface Thing {
  kind: Followed;
  subject: string;
}

const nameOf = ({ kind, subject }: Thing) => `${kind}:${subject}`;

/** Whose choices were asked for, once a page. */
const asked = new WeakSet<Desk>();

async function askFollows(desk: Desk): Promise<void> {
  if (asked.has(desk)) return;
  asked.add(desk);
  const params = { group: desk.store.reading.group.slug };
  try {
    const { items } = await api('GET /groups/{group}/subscriptions', { params });
    desk.patch({ follows: new Map(items.map(({ stopped, ...thing }) => [nameOf(thing), !stopped])) });
  } catch {
    asked.delete(desk);
  }
}

/** Whether one follows it: as one chose, and otherwise if it is followed `byItself`; null before that is known. */
export function useFollows(desk: Desk, thing: Thing, byItself = false): boolean | null {
  const follows = useDeskState((state) => state.follows);
  useEffect(() => void askFollows(desk), [desk]);
  return follows && (follows.get(nameOf(thing)) ?? byItself);
}

export async function setFollowing(desk: Desk, thing: Thing, on: boolean): Promise<void> {
  if (await choose(desk, thing, on))
    desk.say(said(on), () => void choose(desk, thing, !on).then((done) => done && desk.say(said(!on))));
}

const said = (on: boolean) =>
  on ? 'Your inbox will tell you what is new there.' : 'You no longer follow it.';

/** Whether the server took it; what it said is told otherwise. */
async function choose(desk: Desk, thing: Thing, on: boolean): Promise<boolean> {
  const before = desk.get().follows;
  desk.patch({ follows: new Map(before).set(nameOf(thing), on) });
  const key = `${on ? 'PUT' : 'DELETE'} /groups/{group}/subscriptions/{kind}/{subject}` as const;
  try {
    await api(key, { params: { group: desk.store.reading.group.slug, ...thing } });
    return true;
  } catch (error) {
    desk.patch({ follows: before });
    desk.say((error as Error).message);
    return false;
  }
}

interface Props {
  desk: Desk;
  thing: Thing;
  name: string;
  byItself?: boolean;
}

/** A line of a menu of the reading page: follow this, or no more. Nothing before it is known which. */
export function FollowRow({ desk, thing, name, byItself = false }: Props) {
  const follows = useFollows(desk, thing, byItself);
  if (follows === null) return null;
  return (
    <button type="button" onClick={() => void setFollowing(desk, thing, !follows)}>
      {`${follows ? 'Unfollow' : 'Follow'} ${name}`}
    </button>
  );
}
