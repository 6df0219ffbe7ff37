import { useEffect, useState } from 'react';
import { api } from '@/components/api-client';
import { useReaderStore } from '@/components/reader/reader-store';
import type { Output } from '@/lib/core/api/contracts';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { CommentView } from './comment-view';
import { Modal } from './modal';
import { reasonOf } from './send';
import { TagLabels } from './tag-label';
import { TimeAgo } from './time-ago';

type Revisions = Output<'GET /annotations/{id}/history'>['items'];

/** What it said before. */
export function HistoryDialog({ annotation, reply }: { annotation: string; reply: string | null }) {
  const { tags } = useReaderStore().reading;
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
  return (
    <Modal title="History">
      {error && <p role="alert">{error}</p>}
      {!revisions && !error && <p>Loading…</p>}
      {revisions?.length === 0 && <p>There is no earlier text.</p>}
      <ol className="history">
        {revisions?.map(({ version, comment, tags: slugs, editor, created }) => (
          <li key={version}>
            <p>
              <bdi>{editor.name}</bdi> <TimeAgo at={created} />
            </p>
            <TagLabels tags={tags} slugs={slugs} />
            {comment ? <CommentView document={comment.document as CommentDocument} /> : <p>No comment.</p>}
          </li>
        ))}
      </ol>
    </Modal>
  );
}
