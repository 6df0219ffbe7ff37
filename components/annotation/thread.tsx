import { FollowsThread } from '@/components/inbox/follows-thread';
import { HeldNotice } from '@/components/moderation/held-notice';
import { useReaderStore } from '@/components/reader/reader-store';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { type ReplyNode, replyTree } from '@/lib/core/annotation/reply-tree';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { setResolved, toggleTag } from './change-annotation';
import { CommentView } from './comment-view';
import { useDesk, useDeskState, type Writing } from './desk';
import { draftKey } from './draft-key';
import { Reactions } from './reactions';
import { ReplyView } from './reply-view';
import { TagLabels } from './tag-label';
import { TakenFrom } from './taken-from';
import { Writer } from './writer';

/** Everything that was said about a passage, and the box to say more. */
export function Thread({ annotation }: { annotation: Annotation }) {
  const desk = useDesk();
  const { viewer, writes, group, isMember } = useReaderStore().reading;
  const { id, comment, resolved, creator } = annotation;
  const isMine = creator.id === viewer?.id;
  const writing = useDeskState((state) => (state.writing?.annotation === id ? state.writing : null));
  const isWritingWords = writing?.kind === 'words' && writing.reply === null;
  return (
    <>
      {annotation.held && <HeldNotice group={group.slug} held={annotation.held} isMine={isMine} />}
      <Tags annotation={annotation} isMine={isMine && writes} />
      {isWritingWords ? (
        <Writer key="words" writing={writing} label="Your comment" />
      ) : (
        comment && <CommentView document={comment.document as CommentDocument} />
      )}
      {annotation.via && <TakenFrom address={annotation.via} />}
      {resolved && (
        <p className="note-resolved">
          Resolved by {resolved.by.name}
          {(isMine || desk.store.reading.moderates) && (
            <button type="button" onClick={() => setResolved(desk, id, false)}>
              Reopen
            </button>
          )}
        </p>
      )}
      {!isWritingWords && annotation.visibility !== 'private' && (
        <Reactions annotation={id} reply={null} isMine={isMine} reactions={annotation.reactions} />
      )}
      <Replies annotation={annotation} nodes={replyTree(annotation.replies)} depth={0} />
      {writing?.kind === 'reply' && writing.parent === null ? (
        <Writer key="reply" writing={writing} label={`Reply to ${creator.name}`} />
      ) : (
        writes && !isWritingWords && <Begin annotation={annotation} isMine={isMine} />
      )}
      {isMember && annotation.visibility === 'group' && (!isMine || annotation.replies.length > 0) && (
        <FollowsThread annotation={annotation} />
      )}
    </>
  );
}

/** What may be said next, unless it was begun and waits to be continued. */
function Begin({ annotation, isMine }: { annotation: Annotation; isMine: boolean }) {
  const desk = useDesk();
  const { id, comment, replies, visibility } = annotation;
  const draft = useDeskState((state) => state.drafts.find((one) => one.annotation === id));
  const isBare = isMine && !comment && replies.length === 0;
  const next: Writing = isBare
    ? { kind: 'words', annotation: id, reply: null, base: null }
    : { kind: 'reply', annotation: id, parent: null };
  const isBegun = draft && draftKey('', draft) === draftKey('', next);
  return (
    <>
      {!isBegun && (
        <button type="button" className="note-reply" onClick={() => desk.write(next)}>
          {isBare ? 'Comment…' : visibility === 'private' ? 'Add a note…' : 'Reply…'}
          <kbd>{isBare ? 'a' : 'r'}</kbd>
        </button>
      )}
    </>
  );
}

/** The author gives and takes tags by a click, everyone else reads them. */
function Tags({ annotation, isMine }: { annotation: Annotation; isMine: boolean }) {
  const desk = useDesk();
  const { tags } = useReaderStore().reading;
  const own = annotation.tags;
  if (!isMine)
    return own.length > 0 ? (
      <p className="note-tags">
        <TagLabels tags={tags} slugs={own} />
      </p>
    ) : null;
  return (
    <div className="note-tags" role="group" aria-label="Tags">
      {tags
        .filter(({ retired, slug }) => !retired || own.includes(slug))
        .map(({ slug, slot, glyph, name, definition }) => (
          <button
            key={slug}
            type="button"
            className={`note-tag k${slot}`}
            aria-pressed={own.includes(slug)}
            title={definition}
            onClick={() => toggleTag(desk, annotation.id, slug)}
          >
            <i aria-hidden="true">{glyph}</i>
            {name}
          </button>
        ))}
    </div>
  );
}

/** Deeper replies are not indented further, or a long exchange ends in a column of single words. */
const DEEPEST = 3;

interface RepliesProps {
  annotation: Annotation;
  nodes: readonly ReplyNode[];
  depth: number;
}

function Replies({ annotation, nodes, depth }: RepliesProps) {
  if (nodes.length === 0) return null;
  return (
    <ul className={depth < DEEPEST ? 'note-replies' : 'note-replies flat'}>
      {nodes.map(({ reply, children }) => (
        <li key={reply.id}>
          <ReplyView annotation={annotation} reply={reply} />
          <Replies annotation={annotation} nodes={children} depth={depth + 1} />
        </li>
      ))}
    </ul>
  );
}
