import { ExternalLink, Flag } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { Ref } from 'react';
import { CommentView } from '@/components/annotation/comment-view';
import { TimeAgo } from '@/components/annotation/time-ago';
import { Avatar } from '@/components/ui/avatar';
import type { QueueItem } from '@/lib/core/api/moderation';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { reasonName } from '@/lib/core/moderation/reasons';
import { Decisions } from './decisions';
import { passageContext } from './passage-context';
import { nameOf, placeOf } from './subject-words';
import { WithheldWords } from './withheld-words';

interface Props {
  ref: Ref<HTMLElement>;
  group: string;
  item: QueueItem;
  hasShortcuts: boolean;
  onUnfold: () => void;
}

/** One contribution in its context: the passage, what it answers, its words, and who says what about it. */
export function QueueDetail({ ref, group, item, hasShortcuts, onUnfold }: Props) {
  const { author, passage, above, essay, statement, record } = item;
  const path = placeOf(group, item);
  return (
    <article
      ref={ref}
      tabIndex={-1}
      aria-labelledby="subject"
      className="grid gap-5 rounded-lg border border-rule bg-paper p-5 outline-none sm:p-6"
    >
      <header className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <Avatar name={author.name} size={32} />
        <div className="min-w-0 flex-1">
          <h2 id="subject" className="wrap-anywhere font-ui font-semibold text-base">
            {nameOf(item)} by <bdi>{author.name}</bdi>
          </h2>
          <p className="text-ink-3 text-sm">{recordWords(record)}</p>
        </div>
        {path && (
          <Link
            href={path as Route}
            prefetch={false}
            className="inline-flex min-h-8 items-center gap-1.5 max-sm:ms-11 max-sm:basis-full text-ink-2 text-sm pointer-coarse:min-h-11"
          >
            <ExternalLink size={14} aria-hidden="true" />
            Where it stands
          </Link>
        )}
      </header>
      {statement !== null && (
        <p
          className="wrap-anywhere border-rule-strong border-s-2 ps-4 font-read text-ink-2 leading-relaxed"
          dir="auto"
        >
          {statement}
        </p>
      )}
      {(essay || passage) && (
        <section aria-label="Passage" className="grid gap-2">
          {essay && (
            <p className="wrap-anywhere text-ink-3 text-sm" dir="auto">
              {essay.title}
            </p>
          )}
          {passage && <Passage passage={passage} />}
        </section>
      )}
      {above.map(({ author, comment }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is above never changes its order
        <div key={i} className="ms-1 grid gap-1 border-rule border-s-2 ps-4 text-ink-2">
          <p className="text-sm">
            <bdi className="font-medium">{author.name}</bdi>
          </p>
          {comment ? (
            <CommentView document={comment.document as CommentDocument} />
          ) : (
            <p className="text-ink-3 text-sm">A mark without words</p>
          )}
        </div>
      ))}
      {item.withheld ? (
        <WithheldWords card={path} hasShortcuts={hasShortcuts} onUnfold={onUnfold} />
      ) : (
        <Words item={item} />
      )}
      <Flags flags={item.flags} />
      {item.decisions.length > 0 && <Decisions entries={item.decisions} />}
    </article>
  );
}

function recordWords({ contributions, held }: QueueItem['record']): string {
  const wrote = contributions === 1 ? 'Their only contribution here' : `${contributions} contributions here`;
  return held === 0 ? wrote : `${wrote}, ${held} hidden or removed`;
}

function Passage({ passage }: { passage: NonNullable<QueueItem['passage']> }) {
  const { before, after } = passageContext(passage);
  return (
    <blockquote className="wrap-anywhere whitespace-pre-line font-read text-ink-2 leading-relaxed" dir="auto">
      {before}
      <mark className="bg-(--hl-0-tint) text-ink underline decoration-(--hl-0-edge) decoration-2 underline-offset-4">
        {passage.exact}
      </mark>
      {after}
    </blockquote>
  );
}

const standings = {
  shown: 'Everybody in the group sees it.',
  pending: 'Only its author and moderators see it.',
  hidden: 'It is hidden: only its author and moderators see it.',
  removed: 'It was removed: nobody sees it.',
};

function Words({ item: { kind, comment, earlier, standing, created, modified } }: { item: QueueItem }) {
  return (
    <section aria-label="What it says" className="grid gap-2 rounded-md bg-surface p-4">
      {earlier !== null && (
        <p className="wrap-anywhere whitespace-pre-line text-ink-3 text-sm" dir="auto">
          Before: <del>{earlier}</del>
        </p>
      )}
      {comment?.document === null && (
        <p
          className={`wrap-anywhere whitespace-pre-line text-lg ${kind === 'card' ? 'font-read leading-snug' : ''}`}
          dir="auto"
        >
          {comment.markdown}
        </p>
      )}
      {comment && comment.document !== null && (
        <div className="wrap-anywhere text-lg">
          <CommentView document={comment.document as CommentDocument} />
        </div>
      )}
      {!comment && <p className="text-ink-2">A mark without words.</p>}
      <p className="text-ink-3 text-sm">
        <TimeAgo at={modified ?? created} /> · {standings[standing]}
      </p>
    </section>
  );
}

function Flags({ flags }: { flags: QueueItem['flags'] }) {
  if (flags.length === 0) return null;
  return (
    <ul aria-label="Flags" className="grid gap-2 text-sm">
      {flags.map(({ id, by, reason, note, created }) => (
        <li key={id} className="flex gap-2">
          <Flag size={15} aria-hidden="true" className="mt-0.5 shrink-0 text-danger" />
          <p className="wrap-anywhere min-w-0">
            <bdi className="font-medium">{by.name}</bdi>: {reasonName(reason)}
            {note && <q className="ms-1 text-ink-2">{note}</q>} <TimeAgo at={created} />
          </p>
        </li>
      ))}
    </ul>
  );
}
