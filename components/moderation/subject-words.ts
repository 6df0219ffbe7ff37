import type { QueueItem, SubjectKind } from '@/lib/core/api/moderation';
import { type CommentDocument, commentToText } from '@/lib/core/essay/comment-document';
import type { DecisionVerb } from '@/lib/core/moderation/standing';
import type { Trigger } from '@/lib/core/moderation/triggers';

const names: Record<SubjectKind, (place: string) => string> = {
  annotation: () => 'Note',
  reply: () => 'Reply',
  card: (number) => `Card\u00a0${number}`,
  position: (number) => `Reason on card\u00a0${number}`,
  relation: (number) => `Link from card\u00a0${number}`,
};

/** What it is, and which card it belongs to. */
export const nameOf = ({ kind, place }: Pick<QueueItem, 'kind' | 'place'>): string => names[kind](place);

/** Cards, and what is said with them, are hidden but never removed. */
export const canRemove = ({ kind }: Pick<QueueItem, 'kind'>): boolean =>
  kind === 'annotation' || kind === 'reply';

export const triggerNames: Record<Trigger, string> = {
  flagged: 'Flagged',
  waiting: 'First look',
  appealed: 'Appealed',
  edited: 'Edited since',
};

/** Its words without their marks, for a line in a list. */
export const plainWords = ({ comment, withheld }: Pick<QueueItem, 'comment' | 'withheld'>): string =>
  comment?.document
    ? commentToText(comment.document as CommentDocument)
    : (comment?.markdown ??
      (withheld ? 'Not shown: you have not answered this card' : 'A mark without words'));

/** What has just happened to so many things; `until`: when what was put off comes back, in the viewer's time zone. */
export function doneWords(verb: DecisionVerb | 'snooze', count: number, until = ''): string {
  const what = {
    approve: 'approved',
    hide: 'hidden',
    remove: 'removed',
    snooze: `put off until ${until}`,
  }[verb];
  return count === 1 ? `${what[0]!.toUpperCase()}${what.slice(1)}.` : `${count} ${what}.`;
}

/** Where a thing is found among others. */
export const placeOf = (group: string, { kind, id, place, essay }: Placed): string | null => {
  if (!canRemove({ kind })) return `/g/${group}/cards/${place}`;
  if (!essay) return null;
  return `/g/${group}/${essay.slug}#${kind === 'reply' ? `r-${id}` : `a-${id}`}`;
};

type Placed = Pick<QueueItem, 'kind' | 'id' | 'place' | 'essay'>;
