import { coverageOf } from '@/lib/core/annotation/coverage';
import type { CoveredEssay } from '@/lib/core/api/coverage';
import { csv } from './csv';

const head = ['essay', 'title', 'version', 'tag', 'state', 'found', 'people', 'sections_checked', 'sections'];

/** What was looked for in which essay, a row for each essay and tag. */
export const coverageCsv = (essays: readonly CoveredEssay[]): string =>
  csv([
    head,
    ...essays.flatMap(({ slug, title, version, sections, tags }) =>
      tags.map((cell) => [
        slug,
        title,
        version,
        cell.tag,
        coverageOf(cell),
        cell.found,
        cell.people,
        cell.sections,
        sections,
      ]),
    ),
  ]);
