import { z } from 'zod';
import { EssayDraft } from '@/lib/core/api/essays';
import { formatOfFile } from '@/lib/core/importing/format-of-file';
import { addEssay } from '@/lib/server/data/essay-imports';
import { ownerOf, personOf } from '@/lib/server/data/people';
import { visitor } from '@/lib/server/data/viewer';
import { command, UsageError } from './command';
import { textOfFile } from './text-of-file';

const formatOf = (file: string) => {
  const format = formatOfFile(file);
  if (format) return format;
  throw new UsageError('--format is missing: text, markdown or html.');
};

const { title, format, sourceUrl, licence, language } = EssayDraft.shape;

export const essayImport = command({
  name: 'essay import',
  about: 'Put an essay from a file on the reading list of a group.',
  argument: 'FILE',
  flags: {
    group: { value: 'GROUP', about: 'id or slug' },
    format: { value: 'FORMAT', about: 'text, markdown or html; told by the ending of the file unless told' },
    title: { value: 'TITLE', about: 'taken from the text unless told' },
    author: { value: 'NAMES', about: 'separated by commas' },
    source: { value: 'URL', about: 'where it was published' },
    licence: { value: 'LICENCE', about: 'under which it may be used' },
    language: { value: 'TAG', about: 'such as en or zh-Hant' },
    as: { value: 'ADDRESS', about: 'of the member who adds it; an owner unless told' },
  },
  input: z.strictObject({
    file: z.string(),
    group: z.string(),
    as: z.string().optional(),
    format: format.optional(),
    title,
    licence,
    language,
    source: sourceUrl,
    author: z.string().optional(),
  }),
  async run({ file, group, as, author, source, format = formatOf(file), ...rest }) {
    const authors = author?.split(',').map((one) => one.trim());
    const draft = EssayDraft.parse({
      ...rest,
      format,
      authors,
      sourceUrl: source,
      content: await textOfFile(file),
    });
    const viewer = await (as === undefined ? ownerOf(visitor, group) : personOf(visitor, as));
    const essay = await addEssay(viewer, group, draft);
    const warnings = essay.warnings.map((warning) => `\n! ${warning}`).join('');
    return {
      json: essay,
      text: `Imported “${essay.title}” (${essay.slug}), ${essay.words} words.${warnings}`,
    };
  },
});
