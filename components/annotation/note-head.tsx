import { onDemand } from '@/components/reader/on-demand';
import { Avatar } from '@/components/ui/avatar';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { isEdited } from './relative-time';
import { TimeAgo } from './time-ago';

const NoteMenu = onDemand(async () => (await import('./note-menu')).NoteMenu, { otherwise: () => null });

interface Props {
  annotation: Annotation;
  isOpen: boolean;
  isUnread: boolean;
}

export function NoteHead({ annotation, isOpen, isUnread }: Props) {
  const { id, creator, created, modified, visibility, held } = annotation;
  return (
    <div className="note-head">
      <Avatar name={creator.name} size={20} />
      <bdi id={`by-${id}`}>{creator.name}</bdi>
      <TimeAgo at={created} />
      {isEdited(created, modified) && <small>edited</small>}
      {held && <small>{held.as}</small>}
      {isUnread && <i className="note-new" role="img" aria-label="Unread" />}
      {visibility === 'private' && (
        <small className="note-private" title="Only you see this">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />
          </svg>
          private
        </small>
      )}
      {isOpen && <NoteMenu annotation={annotation} />}
    </div>
  );
}
