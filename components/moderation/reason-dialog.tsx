'use client';

import { DialogFrame } from '@/components/ui/dialog-frame';
import type { QueueItem } from '@/lib/core/api/moderation';
import { isReason, type Reason, reasonKeys } from '@/lib/core/moderation/reasons';
import type { DecisionVerb } from '@/lib/core/moderation/standing';
import { deedOf, ReasonForm } from './reason-form';
import type { Grounds } from './use-queue';

interface Props {
  verb: DecisionVerb;
  items: readonly QueueItem[];
  onAnswer: (grounds: Grounds) => void;
  onClose: () => void;
}

/** The reason that most of those who flagged gave. */
function likeliest(items: readonly QueueItem[]): Reason {
  const given = items.flatMap(({ flags }) => flags.map(({ reason }) => reason)).filter(isReason);
  const count = (key: Reason) => given.filter((one) => one === key).length;
  return reasonKeys.reduce((best, key) => (count(key) > count(best) ? key : best));
}

/** Asks why something of the queue is hidden or removed. */
export function ReasonDialog({ verb, items, onAnswer, onClose }: Props) {
  const what = items.length > 1 ? `these ${items.length}` : `what ${items[0]?.author.name} wrote`;
  return (
    <DialogFrame title={`${deedOf(verb)} ${what}?`} onClose={onClose}>
      <ReasonForm verb={verb} onAnswer={onAnswer} onClose={onClose} likeliest={likeliest(items)} />
    </DialogFrame>
  );
}
