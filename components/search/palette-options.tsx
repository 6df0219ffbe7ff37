import type { PaletteEntry } from './page-actions';

const kinds: Record<PaletteEntry['kind'], string> = {
  essay: 'Essay',
  group: 'Group',
  card: 'Card',
  person: 'Person',
  page: '',
};

interface Props {
  /** Id of the list; options have it before their number. */
  id: string;
  entries: readonly PaletteEntry[];
  current: number;
  onPoint: (entry: PaletteEntry) => void;
  onGo: (entry: PaletteEntry) => void;
}

/** What the field of the palette chooses from; the keys are those of the field. */
export function PaletteOptions({ id, entries, current, onPoint, onGo }: Props) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Where to"
      className="max-h-[min(26rem,60dvh)] overflow-y-auto p-2"
    >
      {entries.map((entry, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, as in every combobox
        <div
          key={`${entry.kind} ${entry.path}`}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === current}
          onClick={() => onGo(entry)}
          onPointerMove={() => at !== current && onPoint(entry)}
          className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 aria-selected:bg-accent-soft forced-colors:aria-selected:outline-2"
        >
          <span className="min-w-0 flex-1">
            <bdi className="line-clamp-2">{entry.label}</bdi>
            {entry.detail && <bdi className="block truncate text-ink-3 text-sm">{entry.detail}</bdi>}
          </span>
          <span className="text-ink-3 text-xs">{kinds[entry.kind]}</span>
        </div>
      ))}
    </div>
  );
}
