import { Refusal } from '@/components/ui/refusal';
import { ExportRow } from './export-row';
import type { OfferedFormat } from './formats-by-use';
import { progressWords } from './progress-words';
import type { Exports } from './use-exports';

interface Props {
  /** Slug. */
  group: string;
  formats: readonly OfferedFormat[];
  exports: Exports;
}

/** What the viewer has made in the background; nothing where there is none. */
export function ExportList({ group, formats, exports }: Props) {
  const { items, error } = exports;
  const titleOf = (name: string) => formats.find((format) => format.name === name)?.title ?? name;
  return (
    <section aria-labelledby="exports" className={items.length > 0 || error ? 'mt-12 grid gap-4' : ''}>
      {items.length > 0 && (
        <>
          <h2 id="exports" className="text-lg">
            Your exports
          </h2>
          <p className="max-w-prose text-ink-2 text-sm">
            Only you see them. A file can be taken for a day, as long as nothing in it is taken back.
          </p>
          <ul className="grid gap-3">
            {items.map((item) => (
              <ExportRow
                key={item.id}
                group={group}
                item={item}
                exports={exports}
                title={titleOf(item.format)}
              />
            ))}
          </ul>
        </>
      )}
      <Refusal error={error} />
      <p role="status" className="sr-only">
        {items[0] && `${titleOf(items[0].format)}: ${progressWords(items[0])}`}
      </p>
    </section>
  );
}
