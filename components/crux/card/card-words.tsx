import type { ReactNode } from 'react';
import { CommentView } from '@/components/annotation/comment-view';
import type { CardDetail } from '@/lib/core/api/cards';
import type { CommentDocument } from '@/lib/core/essay/comment-document';

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/** Nothing but a link. */
const isAddress = (words: string) => /^https?:\/\/\S+$/.test(words);

interface Props {
  card: CardDetail;
  /** Why it matters, read from Markdown; null when nobody said. */
  details: CommentDocument | null;
}

/** Why a card matters, what would settle it, and what did. */
export function CardWords({ card, details }: Props) {
  const { operationalization, resolvesBy, resolutionSource } = card;
  return (
    <>
      {resolutionSource && (
        <Part title="What settled it">
          <p className="wrap-anywhere whitespace-pre-line" dir="auto">
            {isAddress(resolutionSource) ? (
              <a href={resolutionSource} rel="nofollow noopener noreferrer" className="underline">
                {resolutionSource}
              </a>
            ) : (
              resolutionSource
            )}
          </p>
        </Part>
      )}
      <Part title="Why it matters">
        {details ? (
          <CommentView document={details} />
        ) : (
          <p className="text-ink-3">Nobody has said yet why it matters.</p>
        )}
      </Part>
      {(operationalization || resolvesBy) && (
        <Part title="What would count as true">
          <p className="wrap-anywhere whitespace-pre-line" dir="auto">
            {operationalization}
          </p>
          {resolvesBy && (
            <p className="mt-1 text-ink-2 text-sm">
              Should be known by <time dateTime={resolvesBy}>{day.format(new Date(resolvesBy))}</time>.
            </p>
          )}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="max-w-prose">
      <h2 className="mb-1 text-xl">{title}</h2>
      {children}
    </section>
  );
}
