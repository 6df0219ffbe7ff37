import type { Route } from 'next';
import Link from 'next/link';
import { TagChip } from '@/components/annotation/tag-chip';
import { ScrollBox } from '@/components/ui/scroll-box';
import { coverageOf } from '@/lib/core/annotation/coverage';
import type { CoveredEssay } from '@/lib/core/api/coverage';
import type { Tag } from '@/lib/core/api/groups';

interface Props {
  /** Slug. */
  group: string;
  essays: readonly CoveredEssay[];
  tags: readonly Tag[];
}

/** Essays × tags: what was found, what was looked for in vain, and what nobody has looked for. */
export function CoverageTable({ group, essays, tags }: Props) {
  return (
    <ScrollBox label="Coverage" className="sideways rounded-lg border border-rule bg-raised">
      <table className="w-full border-collapse text-sm">
        <thead className="max-sm:hidden">
          <tr className="border-rule border-b text-start align-bottom">
            <th scope="col" className="min-w-44 p-3 text-start font-medium">
              Essay
            </th>
            {tags.map((tag) => (
              <th key={tag.slug} scope="col" className="p-3 text-start font-medium">
                <TagChip tag={tag} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {essays.map((essay) => (
            <tr key={essay.slug} className="border-rule border-b last:border-b-0">
              <th scope="row" className="p-3 text-start align-top font-normal">
                <Link
                  href={`/g/${group}/${essay.slug}` as Route}
                  prefetch={false}
                  className="wrap-anywhere flex min-h-8 items-center font-medium pointer-coarse:min-h-11"
                  dir="auto"
                >
                  {essay.title}
                </Link>
                <Link
                  href={`/g/${group}/${essay.slug}/checked` as Route}
                  prefetch={false}
                  className="flex min-h-8 items-center text-ink-3 pointer-coarse:min-h-11"
                >
                  {essay.sections === 1 ? '1 section' : `${essay.sections} sections`}
                </Link>
                <dl className="grid grid-cols-2 gap-3 sm:hidden">
                  {tags.map((tag) => (
                    <div key={tag.slug}>
                      <dt className="mb-1">
                        <TagChip tag={tag} />
                      </dt>
                      <dd>
                        <Cell group={group} essay={essay} tag={tag.slug} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </th>
              {tags.map(({ slug }) => (
                <td key={slug} className="p-1.5 align-top max-sm:hidden">
                  <Cell group={group} essay={essay} tag={slug} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const looks = {
  found: 'bg-sunken',
  clean: 'bg-accent-soft',
  unchecked: 'text-ink-3',
};

function Cell({ group, essay, tag }: { group: string; essay: CoveredEssay; tag: string }) {
  const { found = 0, people = 0, sections = 0 } = essay.tags.find((cell) => cell.tag === tag) ?? {};
  const coverage = coverageOf({ found, people });
  return (
    <div className={`grid min-h-14 content-center rounded-md px-2.5 sm:min-w-28 py-1.5 ${looks[coverage]}`}>
      {coverage === 'found' && (
        <Link
          href={`/g/${group}/${essay.slug}?tag=${encodeURIComponent(tag)}` as Route}
          prefetch={false}
          className="flex min-h-8 items-center font-medium pointer-coarse:min-h-11"
        >
          {found} found
        </Link>
      )}
      {coverage === 'clean' && <span className="font-medium">None found</span>}
      {coverage === 'unchecked' && <span>Never checked</span>}
      {people > 0 && (
        <span className="text-ink-2 text-xs">
          {sections} of {essay.sections} by {people === 1 ? '1 reader' : `${people} readers`}
        </span>
      )}
    </div>
  );
}
