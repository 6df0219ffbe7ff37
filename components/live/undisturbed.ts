import { spaced } from './spaced';

/**
 * `spaced` for showing a page anew. What a dialog asks about stays as it is until it is closed, and everything while there is
 * no connection: asking then would put the browser's own error in its place.
 */
export function undisturbed(show: () => void): ReturnType<typeof spaced> {
  const mustWait = () => !navigator.onLine || document.querySelector('dialog[open]') !== null;
  const soon = spaced(() => (mustWait() ? soon.run() : show()));
  return soon;
}
