import { measures } from './measures';

/** What each measure asks, and whose it is. */
export function MeasureLegend() {
  return (
    <details className="max-w-prose">
      <summary className="min-h-11 w-fit rounded-md px-1 py-2.5 text-ink-2 text-sm hover:text-ink">
        What these measures ask, and how to read them
      </summary>
      <dl className="mt-2 grid gap-3 text-sm">
        {measures.map(({ key, short, name, asks, reads, source }) => (
          <div key={key}>
            <dt className="font-medium">
              {short} <span className="font-normal text-ink-2">{name}</span>
            </dt>
            <dd className="text-ink-2">
              {asks} {reads} <span className="text-ink-3">({source})</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-ink-2 text-sm">
        A token is a word or a punctuation mark; whoever marks a part of a word marks it. Small print tells
        how much a number stands on. Private and hidden marks count nowhere.
      </p>
    </details>
  );
}
