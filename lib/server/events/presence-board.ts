import 'server-only';
import type { Presence } from '@/lib/core/annotation/presence';

/** What instances tell each other when somebody reads, turns the page, or leaves. */
export interface Sign {
  /** Of the essay in its group. */
  channel: string;
  presence: Presence;
}

/** Somebody wants to be seen nowhere from now on. */
export interface Hiding {
  hidden: Presence['id'];
}

/** After so many milliseconds without a sign somebody is gone; clients give one every 20 s. */
const lifetime = 45_000;

interface Heard {
  sign: Sign;
  /** When it counts no more. */
  until: number;
}

/** Who reads what now, as this instance has heard. */
export class PresenceBoard {
  readonly #signs = new Map<string, Heard>();

  hear(sign: Sign, now: number): void {
    const key = `${sign.channel} ${sign.presence.id}`;
    if (sign.presence.block === null) this.#signs.delete(key);
    else this.#signs.set(key, { sign, until: now + lifetime });
  }

  on(channel: string): Presence[] {
    return [...this.#signs.values()].flatMap(({ sign }) => (sign.channel === channel ? [sign.presence] : []));
  }

  /** Takes those away who gave no sign for too long, and gives the signs that they left. */
  expire(now: number): Sign[] {
    return this.#drop(({ until }) => until < now);
  }

  /** Takes somebody away everywhere, and gives the signs that they left. */
  hide({ hidden }: Hiding): Sign[] {
    return this.#drop(({ sign }) => sign.presence.id === hidden);
  }

  #drop(isGone: (heard: Heard) => boolean): Sign[] {
    const gone = [...this.#signs].filter(([, heard]) => isGone(heard));
    for (const [key] of gone) this.#signs.delete(key);
    return gone.map(([, { sign }]) => ({ ...sign, presence: { ...sign.presence, block: null } }));
  }
}
