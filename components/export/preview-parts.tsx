import type { ExportPreview } from '@/lib/core/api/export';
import { countedWords } from '@/lib/core/corpus/counted-words';

interface Props {
  preview: ExportPreview;
  /** It is still of an earlier choice. */
  pending: boolean;
  /** Of the group, or of the release that is chosen. */
  tags: readonly { slug: string; name: string }[];
}

const fade = (pending = false) => (pending ? 'opacity-60' : '');

interface CountsProps {
  counts: ExportPreview['counts'];
  pending?: boolean;
  /** On a phone, only what there is, and annotations in any case. */
  isShort?: boolean;
}

/** How much comes; with `pending` it is still of an earlier choice. */
export function CorpusCounts({ counts, pending, isShort = false }: CountsProps) {
  const look = (kind: string) => `text-ink-3 ${isShort && kind !== 'annotations' ? 'max-sm:hidden' : ''}`;
  return (
    <div role={pending === undefined ? undefined : 'status'} aria-busy={pending} className={fade(pending)}>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm tabular-nums">
        {countedWords(counts).map(({ kind, n, total, noun }) => (
          <li key={kind} className={n === 0 ? look(kind) : ''}>
            <span className="font-medium">{total}</span> {noun}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How it begins. */
export function PreviewRows({ preview: { rows, counts }, pending, tags }: Props) {
  if (rows.length === 0) return null;
  const names = new Map(tags.map(({ slug, name }) => [slug, name]));
  return (
    <div aria-busy={pending} className={fade(pending)}>
      <h3 className="mb-2 text-ink-2 text-sm">
        {rows.length < counts.annotations ? `The first ${rows.length} annotations` : 'All annotations'}
      </h3>
      <ol className="grid gap-3">
        {rows.map((row) => (
          <PreviewRow key={row.id} row={row} tags={row.tags.map((slug) => names.get(slug) ?? slug)} />
        ))}
      </ol>
    </div>
  );
}

function PreviewRow({ row, tags }: { row: ExportPreview['rows'][number]; tags: readonly string[] }) {
  const facts = [
    tags.join(', ') || 'no tag',
    row.person,
    ...(row.replies > 0 ? [row.replies === 1 ? '1 reply' : `${row.replies} replies`] : []),
    row.essay,
  ];
  return (
    <li className="wrap-anywhere rounded-md border border-rule bg-raised p-3 text-sm">
      <blockquote dir="auto" className="line-clamp-3 font-read text-base">
        {row.quote}
      </blockquote>
      {row.comment && (
        <p dir="auto" className="mt-1 line-clamp-2 text-ink-2">
          {row.comment}
        </p>
      )}
      <p className="mt-1 flex flex-wrap gap-x-3 text-ink-3">
        {facts.map((fact) => (
          <span key={fact} dir="auto">
            {fact}
          </span>
        ))}
      </p>
    </li>
  );
}
