'use client';

import { type Ref, useEffect, useRef } from 'react';
import { Refusal } from '@/components/ui/refusal';
import { SaidMessage } from '@/components/ui/said-message';
import { useSingleKeys } from '@/components/use-single-keys';
import type { QueueItem } from '@/lib/core/api/moderation';
import type { DecisionVerb } from '@/lib/core/moderation/standing';
import { QueueActions } from './queue-actions';
import { QueueDetail } from './queue-detail';
import { QueueList } from './queue-list';
import { ReasonDialog } from './reason-dialog';
import { placeOf } from './subject-words';
import { useQueue } from './use-queue';
import { useQueueDeeds } from './use-queue-deeds';
import { useSelection } from './use-selection';
import { useWithheld } from './use-withheld';

interface Props {
  group: string;
  listed: QueueItem[];
  hasShortcuts: boolean;
  /** IANA name of the viewer's. */
  timeZone: string;
}

/** How long a decision can be taken back here, in milliseconds; the log can later. */
const OFFERED = 15_000;

/** What waits for moderators: a list, and the chosen thing where it stands. At one width or another, all by single keys. */
export function Queue({ group, listed, hasShortcuts, timeZone }: Props) {
  const { whole, refusal, unfold } = useWithheld(group, listed);
  const queue = useQueue(group, whole, timeZone);
  const { items, error, said, canUndo, forget } = queue;
  const selection = useSelection(items);
  const { at, current, marked, meant, goTo, toggle, hasMoved } = selection;
  const { approve, putOff, ask, asking, answer, leave, takeBack } = useQueueDeeds(queue, selection);
  const detail = useRef<HTMLElement>(null);
  const nothing = useRef<HTMLParagraphElement>(null);
  const next = () => goTo(at + 1);
  const previous = () => goTo(at - 1);
  const show = () => current && void unfold(current).then(() => detail.current?.focus());
  const open = () => {
    const path = current && placeOf(group, current);
    if (path) window.open(path, '_blank', 'noopener');
  };
  const mark = () => current && toggle(current.id);
  const unfoldIt = () => current?.withheld && show();
  useQueueKeys(hasShortcuts, { approve, ask, putOff, takeBack, open, next, previous, mark, unfoldIt });
  useEffect(() => {
    if (hasMoved.current) (current ? detail : nothing).current?.focus({ preventScroll: true });
  }, [current, hasMoved]);

  return (
    <div className="grid gap-4">
      <Refusal error={error ?? refusal} />
      {current ? (
        <div className="grid items-start gap-6 md:grid-cols-[minmax(0,17rem)_minmax(0,1fr)] lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
          <QueueList
            items={items}
            marked={marked}
            current={current.id}
            onOpen={(id) => goTo(items.findIndex((item) => item.id === id))}
            onToggle={toggle}
          />
          <div className="min-w-0">
            <p className="mb-2 text-ink-3 text-sm md:hidden">
              {at + 1} of {items.length}
            </p>
            <QueueDetail
              ref={detail}
              group={group}
              hasShortcuts={hasShortcuts}
              item={current}
              onUnfold={show}
            />
            <QueueActions
              hasShortcuts={hasShortcuts}
              meant={meant}
              onApprove={approve}
              onAsk={ask}
              onSnooze={putOff}
              onNext={items.length > 1 ? next : null}
            />
          </div>
        </div>
      ) : (
        <Nothing ref={nothing} />
      )}
      {asking && meant.length > 0 && (
        <ReasonDialog verb={asking} items={meant} onAnswer={answer} onClose={leave} />
      )}
      <SaidMessage said={said} canUndo={canUndo} offered={OFFERED} onUndo={takeBack} onEnd={forget} />
    </div>
  );
}

/** What is done by one key each; the help of the queue lists them. */
function useQueueKeys(
  isOn: boolean,
  deeds: Record<
    'approve' | 'putOff' | 'takeBack' | 'open' | 'next' | 'previous' | 'mark' | 'unfoldIt',
    () => unknown
  > & { ask: (verb: DecisionVerb) => void },
) {
  const { next, previous } = deeds;
  useSingleKeys(isOn, {
    a: deeds.approve,
    h: () => deeds.ask('hide'),
    r: () => deeds.ask('remove'),
    s: deeds.putOff,
    z: deeds.takeBack,
    o: deeds.open,
    n: next,
    j: next,
    arrowdown: next,
    p: previous,
    k: previous,
    arrowup: previous,
    x: deeds.mark,
    v: deeds.unfoldIt,
  });
}

function Nothing({ ref }: { ref: Ref<HTMLParagraphElement> }) {
  return (
    <p
      ref={ref}
      tabIndex={-1}
      className="rounded-lg border border-rule bg-surface px-6 py-12 text-center text-ink-2"
    >
      Nothing waits for you here.
    </p>
  );
}
