import 'server-only';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ReleaseCard } from '@/lib/core/api/releases';
import type { CorpusHead, CorpusRecord } from '@/lib/core/corpus/corpus';
import { corpusAgreement } from '@/lib/core/corpus/corpus-agreement';
import { corpusFacts } from '@/lib/core/corpus/corpus-facts';
import { query, transaction } from '@/lib/server/data/database';
import { groupChannel, publish } from '@/lib/server/data/events';
import { readForRelease } from '@/lib/server/data/export/read-corpus';
import type { GroupScope } from '@/lib/server/data/group-scope';
import type { Viewer } from '@/lib/server/data/viewer';
import { inTurns } from '@/lib/server/in-turns';

/** UTF-16 code units of lines that lie in one chunk, or those of one line that is longer. */
const chunkLength = 1_000_000;

/** Milliseconds of work between two beats where nothing is written. */
const pulse = 10_000;

type Beat = () => Promise<void>;
type Asked = Pick<GroupScope, 'slug' | 'visibility'> & { group: string; creator: string };

/**
 * Reads a group's corpus as of one moment and keeps it as the release that was asked for. `beat` says that somebody works on
 * it, and throws where another has taken it over, or it was withdrawn: each write is in a transaction with it, so that nothing
 * is left of who came too late. Begins anew where an earlier try broke off. Memory: what a chunk holds, and what an export needs.
 */
export async function freezeRelease(_viewer: Viewer, release: string, beat: Beat): Promise<void> {
  const asked = await begin(release, beat);
  if (!asked) return;
  const chunks = chunksOf(release, beat);
  let frozen: Frozen | null = null;
  let leftOut: string[] = [];
  for await (const part of readForRelease({ ...asked, id: asked.group, role: 'reader' })) {
    if ('head' in part) {
      frozen = frozenCard(part.head, nowAndThen(beat));
      leftOut = part.leftOut;
      await chunks.add(JSON.stringify(part.head), 0);
      await expect(release, part.head.counts.annotations);
    } else
      for (const record of part.records) {
        await frozen?.write(record);
        await chunks.add(JSON.stringify(record), record.kind === 'annotation' ? 1 : 0);
      }
  }
  if (!frozen) throw new Error('A corpus begins with its head.');
  const kept = { ...(await chunks.end()), card: await frozen.end(), leftOut };
  await transaction(async () => {
    await beat();
    await keep(release, asked, kept);
  });
}

/** Null where there is nothing to freeze any more. */
function begin(release: string, beat: Beat): Promise<Asked | null> {
  return transaction(async () => {
    await beat();
    const [asked] = await query<Asked>(
      'release-asked',
      `UPDATE release r SET frozen_at = now(), written = 0, total = NULL FROM "group" g
       WHERE r.id = $1::uuid AND r.sha256 IS NULL AND r.withdrawn_at IS NULL AND g.id = r.group_id
       RETURNING g.id AS group, g.slug, g.visibility, r.created_by_id AS creator`,
      [release],
    );
    if (!asked) return null;
    await query('drop-begun-chunks', 'DELETE FROM release_chunk WHERE release_id = $1::uuid', [release]);
    return asked;
  });
}

/** Says that the work goes on, but not at every step. */
function nowAndThen(beat: Beat): Beat {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < pulse) return;
    await beat();
    last = performance.now();
  };
}

const expect = (release: string, total: number) =>
  query('release-total', 'UPDATE release SET total = $2::int WHERE id = $1::uuid', [release, total]);

/** Lines of a release, put away as they come. */
function chunksOf(release: string, beat: Beat) {
  const hash = createHash('sha256');
  let [lines, ordinal, annotations, size] = ['', 0, 0, 0];
  const settle = async () => {
    const bytes = Buffer.from(lines);
    lines = '';
    hash.update(bytes);
    size += bytes.length;
    const zipped = await promisify(gzip)(bytes);
    await transaction(async () => {
      await beat();
      await query(
        'add-release-chunk',
        `WITH told AS (UPDATE release SET written = $4::int WHERE id = $1::uuid AND sha256 IS NULL AND withdrawn_at IS NULL
           RETURNING id)
         INSERT INTO release_chunk (release_id, ordinal, lines) SELECT id, $2::int, $3::bytea FROM told`,
        [release, ordinal, zipped, annotations],
      );
    });
    ordinal += 1;
  };
  return {
    async add(line: string, counted: number): Promise<void> {
      lines += `${line}\n`;
      annotations += counted;
      if (lines.length > chunkLength) await settle();
    },
    async end() {
      if (lines !== '') await settle();
      return { sha256: hash.digest('hex'), size };
    },
  };
}

type Frozen = ReturnType<typeof frozenCard>;

/** What is told of a release, gathered while it goes by. */
function frozenCard(head: CorpusHead, told: Beat) {
  const { counts, tags, guideline } = head;
  const [facts, agreement] = [corpusFacts(), corpusAgreement(head)];
  return {
    async write(record: CorpusRecord): Promise<void> {
      facts.write(record);
      const steps = agreement.write(record);
      if (steps) await inTurns(steps, told);
    },
    async end(): Promise<ReleaseCard> {
      const { tags: by, named: _, ...rest } = facts.end();
      return {
        ...rest,
        counts,
        agreement: await inTurns(agreement.end(), told),
        guideline: guideline ?? null,
        texts: rest.texts.map((text) => ({ ...text, authors: [...text.authors] })),
        tags: tags.map(({ slug, name, definition }) => ({
          slug,
          name,
          definition,
          annotations: by[slug] ?? 0,
        })),
        untagged: by[''] ?? 0,
      };
    },
  };
}

interface Kept {
  sha256: string;
  size: number;
  card: ReleaseCard;
  leftOut: string[];
}

/** From now on nothing of it changes. */
async function keep(
  release: string,
  { group, creator }: Asked,
  { sha256, size, card, leftOut }: Kept,
): Promise<void> {
  const kept = await query<{ id: string }>(
    'keep-release',
    `UPDATE release SET sha256 = $2, size = $3::bigint, card = $4::jsonb, left_out = $5::uuid[]
     WHERE id = $1::uuid AND sha256 IS NULL AND withdrawn_at IS NULL RETURNING id`,
    [release, sha256, size, JSON.stringify(card), leftOut],
  );
  if (kept.length > 0)
    await publish({
      channel: groupChannel(group),
      kind: 'group',
      change: 'edited',
      entity: group,
      actor: creator,
    });
}
