import { api } from '@/components/api-client';
import type { Settings } from '@/lib/core/api/account';
import { keepSettings } from './apply-settings';
import type { ReaderStore } from './reader-store';

let saving: ReturnType<typeof setTimeout> | undefined;

/** Shows the change at once; the server hears of it when the sliders rest. */
export function changeSettings(store: ReaderStore, part: Settings): void {
  store.settle(part);
  const { settings } = store.get();
  keepSettings(settings);
  if (!store.reading.viewer) return;
  clearTimeout(saving);
  saving = setTimeout(() => void api('PATCH /me', { body: { settings } }).catch(() => {}), 600);
}
