import { showUnread } from './show-unread';

/**
 * Told to the window, with the group's id, when what waits for its moderators is no longer as it was; with null when that may
 * be so of any group.
 */
export const queueMoved = 'queue-moved';

/**
 * Hears what concerns the viewer alone, which comes with every stream of theirs. A stream begins with how much is unread; what
 * happened to queues while there was none, nobody says.
 */
export function hearOwn(source: EventSource, isAgain: boolean): void {
  if (isAgain) source.addEventListener('open', () => dispatchEvent(new CustomEvent(queueMoved)));
  source.addEventListener('inbox', ({ data }) => showUnread(JSON.parse(data).unread));
  source.addEventListener('queue', ({ data }) =>
    dispatchEvent(new CustomEvent(queueMoved, { detail: JSON.parse(data).group })),
  );
}
