import type { Route } from 'next';
import Link from 'next/link';
import { ScrollBox } from '@/components/ui/scroll-box';
import type { TagFigures } from '@/lib/core/agreement/agreement-figures';
import { isThin, shortNumber, whyWords } from '@/lib/core/agreement/agreement-words';
import type { GroupAgreement } from '@/lib/core/api/agreement';
import type { Tag } from '@/lib/core/api/groups';
import { counted } from './measures';
import { TagName } from './tag-table';

interface Props {
  /** Slug. */
  group: string;
  essays: GroupAgreement['essays'];
  tags: readonly Tag[];
}

/** α of each essay by tag. */
export function EssayTable({ group, essays, tags }: Props) {
  return (
    <ScrollBox label="α by essay and tag" className="sideways rounded-lg border border-rule bg-raised">
      <table className="w-full text-sm tabular-nums">
        <thead>
          <tr className="border-rule border-b align-bottom">
            <th scope="col" className="p-3 text-start font-medium">
              Essay
            </th>
            {essays[0]?.figures.tags.map(({ tag }) => (
              <th key={tag} scope="col" className="whitespace-nowrap p-3 text-end font-medium">
                <TagName tag={tags.find(({ slug }) => slug === tag)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {essays.map(({ slug, title, figures }) => (
            <tr key={slug} className="border-rule border-b align-top last:border-b-0">
              <th scope="row" className="min-w-52 p-3 text-start font-normal">
                <Link
                  href={`/g/${group}/${slug}/agreement` as Route}
                  prefetch={false}
                  className="wrap-anywhere flex min-h-8 items-center font-medium pointer-coarse:min-h-11"
                  dir="auto"
                >
                  {title}
                </Link>
                <span className="text-ink-3 text-xs">
                  opened by{' '}
                  {figures.texts > 0
                    ? counted(figures.annotators, 'person', 'people')
                    : 'fewer than two people'}
                </span>
              </th>
              <Alphas rows={figures.tags} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** One sentence where none of them has a number, for one reason. */
function Alphas({ rows }: { rows: readonly TagFigures[] }) {
  const because = rows[0]?.alpha.because;
  if (because && rows.every(({ alpha }) => alpha.because === because))
    return (
      <td colSpan={rows.length} className="p-3 text-ink-2">
        Undefined because {whyWords[because]}.
      </td>
    );
  return rows.map((row) => (
    <td key={row.tag} className="p-3 text-end">
      <Alpha row={row} />
    </td>
  ));
}

function Alpha({ row: { alpha, passages, markers } }: { row: TagFigures }) {
  if (alpha.value === null)
    return (
      <span className="inline-block min-w-28 text-ink-3 text-xs">
        undefined because {whyWords[alpha.because]}
      </span>
    );
  return (
    <>
      <span className="font-medium text-base">{shortNumber(alpha.value)}</span>
      <span className="block whitespace-nowrap text-ink-3 text-xs">
        {passages} by {counted(markers, 'person', 'people')}
        {isThin(markers, passages) && ': few'}
      </span>
    </>
  );
}
