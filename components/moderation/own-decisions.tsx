'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { CommentView } from '@/components/annotation/comment-view';
import { TimeAgo } from '@/components/annotation/time-ago';
import { api } from '@/components/api-client';
import { unreadChanged } from '@/components/live/show-unread';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { Refusal } from '@/components/ui/refusal';
import { useChange } from '@/components/use-change';
import type { OwnDecision } from '@/lib/core/api/moderation';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { reasonName } from '@/lib/core/moderation/reasons';
import { nameOf, placeOf } from './subject-words';

const standings: Record<OwnDecision['standing'], [name: string, meaning: string]> = {
  shown: ['Shown', ''],
  pending: ['Waiting', 'A moderator looks at it first. Until then only you and moderators see it.'],
  hidden: ['Hidden', 'Only you and moderators see it.'],
  removed: ['Removed', 'Nobody sees it any more.'],
};

/** What of one's own others do not see, what was said about it, and how to ask for another look. */
export function OwnDecisions({ group, items }: { group: string; items: OwnDecision[] }) {
  const router = useRouter();
  // Who is told of a decision while they look at the last one sees it here, too.
  useEffect(() => {
    const refresh = () => router.refresh();
    addEventListener(unreadChanged, refresh);
    return () => removeEventListener(unreadChanged, refresh);
  }, [router]);
  if (items.length === 0)
    return (
      <p className="rounded-lg border border-rule bg-surface px-6 py-12 text-center text-ink-2">
        Everything you wrote here is shown to the group.
      </p>
    );
  return (
    <ul className="grid max-w-3xl gap-4">
      {items.map((item) => (
        <li key={item.id} className="grid gap-3 rounded-lg border border-rule bg-raised p-5">
          <Head item={item} />
          <div className="wrap-anywhere rounded-md bg-surface p-4" dir="auto">
            {item.comment?.document ? (
              <CommentView document={item.comment.document as CommentDocument} />
            ) : (
              (item.comment?.markdown ?? 'A mark without words')
            )}
          </div>
          {item.reason && (
            <p className="wrap-anywhere">
              <span className="font-medium">{reasonName(item.reason)}</span>
              {item.note && (
                <>
                  : <q>{item.note}</q>
                </>
              )}
            </p>
          )}
          <p className="text-ink-2 text-sm">
            {standings[item.standing][1]}
            {item.appealed && ' You asked for another look. A moderator will answer.'}
          </p>
          <NextStep group={group} item={item} />
        </li>
      ))}
    </ul>
  );
}

function Head({ item }: { item: OwnDecision }) {
  const isOut = item.standing === 'hidden' || item.standing === 'removed';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span
        className={`rounded-full px-2 py-0.5 font-medium text-xs forced-colors:border ${isOut ? 'bg-danger-soft text-danger' : 'bg-sunken text-ink-2'}`}
      >
        {standings[item.standing][0]}
      </span>
      <h3 className="wrap-anywhere min-w-0 flex-1 font-ui font-medium text-sm">
        {nameOf(item)}
        {item.essay && (
          <>
            {' '}
            in <bdi>{item.essay.title}</bdi>
          </>
        )}
      </h3>
      {item.decided && <TimeAgo at={item.decided} />}
    </div>
  );
}

function NextStep({ group, item }: { group: string; item: OwnDecision }) {
  const { error, pending, change } = useChange();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const { kind, id, standing, appealed } = item;
  const path = placeOf(group, item);
  const seeIt = standing !== 'removed' && path && (
    <a href={path} className="inline-flex min-h-8 items-center text-sm underline pointer-coarse:min-h-11">
      {standing === 'hidden' ? 'Reword it' : 'Go there'}
    </a>
  );
  if (standing === 'pending' || appealed) return seeIt ? <p>{seeIt}</p> : null;
  const send = () =>
    change(() =>
      api('POST /groups/{group}/flags', { params: { group }, body: { kind, id, reason: 'appeal', note } }),
    );
  if (!isOpen)
    return (
      <div className="flex flex-wrap items-center gap-4">
        <Button look="outline" size="sm" onClick={() => setOpen(true)}>
          Ask for another look
        </Button>
        {seeIt}
      </div>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="grid gap-3"
    >
      <TextArea
        label="What should moderators know?"
        name="note"
        rows={3}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        autoFocus
      />
      <Refusal error={error} />
      <div className="flex gap-2">
        <Button type="submit" disabled={pending}>
          Ask for another look
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
