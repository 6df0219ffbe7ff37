import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { codePoints } from '@/lib/core/anchoring/code-points';
import { type GeneratedEssay, generatedRanges } from './generated-essay';

const appUrl = process.env.APP_URL!;
const origin = new URL(appUrl).origin;

export const database = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });

interface Member {
  id: string;
  /** What their browser sends. */
  headers: Record<string, string>;
}

/** A private group with one essay. */
export interface ReadingClub {
  group: string;
  essay: string;
  /** Row id of its text. */
  version: string;
  members: Member[];
  /** Of the reading page. */
  page: string;
  /** Of its annotations in the API. */
  annotations: string;
}

const headersOf = (token: string) => ({
  cookie: `session=${token}`,
  origin,
  'content-type': 'application/json',
});

/** People who are signed in: their sessions are written, not typed. */
async function people(count: number): Promise<Member[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest('base64url'));
  const { rows } = await database.query<{ id: string }>(
    `WITH made AS (
       INSERT INTO "user" (id, name) SELECT gen_random_uuid(), 'Reader ' || n FROM generate_series(1, $1) n RETURNING id
     ), numbered AS (SELECT id, row_number() OVER () AS n FROM made), begun AS (
       INSERT INTO session (token_hash, user_id, expires)
       SELECT hash, id, now() + interval '1 day' FROM numbered
       JOIN unnest($2::text[]) WITH ORDINALITY AS given (hash, n) USING (n)
     ) SELECT id FROM numbered ORDER BY n`,
    [count, hashes],
  );
  return rows.map(({ id }, i) => ({ id, headers: headersOf(tokens[i]!) }));
}

async function post<T>(path: string, { headers }: Member, body: object): Promise<T> {
  const response = await fetch(`${appUrl}/api/v1${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export async function readingClub(size: number, { paragraphs }: GeneratedEssay): Promise<ReadingClub> {
  const members = await people(size);
  const [owner, ...others] = members as [Member, ...Member[]];
  type Made = { id: string; slug: string };
  const group = await post<Made>('/groups', owner, { name: 'Bench', visibility: 'private' });
  await database.query(
    `INSERT INTO membership (group_id, user_id, role) SELECT $1, unnest($2::uuid[]), 'member'`,
    [group.id, others.map(({ id }) => id)],
  );
  const draft = { format: 'markdown', content: paragraphs.join('\n\n'), title: 'Generated', language: 'en' };
  const essay = await post<Made>(`/groups/${group.id}/essays`, owner, draft);
  const { rows } = await database.query<{ id: string }>('SELECT id FROM essay_version WHERE essay_id = $1', [
    essay.id,
  ]);
  return {
    group: group.id,
    essay: essay.id,
    version: rows[0]!.id,
    members,
    page: `${appUrl}/g/${group.slug}/${essay.slug}`,
    annotations: `${appUrl}/api/v1/groups/${group.id}/essays/${essay.id}/annotations`,
  };
}

const tags = ['claim', 'crux', 'failure-mode'];

/** Drafts as a browser sends them, with a comment of about 160 characters. */
export function drafts({ text }: GeneratedEssay, count: number): string[] {
  const points = codePoints(text);
  const markdown =
    'This is the step that I doubt: it holds for the cases named, but **not** for those we were promised. '
      .repeat(2)
      .slice(0, 160);
  return generatedRanges(text, count).map(({ start, end }, i) =>
    JSON.stringify({
      target: {
        version: 1,
        selector: [
          { type: 'TextPositionSelector', start: points.fromUtf16(start), end: points.fromUtf16(end) },
          { type: 'TextQuoteSelector', exact: text.slice(start, end) },
        ],
      },
      tags: [tags[i % tags.length]],
      comment: { markdown: markdown.trim() },
    }),
  );
}

/** Makes a club's essay hold `count` annotations, 16 at a time. */
export async function annotate(club: ReadingClub, essay: GeneratedEssay, count: number): Promise<void> {
  const bodies = drafts(essay, count);
  const { headers } = club.members[0]!;
  for (let i = 0; i < count; i += 16)
    await Promise.all(
      bodies.slice(i, i + 16).map(async (body) => {
        const response = await fetch(club.annotations, { method: 'POST', headers, body });
        if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
        await response.arrayBuffer();
      }),
    );
}
