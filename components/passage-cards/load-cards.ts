import type { Desk } from '@/components/annotation/desk';
import { api } from '@/components/api-client';

/** Fetches which cards the passages belong to. Where there are none, nothing that shows them is fetched either. */
export async function loadCards(desk: Desk): Promise<void> {
  const { group, essay } = desk.store.reading;
  try {
    const params = { group: group.slug, essay: essay.slug };
    const { items } = await api('GET /groups/{group}/essays/{essay}/cards', { params });
    if (items.length > 0 || desk.get().cards) (await import('./card-chips')).showCards(desk, items);
  } catch {}
}
