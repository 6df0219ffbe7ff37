import 'server-only';
import { createHash } from 'node:crypto';
import type { CorpusRecord } from '@/lib/core/corpus/corpus';
import { query } from '@/lib/server/data/database';
import { type Contents, cardNames } from '@/lib/server/data/export/contents';

/**
 * The same of a part of a release: in one order, which never changes. So what a file held still comes if its keys stand among
 * those of today, one after the other. `consents`: what people chose, in a word.
 */
export function releaseContents(
  consents: string,
  records: () => AsyncGenerator<CorpusRecord[]>,
): Pick<Contents, 'keys' | 'lacks'> {
  async function* keys() {
    yield [keyed(`consents ${consents}`)];
    for await (const some of records()) yield namesIn(some).map(keyed);
  }
  return {
    async *keys() {
      for await (const some of keys()) yield some.map((key) => [key]);
    },
    async lacks(kept) {
      const wanted = keptKeys(kept);
      let next = await wanted.next();
      if (next.done) return true;
      for await (const some of keys())
        for (const key of some) {
          if (key === next.value) next = await wanted.next();
          if (next.done) return false;
        }
      return true;
    },
  };
}

/** 64 bits, as PostgreSQL writes a bigint. */
const keyed = (name: string): string => String(createHash('sha256').update(name).digest().readBigInt64BE());

async function* keptKeys(kept: string): AsyncGenerator<string> {
  for (let ordinal = 0; ; ordinal++) {
    const [row] = await query<{ keys: string[] }>(
      'kept-release-keys',
      'SELECT keys::text[] AS keys FROM export_content WHERE export_id = $1::uuid AND ordinal = $2::int',
      [kept, ordinal],
    );
    if (!row) return;
    yield* row.keys;
  }
}

function namesIn(records: readonly CorpusRecord[]): string[] {
  return records.flatMap((record) => {
    if (record.kind === 'card') return cardNames(record);
    if (record.kind === 'adjudication') return [`decision ${record.id}`];
    if (record.kind === 'coverage')
      return record.checks.map(({ tag, person, start }) => `check ${tag} ${person.id} ${start}`);
    if (record.kind === 'document')
      return [`document ${record.id}`, ...(record.text === null ? [] : [`text ${record.id}`])];
    const said = record.replies.filter(({ words }) => words);
    const reacted = [record, ...said].flatMap(({ id, reactions }) =>
      reactions.map(({ kind, person }) => `${kind} ${person.id} ${id}`),
    );
    return [`annotation ${record.id}`, ...said.map(({ id }) => `reply ${id}`), ...reacted];
  });
}
