import type { EndpointKey } from '@/lib/core/api/contracts';
import type { Caller, World } from './access-world.fixture';

/**
 * `anyone`: no matter who asks. `account`: everybody signed in. `readers`: members, and in a public group everybody.
 * `administrator`: of the site. `nobody`: nobody signed in. A list: these members and nobody else.
 */
export type Who = 'anyone' | 'account' | 'administrator' | 'nobody' | 'readers' | readonly Caller[];

export interface Row {
  key: EndpointKey;
  who: Who;
  /** For those who may. */
  status: number;
  /** Says which of several things of a kind is meant. */
  about?: string;
  /** What the path's names stand for, where it is not the thing of that name in the world. */
  ids?: (world: World, caller: Caller) => Record<string, string | undefined>;
  query?: (world: World) => Record<string, string>;
  body?: (world: World, caller: Caller) => unknown;
  /** Asked from a browser that is signed in, rather than with a token. */
  bySession?: true;
  /** Readers, but not visitors: it is about the one who asks. */
  signedIn?: true;
  /** It is not there for those who may not, whatever the group lets them see besides. */
  hidden?: true;
  /** Answers of those for whom none of this holds. */
  except?: Partial<Record<Caller, number>>;
}

export const readers: Caller[] = ['reader', 'member', 'moderator', 'owner'];
export const members = readers.slice(1);
export const moderators = readers.slice(2);
export const owners = readers.slice(3);
export const author: Caller[] = ['member'];
