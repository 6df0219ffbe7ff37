import { showUnread } from './show-unread';

/** Told to the window, with the group's id, when what waits for its moderators is no longer as it was. */
export const queueMoved = 'queue-moved';

/** Hears what concerns the viewer alone, which comes with every stream of theirs. */
export function hearOwn(source: EventSource): void {
  source.addEventListener('inbox', ({ data }) => showUnread(JSON.parse(data).unread));
  source.addEventListener('queue', ({ data }) =>
    dispatchEvent(new CustomEvent(queueMoved, { detail: JSON.parse(data).group })),
  );
}
