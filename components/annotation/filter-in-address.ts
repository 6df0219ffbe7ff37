import { filterOf, withFilter } from '@/lib/core/annotation/filter-address';
import type { Desk } from './desk';

/**
 * Reads filter, view and order from the address if it says any, and keeps them there, so that a link shows the same.
 * Returns how to stop.
 */
export function keepFilterInAddress(desk: Desk): () => void {
  const { store } = desk;
  const asked = new URLSearchParams(location.search);
  if (asked.size > 0) store.filter(filterOf(asked));
  if (asked.get('sort') === 'time') desk.patch({ order: 'time' });
  if (asked.get('view') === 'list') desk.patch({ isList: true });
  const write = () => {
    const search = withFilter(new URLSearchParams(location.search), store.get().filter);
    const { order, isList } = desk.get();
    for (const [name, value, isOn] of [
      ['sort', 'time', order === 'time'],
      ['view', 'list', isList],
    ] as const)
      if (isOn) search.set(name, value);
      else search.delete(name);
    const query = search.size > 0 ? `?${search}` : '';
    if (query !== location.search) history.replaceState(null, '', location.pathname + query + location.hash);
  };
  write();
  const stops = [
    store.subscribe((state, before) => state.filter !== before.filter && write()),
    desk.subscribe(write),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
