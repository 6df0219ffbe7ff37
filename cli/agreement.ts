import { z } from 'zod';
import type { AgreementFigures } from '@/lib/core/agreement/agreement-figures';
import { agreementWords, shortNumber } from '@/lib/core/agreement/agreement-words';
import { essayAgreement, groupAgreement } from '@/lib/server/data/agreement/agreement';
import { ownerOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command } from './command';

const columns = ['alpha', 'unitAlpha', 'cohen', 'exact', 'overlap'] as const;
const heads = ['tag', 'passages', 'people', 'α', 'uα', 'κ', 'F1 exact', 'F1 overlap'];

export const agreement = command({
  name: 'agreement',
  about: 'How far the annotators of a group, or of one essay, agree; --json tells every figure.',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    essay: { value: 'ESSAY', about: 'id or slug; without it, all of the group' },
    round: { value: 'ROUND', about: 'id of a revealed round on it: only its readers, as at the reveal' },
  },
  input: z
    .strictObject({ group: z.string(), essay: z.string().optional(), round: z.uuid().optional() })
    .refine(({ essay, round }) => round === undefined || essay !== undefined, { path: ['essay'] }),
  async run({ group, essay, round }) {
    const viewer = await ownerOf(visitor, group);
    const json =
      essay === undefined
        ? await groupAgreement(viewer, group)
        : await essayAgreement(viewer, { group, essay }, { round });
    return { json, text: textOf(json.figures) };
  },
});

function textOf(figures: AgreementFigures): string {
  const rows = figures.tags.map((tag) => [
    tag.tag ?? 'any tag',
    String(tag.passages),
    String(tag.markers),
    ...columns.map((column) => (tag[column].value === null ? '–' : shortNumber(tag[column].value))),
  ]);
  const all = [heads, ...rows];
  const widths = heads.map((_, i) => Math.max(...all.map((row) => row[i]!.length)));
  const lines = all.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '),
  );
  return [...agreementWords(figures, new Map()), '', ...lines].join('\n');
}
