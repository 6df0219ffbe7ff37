import type { MeasureWords } from './measures';

interface Props {
  /** Sets it apart from others of the name on the page. */
  id: string;
  measure: Pick<MeasureWords, 'short' | 'gloss' | 'name' | 'asks' | 'reads'>;
}

const below =
  'supports-[position-area:end]:inset-auto supports-[position-area:end]:m-0 supports-[position-area:end]:mt-1 supports-[position-area:end]:[position-area:end_span-all] supports-[position-area:end]:[position-try-fallbacks:flip-block]';

/** The head of a column: what it asks in two or three words, and more of it at a press; without scripts, too. */
export function MeasureName({ id, measure: { short, gloss, name, asks, reads } }: Props) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="-mx-1 inline-grid min-h-9 justify-items-end rounded-md px-1 hover:bg-sunken pointer-coarse:min-h-11"
      >
        <span className="underline decoration-dotted decoration-ink-3 underline-offset-4">{short}</span>
        <span className="font-normal text-ink-3 text-xs">{gloss}</span>
      </button>
      <div
        id={id}
        popover="auto"
        className={`w-80 max-w-[calc(100vw-2rem)] whitespace-normal rounded-lg border border-rule bg-raised p-4 text-start font-normal text-ink text-sm shadow-raised ${below}`}
      >
        <p className="font-medium">{name}</p>
        <p className="mt-1 text-ink-2">{asks}</p>
        <p className="mt-1 text-ink-2">{reads}</p>
      </div>
    </>
  );
}
