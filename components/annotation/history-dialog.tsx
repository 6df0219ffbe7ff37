import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import type { Comment } from '@/lib/core/annotation/annotation';
import { quoteOf } from '@/lib/core/annotation/highlight';
import type { Output } from '@/lib/core/api/contracts';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { CommentView } from './comment-view';
import { markedWords } from './marked-words';
import { Modal } from './modal';
import { reasonOf } from './send';
import { TagLabels } from './tag-label';
import { TimeAgo } from './time-ago';

type Revisions = Output<'GET /annotations/{id}/history'>['items'];

/** What it says now, and what it said before. */
export function HistoryDialog({ annotation, reply }: { annotation: string; reply: string | null }) {
  const thread = useReader((state) => state.annotations.get(annotation));
  const now = reply === null ? thread : thread?.replies.find(({ id }) => id === reply);
  const [revisions, setRevisions] = useState<Revisions>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    const asked =
      reply === null
        ? api('GET /annotations/{id}/history', { params: { id: annotation } })
        : api('GET /replies/{id}/history', { params: { id: reply } });
    asked.then(
      ({ items }) => setRevisions(items),
      (refusal) => setError(reasonOf(refusal)),
    );
  }, [annotation, reply]);
  const [marks, ...marked] = markedWords(reply === null && thread ? quoteOf(thread) : null, revisions ?? []);
  return (
    <Modal title="History">
      {error && <p role="alert">{error}</p>}
      {!revisions && !error && <p>Loading…</p>}
      {revisions?.length === 0 && <p>There is no earlier text.</p>}
      {revisions && revisions.length > 0 && (
        <div className="history">
          <section>
            <h3>Now</h3>
            {now && (
              <Version
                by={now.creator.name}
                at={now.modified ?? now.created}
                tags={'tags' in now ? now.tags : []}
                comment={now.comment}
                marks={marks ?? null}
              />
            )}
          </section>
          <section>
            <h3>{revisions.length === 1 ? 'Earlier version' : `${revisions.length} earlier versions`}</h3>
            <ol>
              {revisions.map(({ version, editor, created, tags, comment }, i) => (
                <li key={version}>
                  <Version
                    by={editor.name}
                    at={created}
                    tags={tags}
                    comment={comment}
                    marks={marked[i] ?? null}
                  />
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </Modal>
  );
}

interface VersionProps {
  by: string;
  at: string;
  tags: readonly string[];
  comment: Comment | null;
  /** The words that it marks, where they changed. */
  marks: string | null;
}

function Version({ by, at, tags: slugs, comment, marks }: VersionProps) {
  const { tags } = useReaderStore().reading;
  return (
    <>
      <p>
        <bdi>{by}</bdi> <TimeAgo at={at} />
      </p>
      {marks !== null && (
        <p>
          On <q dir="auto">{marks}</q>
        </p>
      )}
      <TagLabels tags={tags} slugs={slugs} />
      {comment ? <CommentView document={comment.document as CommentDocument} /> : <p>No comment.</p>}
    </>
  );
}
