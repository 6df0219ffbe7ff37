import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useDragEnd } from '@/components/use-drag-end';
import type { Annotation } from '@/lib/core/annotation/annotation';
import { quoteOf } from '@/lib/core/annotation/highlight';
import { useDesk } from './desk';
import { focusNote } from './focus-note';

/** Lets a mouse drag the note by the head that this stands in, to where a card is made of it; keys and the menu do the same. */
export function DragToCard({ annotation }: { annotation: Annotation }) {
  const desk = useDesk();
  const place = useRef<HTMLElement>(null);
  const [isDragged, setDragged] = useState(false);
  const quote = quoteOf(annotation) ?? '';
  useDragEnd(isDragged, () => setDragged(false));
  useEffect(() => {
    const head = place.current?.parentElement;
    if (!head) return;
    const grasp = ({ pointerType, target }: PointerEvent) => {
      head.draggable = pointerType === 'mouse' && !(target as Element).closest('button, [popover]');
    };
    const begin = ({ dataTransfer }: DragEvent) => {
      dataTransfer?.setData('text/plain', quote);
      setDragged(true);
    };
    head.addEventListener('pointerdown', grasp);
    head.addEventListener('dragstart', begin);
    return () => {
      head.draggable = false;
      head.removeEventListener('pointerdown', grasp);
      head.removeEventListener('dragstart', begin);
    };
  }, [quote]);

  function make() {
    focusNote(annotation.id);
    desk.patch({ dialog: { kind: 'card', annotation: annotation.id } });
  }
  return (
    <>
      <i ref={place} className="note-grip" hidden />
      {isDragged && createPortal(<CardDrop onDrop={make} />, document.body)}
    </>
  );
}

/** Only there while something is dragged, which no assistive technology does. */
function CardDrop({ onDrop }: { onDrop: () => void }) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      aria-hidden="true"
      className="card-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      Make a card
    </div>
  );
}
