import { FollowRow } from '@/components/inbox/follow-row';
import { DecideRows } from '@/components/moderation/decide-rows';
import { HidePersonRow } from '@/components/moderation/hide-person-row';
import type { SelectionDraft } from '@/components/reader/reader-state';
import { useReaderStore } from '@/components/reader/reader-store';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { takesPart } from '@/lib/core/annotation/takes-part';
import { setResolved, setVisibility } from './change-annotation';
import { copyLink, copyQuote } from './copy';
import { useDesk } from './desk';
import { Disclosure } from './disclosure';
import { DragToCard } from './drag-to-card';
import { removeAnnotation } from './remove-annotation';
import { wordsOf } from './words-of';

/** All that can be done with an annotation. */
export function NoteMenu({ annotation }: { annotation: Annotation }) {
  const desk = useDesk();
  const store = useReaderStore();
  const { viewer, writes, moderates, isMember } = store.reading;
  const { id, creator, visibility, resolved, comment, modified } = annotation;
  const isMine = creator.id === viewer?.id;
  // What others answered is theirs too, so the server keeps it in sight.
  const staysShown =
    visibility === 'group' && annotation.replies.some((reply) => reply.creator.id !== creator.id);
  const writeWords = () =>
    desk.write({ kind: 'words', annotation: id, reply: null, base: wordsOf(annotation, null) });
  // After this press: a note that is pressed is turned to.
  const markOthers = (by: SelectionDraft['by']) =>
    import('./move-annotation').then(
      ({ beginMove }) => beginMove(desk, id, by),
      () => desk.say('This could not be loaded. Try again in a moment.'),
    );
  return (
    <>
      {writes && <DragToCard annotation={annotation} />}
      <Disclosure label="More" className="note-more" face={<span aria-hidden="true">⋯</span>}>
        {isMine && (
          <button type="button" onClick={writeWords}>
            {comment ? 'Edit' : 'Write a comment'} <kbd>e</kbd>
          </button>
        )}
        {isMine && writes && store.ranges.of(annotation, store.get()) && (
          <button type="button" onClick={({ nativeEvent }) => markOthers(handOf(nativeEvent))}>
            Mark other words
          </button>
        )}
        {writes && (
          <button type="button" onClick={() => desk.patch({ dialog: { kind: 'card', annotation: id } })}>
            Make a card <kbd>c</kbd>
          </button>
        )}
        <button type="button" onClick={() => copyLink(desk, `a-${id}`)}>
          Copy link
        </button>
        <button type="button" onClick={() => copyQuote(desk, annotation)}>
          Copy quote with reference
        </button>
        {isMember && visibility === 'group' && <TogetherRows annotation={annotation} />}
        {(isMine || moderates) && (
          <button type="button" onClick={() => setResolved(desk, id, !resolved)}>
            {resolved ? 'Reopen' : 'Resolve'}
          </button>
        )}
        {isMine && !staysShown && (
          <button
            type="button"
            onClick={() => setVisibility(desk, id, visibility === 'private' ? 'group' : 'private')}
          >
            {visibility === 'private' ? 'Show to the group' : 'Make private'}
          </button>
        )}
        {modified && (
          <button
            type="button"
            onClick={() => desk.patch({ dialog: { kind: 'history', annotation: id, reply: null } })}
          >
            History
          </button>
        )}
        {isMine && (
          <button type="button" className="danger" onClick={() => removeAnnotation(desk, id)}>
            Delete
          </button>
        )}
        {moderates && !isMine && <DecideRows annotation={annotation} reply={null} />}
      </Disclosure>
    </>
  );
}

/** What pressed a button is likely to select with, too. */
function handOf(press: MouseEvent): SelectionDraft['by'] {
  if (press.detail === 0) return 'keyboard';
  return 'pointerType' in press && press.pointerType === 'touch' ? 'touch' : 'pointer';
}

/** What is done about people and their threads where others read along. */
function TogetherRows({ annotation }: { annotation: Annotation }) {
  const desk = useDesk();
  const { viewer } = useReaderStore().reading;
  const { id, creator } = annotation;
  const isMine = creator.id === viewer?.id;
  return (
    <>
      <FollowRow
        desk={desk}
        thing={{ kind: 'thread', subject: id }}
        name="this thread"
        byItself={takesPart(annotation, viewer?.id ?? null)}
      />
      {!isMine && (
        <>
          <FollowRow desk={desk} thing={{ kind: 'person', subject: creator.id }} name={creator.name} />
          <HidePersonRow desk={desk} person={creator} />
          <button
            type="button"
            onClick={() => desk.patch({ dialog: { kind: 'flag', annotation: id, reply: null } })}
          >
            Flag…
          </button>
        </>
      )}
    </>
  );
}
