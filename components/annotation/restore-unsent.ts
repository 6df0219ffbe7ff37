import { sendAnnotation } from './annotate';
import type { Desk } from './desk';
import type { Unsent } from './device-store';
import { placeOf } from './draft-key';
import { hasKept, onDevice } from './on-device';
import { sendReply } from './reply-to';
import { reasonOf } from './send';

/** Shows and sends what an earlier visit could not save, and finds the drafts it left. */
export async function restoreUnsent(desk: Desk): Promise<void> {
  if (!desk.store.reading.writes || !hasKept()) return;
  const place = placeOf(desk.store.reading);
  const kept = await onDevice(async (device) => ({
    unsent: await device.unsentOf(place),
    drafts: await device.draftsOf(place),
  }));
  if (!kept) return;
  for (const unsent of kept.unsent)
    resume(desk, unsent).catch((error) => desk.say(`Not saved: ${reasonOf(error)}`));
  desk.patch({ drafts: kept.drafts.map(({ writing }) => writing) });
}

/** An annotation before the replies to it: ids are in the order of making. */
const resume = (desk: Desk, unsent: Unsent): Promise<void> =>
  unsent.annotation ? sendAnnotation(desk, unsent) : sendReply(desk, unsent);
