import { useState } from 'react';
import { DecideRows } from '@/components/moderation/decide-rows';
import { HeldNotice } from '@/components/moderation/held-notice';
import { HidePersonRow } from '@/components/moderation/hide-person-row';
import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { Avatar } from '@/components/ui/avatar';
import type { Annotation, Reply } from '@/lib/core/annotation/annotation';
import type { CommentDocument } from '@/lib/core/essay/comment-document';
import { CommentView } from './comment-view';
import { copyLink } from './copy';
import { unsavedOf, useDesk, useDeskState } from './desk';
import { Disclosure } from './disclosure';
import { Reactions } from './reactions';
import { isEdited } from './relative-time';
import { removeReply } from './remove-annotation';
import { TimeAgo } from './time-ago';
import { wordsOf } from './words-of';
import { Writer } from './writer';

interface Props {
  annotation: Annotation;
  reply: Reply;
}

export function ReplyView({ annotation, reply }: Props) {
  const desk = useDesk();
  const { viewer, writes, group } = useReaderStore().reading;
  const [isShown, setShown] = useState(false);
  const { id, creator, comment, created, modified, reactions } = reply;
  const writing = useDeskState((state) =>
    state.writing?.annotation === annotation.id ? state.writing : null,
  );
  const unsaved = useDeskState((state) => unsavedOf(state, id));
  const isFolded = useReader(({ settings }) => settings.hiddenPeople?.includes(creator.id)) && !isShown;
  if (!comment) return <p className="note-gone">A reply was deleted.</p>;
  if (isFolded)
    return (
      <p className="note-gone">
        By somebody you hid ·{' '}
        <button type="button" className="link" onClick={() => setShown(true)}>
          show
        </button>
      </p>
    );
  const isWritingWords = writing?.kind === 'words' && writing.reply === id;
  return (
    <div id={`r-${id}`} role="comment" aria-labelledby={`by-${id}`} tabIndex={-1}>
      <div className="note-head">
        <Avatar name={creator.name} size={18} />
        <bdi id={`by-${id}`}>{creator.name}</bdi>
        <TimeAgo at={created} />
        {isEdited(created, modified) && <small>edited</small>}
        <ReplyMenu annotation={annotation} reply={reply} />
      </div>
      {reply.held && <HeldNotice group={group.slug} held={reply.held} isMine={creator.id === viewer?.id} />}
      {isWritingWords ? (
        <Writer key={id} writing={writing} label="Your reply" />
      ) : (
        <CommentView document={comment.document as CommentDocument} />
      )}
      {unsaved === undefined ? (
        <Reactions
          annotation={annotation.id}
          reply={id}
          isMine={creator.id === viewer?.id}
          reactions={reactions}
        >
          {writes && (
            <button
              type="button"
              onClick={() => desk.write({ kind: 'reply', annotation: annotation.id, parent: id })}
            >
              Reply
            </button>
          )}
        </Reactions>
      ) : (
        <p className="note-unsaved">{unsaved === null ? 'Saving…' : 'Not saved yet.'}</p>
      )}
      {writing?.kind === 'reply' && writing.parent === id && (
        <Writer key={`to-${id}`} writing={writing} label={`Reply to ${creator.name}`} />
      )}
    </div>
  );
}

function ReplyMenu({ annotation, reply }: Props) {
  const { id, creator, modified } = reply;
  const desk = useDesk();
  const { viewer, moderates, isMember } = useReaderStore().reading;
  const isMine = creator.id === viewer?.id;
  const base = wordsOf(annotation, id);
  return (
    <Disclosure label="More" className="note-more" face={<span aria-hidden="true">⋯</span>}>
      {isMine && (
        <button
          type="button"
          onClick={() => desk.write({ kind: 'words', annotation: annotation.id, reply: id, base })}
        >
          Edit
        </button>
      )}
      <button type="button" onClick={() => copyLink(desk, `r-${id}`)}>
        Copy link
      </button>
      {modified && (
        <button
          type="button"
          onClick={() => desk.patch({ dialog: { kind: 'history', annotation: annotation.id, reply: id } })}
        >
          History
        </button>
      )}
      {isMember && !isMine && (
        <>
          <HidePersonRow desk={desk} person={creator} />
          <button
            type="button"
            onClick={() => desk.patch({ dialog: { kind: 'flag', annotation: annotation.id, reply: id } })}
          >
            Flag…
          </button>
        </>
      )}
      {isMine && (
        <button type="button" className="danger" onClick={() => removeReply(desk, annotation.id, id)}>
          Delete
        </button>
      )}
      {moderates && !isMine && <DecideRows annotation={annotation} reply={reply} />}
    </Disclosure>
  );
}
