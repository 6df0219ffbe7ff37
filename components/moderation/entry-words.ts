import type { LogEntry } from '@/lib/core/api/moderation';
import { reasonName } from '@/lib/core/moderation/reasons';

const deeds: Record<string, string> = {
  approve: 'approved',
  hide: 'hid',
  remove: 'removed',
  undo: 'took back a decision on',
  ban: 'banned',
  unban: 'lifted the ban of',
};

const things: Record<string, string> = {
  annotation: 'a note',
  reply: 'a reply',
  card: 'a card',
  position: 'a reason',
  relation: 'a link between cards',
  member: 'a member',
};

/** What a moderator did, as it follows their name: "hid a reply by Ann: Advertising". */
export function entryWords({ verb, kind, reason, author }: Told, isOfKnownAuthor = false): string {
  const name = isOfKnownAuthor ? null : (author?.name ?? null);
  const thing = things[kind] ?? kind;
  const whom = kind === 'member' ? (name ?? thing) : name ? `${thing} by ${name}` : thing;
  const deed = `${deeds[verb] ?? verb} ${whom}`;
  return reason && verb !== 'approve' ? `${deed}: ${reasonName(reason)}` : deed;
}

type Told = Pick<LogEntry, 'verb' | 'kind' | 'reason' | 'author'>;
