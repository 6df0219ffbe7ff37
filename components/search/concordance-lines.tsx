import type { Route } from 'next';
import Link from 'next/link';
import { ScrollBox } from '@/components/ui/scroll-box';
import type { ConcordanceLine } from '@/lib/core/api/search';
import { directionOf } from '@/lib/core/search/kwic';

interface Props {
  lines: readonly ConcordanceLine[];
  /** Keys are words that were asked for; else they are marked passages, which may be long and stand whole. */
  isOfWords: boolean;
}

/** Lines one below the other with their keys in a column. What is written from the right stands from the right. */
export function ConcordanceLines({ lines, isOfWords }: Props) {
  return (
    <ScrollBox label="Concordance" className="sideways rounded-lg border border-rule bg-raised">
      <table className="w-full border-collapse text-sm">
        <thead className="sr-only">
          <tr>
            <th scope="col">In its context</th>
            <th scope="col">Essay</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={`${line.path} ${line.start}`}
              className="border-rule border-b last:border-b-0 max-sm:grid max-sm:px-3 max-sm:py-2"
            >
              <td className="w-full sm:px-3 sm:py-1.5">
                <Line line={line} isOfWords={isOfWords} />
              </td>
              <td className="whitespace-nowrap text-ink-3 sm:px-3 sm:py-1.5">
                <span className="block max-w-64 truncate">
                  {line.person && (
                    <>
                      <bdi>{line.person.name}</bdi>,{' '}
                    </>
                  )}
                  <bdi>{line.essay.title}</bdi>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** All keys begin at one place; the words next to them always show. */
function Line({ line, isOfWords }: { line: ConcordanceLine; isOfWords: boolean }) {
  const { before, key, after, essay, path } = line;
  const columns = isOfWords ? 'sm:grid-cols-2' : 'sm:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]';
  return (
    <p
      dir={directionOf(line)}
      lang={essay.language}
      className={`font-read text-base leading-relaxed sm:grid sm:min-w-[40rem] sm:whitespace-pre ${columns}`}
    >
      <span className="text-ink-2 sm:flex sm:justify-end sm:overflow-hidden">
        <span>{before}</span>
      </span>
      <span className={`text-ink-2 ${isOfWords ? 'sm:flex sm:overflow-hidden' : 'sm:whitespace-pre-line'}`}>
        <Link
          href={path as Route}
          prefetch={false}
          className={`font-semibold text-ink pointer-coarse:py-3 ${isOfWords ? 'sm:max-w-80 sm:shrink-0 sm:truncate' : ''}`}
        >
          {key}
        </Link>
        <span>{after}</span>
      </span>
    </p>
  );
}
