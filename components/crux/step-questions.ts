import type { StepVerb } from '@/lib/core/crux/board-moves';

interface StepQuestion {
  /** Names the step on its button. */
  label: string;
  /** Asked before the step is taken; without it the step is taken at once. */
  title?: string;
  text?: string;
  danger?: boolean;
  /** What has to be said with it, as the API calls it. */
  input?: { name: 'reason' | 'source'; label: string; hint: string; maxLength: number };
}

const source = {
  name: 'source',
  label: 'What settled it',
  hint: 'A link or a sentence with which anybody can check it.',
  maxLength: 2000,
} as const;

export const stepQuestions: Record<StepVerb, StepQuestion> = {
  accept: { label: 'Accept' },
  reject: {
    label: 'Reject',
    title: 'Reject this card?',
    text: 'It stays with its passages and answers, and can be taken up again.',
    danger: true,
    input: {
      name: 'reason',
      label: 'Why',
      hint: 'Whoever proposed it will read this.',
      maxLength: 1000,
    },
  },
  reconsider: { label: 'Consider again' },
  'resolve-true': {
    label: 'Resolve as true',
    title: 'Resolve as true?',
    text: 'Everybody’s answers are shown then, and no more are taken.',
    input: source,
  },
  'resolve-false': {
    label: 'Resolve as false',
    title: 'Resolve as false?',
    text: 'Everybody’s answers are shown then, and no more are taken.',
    input: source,
  },
  dissolve: {
    label: 'Dissolve',
    title: 'Dissolve this card?',
    text: 'For a question that turned out to be none: it is neither true nor false.',
    input: source,
  },
  reopen: { label: 'Reopen' },
  withdraw: {
    label: 'Withdraw',
    title: 'Withdraw this card?',
    text: 'It goes to the archive with all that stands on it. A moderator can restore it.',
    danger: true,
  },
  archive: {
    label: 'Archive',
    title: 'Archive this card?',
    text: 'It leaves the board and the ranking. Nothing is lost, and it can be restored.',
  },
  restore: { label: 'Restore' },
};
