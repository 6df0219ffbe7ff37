import { createHash } from 'node:crypto';
import type { GeneratedEssay } from './generated-essay';
import { database, type ReadingClub, readingClub } from './reading-club';

export const size = { members: 50, essays: 50, annotations: 1_000_000, replies: 100_000, reactions: 50_000 };

/** What annotations say, by turns; of several lengths. */
const usual = Array.from({ length: 8 }, (_, n) => 'This is the step that I doubt. '.repeat(n + 1));

/**
 * A group with a million annotations in 50 essays, every tenth with a reply, written straight to the tables. Its essays
 * have an open licence, so that their texts come along. Only with `sentences` of one's own it can be searched.
 */
export async function largeCorpus(
  essay: GeneratedEssay,
  sentences?: readonly string[],
): Promise<ReadingClub> {
  const club = await readingClub(size.members, essay);
  const sha256 = createHash('sha256').update(essay.text).digest('hex');
  const people = club.members.map(({ id }) => id);
  const client = await database.connect();
  try {
    await client.query('SET statement_timeout = 0');
    await client.query(texts, [club.group, club.essay, sha256]);
    await client.query('CREATE TEMP TABLE sentence (n int PRIMARY KEY, said text, words tsvector)');
    await client.query(said, [sentences ?? usual]);
    await client.query('ANALYZE sentence');
    for (const table of ['target', 'reply']) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await client.query(annotations, [club.group, people, essay.text.length - 250]);
    await client.query(replies, [club.group]);
    for (const table of ['target', 'reply']) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    // Unless it is known how many there are, they may be joined with the sentences one by one.
    await client.query('ANALYZE annotation');
    if (sentences) await client.query(entries);
    await client.query(reactions, [club.group, people]);
    for (const table of [
      'annotation',
      'target',
      'anchor',
      'annotation_tag',
      'reply',
      'reaction',
      'essay',
      'search_entry',
      'passage',
    ])
      await client.query(`VACUUM ANALYZE ${table}`);
  } finally {
    client.release();
  }
  return club;
}

const texts = `
  WITH made AS (
    INSERT INTO essay (id, title, authors, licence)
    SELECT gen_random_uuid(), 'Essay ' || n, ARRAY['A'], 'CC BY 4.0' FROM generate_series(2, ${size.essays}) n RETURNING id, title
  ), kept AS (
    INSERT INTO essay_version (essay_id, number, document, text, sha256, words, source, importer)
    SELECT made.id, 1, v.document, v.text, $3, v.words, 'x', 'text' FROM made JOIN essay_version v ON v.essay_id = $2
  ), open AS (UPDATE essay SET licence = 'CC BY 4.0' WHERE id = $2)
  INSERT INTO reading_list_entry (group_id, essay_id, slug, position)
  SELECT $1, id, replace(lower(title), ' ', '-'), 1 + row_number() OVER () FROM made`;

/** Passages of 20 to 200 characters with about as long a comment. The text has no character beyond the first plane. */
const annotations = `
  WITH place AS (
    SELECT e.essay_id, v.id AS version, row_number() OVER (ORDER BY e.position) - 1 AS n
    FROM reading_list_entry e JOIN essay_version v USING (essay_id) WHERE e.group_id = $1
  ), spot AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, essay_id, version, ($2::uuid[])[1 + n.n % ${size.members}] AS author, n.n,
      (n.n * 37 % $3)::int AS start, (20 + n.n % 180)::int AS length, sentence.said
    FROM generate_series(1, ${size.annotations}) n JOIN place ON place.n = n.n % ${size.essays}
    JOIN sentence ON sentence.n = n.n % (SELECT count(*) FROM sentence)
  ), made AS (
    INSERT INTO annotation (id, group_id, essay_id, author_id, visibility, comment, comment_markdown)
    SELECT id, $1, essay_id, author, 'group', jsonb_build_object('type', 'doc', 'content', jsonb_build_array(
      jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', said))))),
      said FROM spot
  ), placed AS (
    INSERT INTO target (annotation_id, essay_version_id, selectors)
    SELECT id, version, jsonb_build_array(
      jsonb_build_object('type', 'TextPositionSelector', 'start', start, 'end', start + length),
      jsonb_build_object('type', 'TextQuoteSelector', 'exact', left(said || said || said || said, length),
        'prefix', left(said || said, 32), 'suffix', left(said || said, 32))) FROM spot
  ), anchored AS (
    INSERT INTO anchor (annotation_id, essay_version_id, start, "end") SELECT id, version, start, start + length FROM spot
  ) INSERT INTO annotation_tag (annotation_id, tag_id)
  SELECT spot.id, tag.id FROM spot JOIN tag ON tag.group_id = $1 AND tag.position = spot.n % 3`;

const said = `
  INSERT INTO sentence SELECT n - 1, said, search_apart(search_words('en', said, 'A', 'B'), search_words('en', said, 'C', 'D'))
  FROM unnest($1::text[]) WITH ORDINALITY AS s (said, n)`;

/** As the triggers would make them one by one, in the order of their times. */
const entries = `
  DROP INDEX search_entry_words_idx;
  INSERT INTO search_entry (id, kind, thread_id, group_id, essay_id, author_id, created_at, words)
  SELECT a.id, 'annotation', a.id, a.group_id, a.essay_id, a.author_id, now() - random() * interval '300 days' AS created, sentence.words
  FROM annotation a JOIN (SELECT DISTINCT ON (said) said, words FROM sentence) sentence ON sentence.said = a.comment_markdown
  ORDER BY created
  ON CONFLICT DO NOTHING;
  CREATE INDEX search_entry_words_idx ON search_entry USING gin (words)`;

const replies = `
  INSERT INTO reply (id, annotation_id, author_id, comment, comment_markdown)
  SELECT gen_random_uuid(), a.id, a.author_id, a.comment, a.comment_markdown FROM annotation a
  WHERE a.group_id = $1 LIMIT ${size.replies}`;

const reactions = `
  INSERT INTO reaction (user_id, kind, annotation_id)
  SELECT ($2::uuid[])[1], 'agree', a.id FROM annotation a WHERE a.group_id = $1 LIMIT ${size.reactions}`;
