import { v7 } from 'uuid';
import type { CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusRecords as fixture } from '@/lib/core/corpus/corpus.fixture';
import { at } from '@/lib/core/corpus/corpus-names.fixture';
import { bytesOf } from '@/lib/core/corpus-import/read-back.fixture';
import type { ExportFormat } from '@/lib/core/export/export-format';
import { corpusHead, writtenFiles } from '@/lib/core/export/written-files.fixture';
import { createGroup } from '@/lib/server/data/groups';
import { person } from '@/lib/server/data/person.fixture';
import { importCorpus } from './import-corpus';

/** The fixture with a minute of its own for each reply: replies of one moment stand in the order of their ids. */
export const corpusRecords = fixture.map((one) =>
  one.kind === 'annotation'
    ? { ...one, replies: one.replies.map((reply, i) => ({ ...reply, created: at(10 + i) })) }
    : one,
);
export const owner = await person('Olga');

/** An empty group, public so that a visitor, whom nothing could sway, may know all that was answered. */
export async function emptyGroup(): Promise<string> {
  const id = v7();
  await createGroup(owner, { id, name: `Copy ${id}`, description: '', visibility: 'public' });
  return id;
}

export const written = (
  format: ExportFormat,
  records: readonly CorpusRecord[],
  head: CorpusHead = corpusHead,
) => [...writtenFiles(format, records, head).values()][0] ?? '';
export const bring = (
  group: string,
  content: string,
  rest: Partial<Parameters<typeof importCorpus>[2]> = {},
) =>
  importCorpus(owner, group, {
    format: 'jsonl',
    dryRun: false,
    content: async () => bytesOf(content),
    ...rest,
  });

/** What stands in the order of ids, in another that copies share. */
export function steady(records: readonly CorpusRecord[]): CorpusRecord[] {
  const by = <T>(things: readonly T[], of: (thing: T) => string) =>
    [...things].sort((a, b) => (of(a) < of(b) ? -1 : 1));
  return records.map((one) =>
    one.kind === 'card'
      ? {
          ...one,
          occurrences: by(one.occurrences, ({ role }) => role),
          relations: by(one.relations, ({ type }) => type),
          positions: by(one.positions, ({ credence }) => `${credence}`),
        }
      : one,
  );
}

/** Ids and pseudonyms by the order in which they appear: the one thing that differs between copies. */
export function renamed(value: unknown): unknown {
  const names = new Map<string, string>();
  const text = JSON.stringify(value).replace(
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|reader-[a-z2-9]{8}/g,
    (name) => {
      if (!names.has(name)) names.set(name, `name ${names.size + 1}`);
      return names.get(name)!;
    },
  );
  return JSON.parse(text);
}
