'use client';

import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { newId } from '@/components/annotation/new-id';
import { api } from '@/components/api-client';
import type { CardPlace } from '@/components/crux/card-place';
import { type Answer, CredenceField } from '@/components/crux/positions/credence-field';
import { percent } from '@/components/crux/positions/percent';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { RoundCard } from '@/lib/core/api/rounds';

interface Props {
  place: CardPlace;
  item: RoundCard;
  /** Which one it is, of how many. */
  count: string;
  onDone: () => void;
  /** Null on the last. */
  onSkip: (() => void) | null;
  children: ReactNode;
}

/** Asks for one credence: a number, Enter, and the next. */
export function RoundQuestion({ place, item, count, onDone, onSkip, children }: Props) {
  const title = useId();
  const form = useRef<HTMLFormElement>(null);
  const { card, mine } = item;
  const earlier = mine.after ?? undefined;
  const [answer, setAnswer] = useState<Answer>(earlier);
  const { pending, error, change } = useChange();
  useEffect(() => form.current?.querySelector<HTMLElement>('[type="number"]')?.focus(), []);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (answer === undefined) return;
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '');
    const body = { id: newId(), credence: answer, reason, wouldChangeMind: mine.wouldChangeMind };
    const done = await change(() =>
      api('POST /groups/{group}/cards/{card}/positions', { params: { ...place }, body }),
    );
    if (done) onDone();
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      aria-labelledby={title}
      className="grid gap-5 rounded-lg border border-rule bg-raised p-5"
    >
      <p className="text-ink-3 text-sm">{count}</p>
      <h2 id={title} className="wrap-anywhere font-read text-2xl leading-snug" dir="auto">
        {card.statement}
      </h2>
      <CredenceField
        question={
          card.kind === 'failure-mode'
            ? 'How likely is it that this happens?'
            : 'How likely is it that this is true?'
        }
        answer={answer}
        onAnswer={setAnswer}
        mayAbstain
      />
      {earlier !== undefined && (
        <p className="-mt-3 text-ink-2 text-sm">Before, you answered {percent(earlier)}. Enter keeps it.</p>
      )}
      <details open={mine.reason !== ''}>
        <summary className="min-h-9 w-fit py-2 text-ink-2 text-sm pointer-coarse:min-h-11 pointer-coarse:py-3">
          Add a reason
        </summary>
        <TextArea
          label="Reason"
          name="reason"
          rows={2}
          maxLength={2000}
          dir="auto"
          defaultValue={mine.reason}
        />
      </details>
      <Refusal error={error} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" disabled={pending || answer === undefined}>
          Answer
        </Button>
        {onSkip && (
          <Button look="quiet" disabled={pending} onClick={onSkip}>
            Skip
          </Button>
        )}
        {children}
      </div>
    </form>
  );
}
