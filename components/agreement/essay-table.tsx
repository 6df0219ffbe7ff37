import type { Route } from 'next';
import Link from 'next/link';
import type { TagFigures } from '@/lib/core/agreement/agreement-figures';
import { isThin, whyWords } from '@/lib/core/agreement/agreement-words';
import type { GroupAgreement } from '@/lib/core/api/agreement';
import type { Tag } from '@/lib/core/api/groups';
import { MeasureCell, MeasureTable } from './measure-table';
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
    <MeasureTable
      label="α by essay and tag"
      rows="Essay"
      columns={(essays[0]?.figures.tags ?? []).map(({ tag }) => ({
        key: tag ?? '',
        head: <TagName tag={tags.find(({ slug }) => slug === tag)} />,
      }))}
    >
      {essays.map(({ slug, title, figures, notCounted }) => (
        <tr key={slug} className="border-rule border-b align-top last:border-b-0">
          <th scope="row" className="min-w-52 px-2 py-3 text-start font-normal sm:px-3">
            <Link
              href={`/g/${group}/${slug}/agreement` as Route}
              prefetch={false}
              className="wrap-anywhere flex min-h-8 items-center font-medium pointer-coarse:min-h-11"
              dir="auto"
            >
              {title}
            </Link>
            <span className="text-ink-3 text-xs">
              annotated by{' '}
              {figures.texts > 0 ? counted(figures.annotators, 'person', 'people') : 'fewer than two people'}
              {notCounted > 0 && `; ${notCounted} only opened it`}
            </span>
          </th>
          <Alphas rows={figures.tags} />
        </tr>
      ))}
    </MeasureTable>
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
  return rows.map(({ tag, alpha, passages, markers }) => (
    <MeasureCell key={tag} measure={alpha} tag={tag}>
      {passages} by {counted(markers, 'person', 'people')}
      {isThin(markers, passages) && ': few'}
    </MeasureCell>
  ));
}
