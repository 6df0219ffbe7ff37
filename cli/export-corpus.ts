import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ExportChoice } from '@/lib/core/corpus/export-choice';
import { hiddenWords } from '@/lib/core/corpus/hidden-words';
import { untoldWords } from '@/lib/core/corpus/untold-words';
import { exportFormatNames } from '@/lib/core/export/export-formats';
import { heldCounts } from '@/lib/core/export/held-counts';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { beginExport, type RunningExport } from '@/lib/server/export/export-pieces';
import { command } from './command';
import { here } from './here';

const { asOf, named: _, ...choice } = ExportChoice.shape;

export const exportCorpus = command({
  name: 'export',
  about: 'Write what of a group may be exported into a folder. The same data gives the same bytes.',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    format: { value: 'FORMAT', about: exportFormatNames.join(', ') },
    out: { value: 'DIR', about: 'folder for the files; made when it is missing' },
    as: { value: 'ADDRESS', about: 'of the member who exports; an owner unless told' },
    release: {
      value: 'NUMBER',
      about: 'as it was frozen under that number, instead of the group as it is',
    },
    scope: { value: 'SCOPE', about: 'group, or mine: only your own marks' },
    essay: { value: 'ESSAY', about: 'only this one, by id or slug' },
    q: { value: 'WORDS', about: 'only with these in the comment or the passage' },
    tags: { value: 'TAGS', about: 'only with one of these, separated by commas' },
    people: { value: 'IDS', about: 'only by these, separated by commas' },
    from: { value: 'DATE', about: 'made on that day or later, such as 2026-11-21' },
    to: { value: 'DATE', about: 'made before that day' },
    'as-of': { value: 'DATE', about: 'made by then' },
    visibility: { value: 'WHOSE', about: 'group, private or all; group unless told' },
    status: { value: 'STATUS', about: 'open, resolved or all' },
    parts: { value: 'PARTS', about: 'of texts,annotations,replies,cards,positions,coverage,moderation' },
    named: { about: 'by name who agreed to that, instead of everybody under a pseudonym' },
    salt: { value: 'WORD', about: 'the same word gives the same pseudonyms' },
  },
  input: z.strictObject({
    ...choice,
    group: z.string(),
    format: z.enum(exportFormatNames),
    out: z.string(),
    as: z.string().optional(),
    'as-of': asOf,
    named: z.boolean().default(false),
  }),
  async run({ group, out, as, 'as-of': asOf, ...rest }) {
    const viewer = await (as === undefined ? ownerOf(visitor, group) : personOf(visitor, as));
    const running = await beginExport(viewer, group, { ...rest, asOf });
    const files = await writeFiles(path.resolve(here(), out), running.pieces);
    const { changed } = running.head;
    const { counts, hiddenPositions, untold } = heldCounts(running.format, running.head, running.texts);
    const lines = files.map(({ sha256, file }) => `${sha256}  ${file}`);
    // What begins like this is no file to sha256sum --check.
    lines.push(...untoldWords(untold).map((words) => `# ${words}`));
    if (hiddenPositions > 0) lines.push(`# ${hiddenWords(hiddenPositions)}`);
    if (as === undefined)
      lines.push(`# “You” is ${viewer.user?.name}, who owns the group; --as ADDRESS says otherwise.`);
    return { json: { files, counts, hiddenPositions, untold, changed }, text: lines.join('\n') };
  },
});

interface Written {
  file: string;
  bytes: number;
  sha256: string;
}

/** Each under another name until all are whole, so that nobody takes a half for it. */
async function writeFiles(folder: string, pieces: RunningExport['pieces']): Promise<Written[]> {
  const open = new Map<string, { hash: ReturnType<typeof createHash>; bytes: number }>();
  const partOf = (file: string) => `${path.join(folder, file)}.part`;
  try {
    for await (const { file, bytes } of pieces) {
      let found = open.get(file);
      if (!found) {
        await mkdir(path.dirname(partOf(file)), { recursive: true });
        found = { hash: createHash('sha256'), bytes: 0 };
        open.set(file, found);
      }
      await writeFile(partOf(file), bytes, { flag: found.bytes === 0 ? 'w' : 'a' });
      found.hash.update(bytes);
      found.bytes += bytes.length;
    }
  } catch (error) {
    for (const file of open.keys()) await rm(partOf(file), { force: true });
    throw error;
  }
  for (const file of open.keys()) await rename(partOf(file), path.join(folder, file));
  return [...open].map(([file, { bytes, hash }]) => ({ file, bytes, sha256: hash.digest('hex') }));
}
