'use client';

import { api } from '@/components/api-client';
import { MarkSeen } from '@/components/live/mark-seen';
import { Button } from '@/components/ui/button';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { AnnotationRound } from '@/lib/core/api/annotation-rounds';
import { askedFor, waitedFor } from './waited-for';

interface Props {
  /** Slugs. */
  place: { group: string; essay: string };
  round: AnnotationRound;
  /** They may reveal it. */
  leads: boolean;
  /** The page has this twice, and the other one sees to the inbox. */
  isSecond?: boolean;
}

/** Where an annotator says that they are done, or not yet after all. */
export function RoundDone({ place, round, leads, isSecond = false }: Props) {
  const { id, mine } = round;
  const { pending, error, change } = useChange();
  const params = { ...place, round: id };
  async function send() {
    const after = await change(() =>
      api('PUT /groups/{group}/essays/{essay}/rounds/{round}/done', { params, body: { done: !mine } }),
    );
    // The essay knows only from its start which words it offers.
    if (after?.state === 'revealed') location.reload();
  }

  return (
    <div className="grid justify-items-start gap-2 pt-1">
      {!isSecond && <MarkSeen thread={id} />}
      <p role="status" className={`max-w-prose ${mine ? 'font-medium' : 'text-ink-2'}`}>
        {mine ? waitedFor(round, leads) : askedFor(round)}
      </p>
      <Button look={mine ? 'outline' : 'primary'} disabled={pending} onClick={send}>
        {mine ? 'Not done yet' : 'I’m done'}
      </Button>
      <Refusal error={error} />
    </div>
  );
}
