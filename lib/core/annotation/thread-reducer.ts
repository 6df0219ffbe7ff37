import type { Annotation, AnnotationEvent } from './annotation';

/** The annotations of an essay as a client knows them, and up to where it has heard of changes. */
export interface Threads {
  /** By id, in order of creation: ids are UUIDv7. */
  annotations: ReadonlyMap<string, Annotation>;
  /** `<epoch>.<seq>` of the last event that is in `annotations`. */
  cursor: string;
}

/**
 * The state after a live event; `at` is the `<epoch>.<seq>` that came with it. "gap" when events are missing
 * in between, or the server's count is another: then fetch afresh. Idempotent: what is known changes nothing.
 *
 * Events of the viewer's own channel (`seq` 0) tell of what only they see and stand outside of the count.
 */
export function applyEvent(state: Threads, event: AnnotationEvent, at: string): Threads | 'gap' {
  if (event.seq === 0) return settled(state, event, state.cursor);
  const [epoch, last] = parts(state.cursor);
  // The first event of all gives the count its epoch.
  if (parts(at)[0] !== epoch && !(epoch === '0' && last === 0)) return 'gap';
  if (event.seq <= last) return state;
  return event.seq === last + 1 ? settled(state, event, at) : 'gap';
}

const parts = (cursor: string): [epoch: string, seq: number] => {
  const [epoch = '', seq = '0'] = cursor.split('.');
  return [epoch, Number(seq)];
};

function settled({ annotations }: Threads, event: AnnotationEvent, cursor: string): Threads {
  const known = annotations.get(event.id);
  const { annotation } = event;
  if (annotation === null) {
    // What the group no longer sees may still be there for its author, who hears of it on their own channel.
    const isMine = known?.visibility === 'private' && event.seq > 0;
    return { annotations: known && !isMine ? without(annotations, event.id) : annotations, cursor };
  }
  // The two channels have no common order: an older text never replaces a newer one.
  const isOld = known !== undefined && known.version > annotation.version;
  return { annotations: isOld ? annotations : withThread(annotations, annotation), cursor };
}

function without(annotations: ReadonlyMap<string, Annotation>, id: string): ReadonlyMap<string, Annotation> {
  const rest = new Map(annotations);
  rest.delete(id);
  return rest;
}

/** Puts an annotation in its place, or in that of its former state. */
function withThread(
  annotations: ReadonlyMap<string, Annotation>,
  annotation: Annotation,
): ReadonlyMap<string, Annotation> {
  const result = new Map(annotations);
  const isLast = ![...annotations.keys()].some((id) => id > annotation.id);
  if (annotations.has(annotation.id) || isLast) return result.set(annotation.id, annotation);
  return new Map([...result, [annotation.id, annotation] as const].sort(([a], [b]) => (a < b ? -1 : 1)));
}
