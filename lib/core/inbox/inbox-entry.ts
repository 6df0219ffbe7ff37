import type { Person } from '@/lib/core/annotation/annotation';
import type { Reason } from './reasons';

/** The part of an entry (lib/core/api/inbox.ts) that says what happened and where. */
export interface Told {
  kind:
    | 'annotation'
    | 'reply'
    | 'card'
    | 'moderation'
    | 'review'
    | 'round'
    | 'annotation-round'
    | 'adjudication'
    | 'claim'
    | 'webhook'
    | 'export';
  reason: Reason;
  /** Null: a moderator; of a webhook Cruxbook itself, and of an export nobody. */
  actor: Person | null;
  verb: string | null;
}

const cardSteps: Record<string, string> = {
  propose: 'proposed this card',
  accept: 'accepted this card',
  reject: 'rejected this card',
  reconsider: 'proposed this card again',
  reword: 'reworded this card',
  'resolve-true': 'resolved this card as true',
  'resolve-false': 'resolved this card as false',
  dissolve: 'dissolved this card',
  reopen: 'reopened this card',
  merge: 'merged this card into another',
  unmerge: 'undid a merge of this card',
  absorb: 'merged another card into this one',
  split: 'split another card off this one',
  'split-off': 'split this card off another',
  withdraw: 'withdrew this card',
  archive: 'archived this card',
  restore: 'restored this card',
  link: 'linked a passage to this card',
  unlink: 'took a passage off this card',
  relate: 'related this card to another',
  unrelate: 'took a relation off this card',
  'review-relation': 'reviewed a relation of this card',
  undo: 'took back a step of this card',
};

const decisions: Record<string, string> = {
  approve: 'approved what you wrote',
  hide: 'hid what you wrote',
  remove: 'removed what you wrote',
  undo: 'took a decision about you back',
  ban: 'banned you from this group',
  unban: 'lifted your ban from this group',
};

const reviews: Record<string, string> = {
  flagged: 'wrote something that was flagged',
  waiting: 'wrote something that waits for a look',
  appealed: 'asks for another look',
};

const rounds: Partial<Record<Reason, string>> = {
  asked: 'asked you to read an essay alone',
  reminded: 'reminds you to read an essay alone',
  revealed: 'is open: all marks can be seen',
};

const claims: Partial<Record<Reason, string>> = {
  agreed: 'agreed that this is you',
  refused: 'did not agree that this is you',
};

/** What somebody did, to stand after their name. */
export function whatHappened({ kind, reason, verb }: Told): string {
  if (kind === 'card') return cardSteps[verb ?? ''] ?? 'changed this card';
  if (kind === 'moderation') return decisions[verb ?? ''] ?? 'decided about what you wrote';
  if (kind === 'round') return 'is over: all answers can be seen';
  if (kind === 'annotation-round') return rounds[reason] ?? 'asked you to read alone';
  if (kind === 'webhook')
    return verb === 'gone'
      ? 'turned off this webhook: its address answered that it is gone'
      : 'turned off this webhook: nothing arrived there for three days';
  if (kind === 'adjudication') return 'decided about passages that you tagged';
  if (kind === 'export') return verb === 'ready' ? 'is ready' : 'failed';
  if (kind === 'claim') return claims[reason] ?? 'says that this is them';
  if (kind === 'review') return reviews[verb ?? ''] ?? 'wrote something that waits for you';
  if (reason === 'mention') return 'mentioned you';
  if (kind === 'annotation') return 'marked a passage';
  return reason === 'reply' ? 'replied to you' : 'replied';
}

/** Who did it, or what came about. Moderators decide as such; the log of the group has their names. */
export function whoDid({ kind, reason, actor }: Omit<Told, 'verb'>): string {
  // All may be done, or its date has come: then it is nobody's deed.
  if (kind === 'annotation-round' && reason === 'revealed') return 'The round on this essay';
  if (kind === 'round') return 'The round of questions';
  if (kind === 'export') return 'Your export';
  if (actor) return actor.name;
  if (kind === 'adjudication') return 'Moderators';
  return kind === 'webhook' ? 'Cruxbook' : 'A moderator';
}

/** Why one is told, or what one can do about it, to stand on its own; null where that goes without saying. */
export function whyTold({ kind, reason, actor, verb }: Told): string | null {
  switch (reason) {
    case 'person':
      return `You follow ${whoDid({ kind, reason, actor })}`;
    case 'essay':
    case 'thread':
    case 'card':
      return `You follow this ${reason}`;
    case 'tag':
      return 'You follow its tag';
    case 'own':
      return 'You proposed it';
    case 'review':
    case 'claim':
      return 'You moderate this group';
    case 'moderation':
      return verb === 'hide' || verb === 'remove' ? 'You can ask for another look' : null;
    default:
      return null;
  }
}
