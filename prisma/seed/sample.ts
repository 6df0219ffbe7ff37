import { interpreterArgument } from '@/prisma/seed/annotations/the-interpreter-says-i-argument';
import { interpreterOpening } from '@/prisma/seed/annotations/the-interpreter-says-i-opening';
import { jarLibrary } from '@/prisma/seed/annotations/the-thank-you-jar-library';
import { jarMachine } from '@/prisma/seed/annotations/the-thank-you-jar-machine';
import { umbrellaRemedy } from '@/prisma/seed/annotations/the-yellow-umbrella-remedy';
import { umbrellaStreet } from '@/prisma/seed/annotations/the-yellow-umbrella-street';
import { people } from './people';
import type { SampleAnnotation } from './sample-annotation';

/** An essay on the sample's reading list. Its text stands in `prisma/seed/essays/{slug}.md`. */
export type SampleEssay = { readonly slug: string; readonly annotations: readonly SampleAnnotation[] };

/** The public group that a new Cruxbook opens with. Essays are in reading order. */
export const sampleGroup = {
  id: '01934f00-5a00-7000-8000-000000000000',
  slug: 'sample',
  name: 'The Thursday Table',
  description:
    'A sample group, to show you round. Six readers and three short essays on how well-meant machines ' +
    'could go wrong, with what the readers marked, doubted and took back. Readers, authors and texts are invented.',
  people,
  essays: [
    { slug: 'the-interpreter-says-i', annotations: [...interpreterOpening, ...interpreterArgument] },
    { slug: 'the-yellow-umbrella', annotations: [...umbrellaStreet, ...umbrellaRemedy] },
    { slug: 'the-thank-you-jar', annotations: [...jarLibrary, ...jarMachine] },
  ] satisfies readonly SampleEssay[],
} as const;
