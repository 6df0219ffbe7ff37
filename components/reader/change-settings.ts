import { api } from '@/components/api-client';
import type { SettingsChange } from '@/lib/core/api/account';
import { keepSettings } from './keep-settings';
import type { ReaderStore } from './reader-store';

/** The change on its way to the server, and whether it has been overtaken meanwhile. */
let sending: Promise<unknown> | null = null;
let isOvertaken = false;
/** Choices that were taken back and not told yet: the server keeps what it does not hear of. */
let takenBack: SettingsChange = {};

/** Shows the change at once and sends it at once: whoever turns a knob may leave the page right after. */
export function changeSettings(store: ReaderStore, part: SettingsChange): void {
  const nulls = Object.entries(part).filter(([, value]) => value === null);
  takenBack = { ...takenBack, ...Object.fromEntries(nulls) };
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
  const settings = { ...takenBack, ...store.get().settings };
  const told = takenBack;
  takenBack = {};
  const mine = api('PATCH /me', { body: { settings }, keepalive: true })
    .catch(() => {
      takenBack = { ...told, ...takenBack };
    })
    .then(() => {
      removeEventListener('pagehide', leave);
      if (sending !== mine) return;
      sending = null;
      if (isOvertaken) send(store);
    });
  sending = mine;
}
