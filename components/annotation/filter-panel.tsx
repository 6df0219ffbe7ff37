import { useReader, useReaderStore } from '@/components/reader/reader-store';
import { everything, type Filter, isFiltering } from '@/lib/core/annotation/filter';
import { counts } from '@/lib/core/annotation/filter-counts';

/** Choices with the number of annotations that each would show alone. */
export function FilterPanel() {
  const store = useReaderStore();
  const { viewer, tags } = store.reading;
  const annotations = useReader((state) => state.annotations);
  const marks = useReader((state) => state.marks);
  const filter = useReader((state) => state.filter);
  const sums = counts(annotations.values(), { viewer: viewer?.id ?? null, marks });
  const set = (change: Partial<Filter>) => store.filter({ ...filter, ...change });
  const row = (label: string, count: number, [isOn, change]: [boolean, Partial<Filter>]) => (
    <label key={label}>
      <input type="checkbox" checked={isOn} onChange={() => set(change)} />
      <span>{label}</span>
      <small>{count}</small>
    </label>
  );
  const without = (list: readonly string[], one: string) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return (
    <div className="filters">
      <fieldset>
        <legend>Tags</legend>
        {tags
          .filter(({ slug }) => sums.tags.has(slug))
          .map(({ slug, name, glyph }) =>
            row(`${glyph} ${name}`, sums.tags.get(slug) ?? 0, [
              filter.tags.includes(slug),
              { tags: without(filter.tags, slug) },
            ]),
          )}
      </fieldset>
      <fieldset>
        <legend>People, in replies too</legend>
        {[...sums.people]
          .slice(0, 12)
          .map(([id, { name, count }]) =>
            row(name, count, [filter.people.includes(id), { people: without(filter.people, id) }]),
          )}
      </fieldset>
      <fieldset>
        <legend>Only</legend>
        {viewer && row('Mine', sums.mine, [filter.mine, { mine: !filter.mine }])}
        {viewer && row('Unread', sums.unread, [filter.unread, { unread: !filter.unread }])}
        {row('Not resolved', sums.open, [filter.open, { open: !filter.open }])}
      </fieldset>
      {isFiltering(filter) && (
        <button type="button" onClick={() => store.filter(everything)}>
          Show all
        </button>
      )}
    </div>
  );
}
