import { api } from '@/components/api-client';
import type { Settings } from '@/lib/core/api/account';
import { keepSettings } from './keep-settings';
import type { ReaderStore } from './reader-store';

/** The change on its way to the server, and whether it has been overtaken meanwhile. */
let sending: Promise<unknown> | null = null;
let isOvertaken = false;

/** Shows the change at once and sends it at once: whoever turns a knob may leave the page right after. */
export function changeSettings(store: ReaderStore, part: Settings): void {
  store.settle(part);
  keepSettings(store.get().settings);
  if (!store.reading.viewer) return;
  // A slider changes faster than the server answers: of what comes meanwhile only the last is sent.
  if (sending) isOvertaken = true;
  else send(store);
}

/** All settings as they are now; the request outlives the page. */
function send(store: ReaderStore): void {
  isOvertaken = false;
  const leave = () => isOvertaken && send(store);
  addEventListener('pagehide', leave);
  const { settings } = store.get();
  const mine = api('PATCH /me', { body: { settings }, keepalive: true })
    .catch(() => {})
    .then(() => {
      removeEventListener('pagehide', leave);
      if (sending !== mine) return;
      sending = null;
      if (isOvertaken) send(store);
    });
  sending = mine;
}
