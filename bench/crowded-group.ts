import { type GeneratedEssay, numbersFrom, vocabulary } from './generated-essay';
import { database, type ReadingClub, readingClub } from './reading-club';

const size = { members: 200, essays: 50, annotations: 100_000, cards: 2_000, answersToEach: 20 };

export interface CrowdedGroup extends ReadingClub {
  /** Of the board. */
  board: string;
  /** Of the cards in the API. */
  cards: string;
  /** Statements of its own and of others, as people would type them. */
  statements: string[];
  /** Annotations that cards are met in. */
  passages: string[];
}

/**
 * A group in which much happened, written straight to the tables: 50 essays, 100,000 annotations, 2,000 cards, and
 * 40,000 positions of its 200 members, with relations, beliefs and replies between them.
 */
export async function crowdedGroup(essay: GeneratedEssay): Promise<CrowdedGroup> {
  const club = await readingClub(size.members, essay);
  const next = numbersFrom(23);
  const statements = Array.from({ length: size.cards }, () => statement(next));
  const client = await database.connect();
  try {
    await client.query('SET statement_timeout = 0');
    const given = { people: club.members.map(({ id }) => id), statements };
    for (const [sql, ...names] of steps)
      await client.query(sql, [club.group, club.essay, ...names.map((name) => given[name])]);
    for (const table of analysed) await client.query(`ANALYZE ${table}`);
    const { rows } = await client.query<{ id: string }>(
      `SELECT o.annotation_id AS id FROM occurrence o JOIN card c ON c.id = o.card_id
       WHERE c.group_id = $1 ORDER BY c.number LIMIT 50`,
      [club.group],
    );
    const [board, cards] = [
      club.page.replace(/[^/]*$/, 'cards'),
      club.annotations.replace(/essays.*/, 'cards'),
    ];
    return { ...club, board, cards, statements, passages: rows.map(({ id }) => id) };
  } finally {
    client.release();
  }
}

const common = 'the a of is that to and in it will not be more than we for with on as are'.split(' ');
const begun = 'bar cen dis fog gul hak kim lor mun nev per qua rid sow tup vel wex yan zor chi'.split(' ');
const ended = 'ance tion ment ity ness ous ful ish ward ling er est ic al um age dom ure ode igo'.split(' ');

/** Eight to fourteen words: of the few that every statement has, of the essay's, and rare ones. */
function statement(next: () => number): string {
  const one = (words: readonly string[]) => words[Math.floor(next() * words.length)]!;
  const word = () => {
    const kind = next();
    if (kind < 0.4) return one(common);
    return kind < 0.7 ? one(vocabulary) : one(begun) + one(begun) + one(ended);
  };
  return `${Array.from({ length: 8 + Math.floor(next() * 6) }, word).join(' ')}.`;
}

const analysed =
  'essay essay_version reading_list_entry annotation target anchor annotation_tag reply card occurrence relation position conditional_belief membership "user"'.split(
    ' ',
  );

/** $1 is the group, $2 its essay, $3 what is named beside it. */
const steps: [sql: string, ...names: ('people' | 'statements')[]][] = [
  [
    `WITH made AS (
       INSERT INTO essay (id, title, authors) SELECT gen_random_uuid(), 'Generated ' || n, '{}'
       FROM generate_series(2, ${size.essays}) n, essay WHERE essay.id = $2 RETURNING id
     ), numbered AS (SELECT id, row_number() OVER () AS n FROM made), listed AS (
       INSERT INTO reading_list_entry (group_id, essay_id, slug, position)
       SELECT $1, id, 'generated-' || n, n FROM numbered
     ) INSERT INTO essay_version (essay_id, number, document, text, sha256, words, source, importer)
     SELECT made.id, 1, document, text, sha256, words, source, importer FROM made, essay_version v WHERE v.essay_id = $2`,
  ],
  [
    `WITH place AS (
       SELECT e.essay_id, v.id AS version, v.text, row_number() OVER (ORDER BY e.essay_id) - 1 AS n
       FROM reading_list_entry e JOIN essay_version v USING (essay_id) WHERE e.group_id = $1 AND $2::uuid IS NOT NULL
     ), spot AS (
       SELECT gen_random_uuid() AS id, essay_id, version, n.n, ($3::uuid[])[1 + n.n % ${size.members}] AS author,
         substr(text, 1 + n.n * 37 % 39000, 20 + n.n % 180) AS exact, n.n * 37 % 39000 AS start, 20 + n.n % 180 AS length
       FROM generate_series(1, ${size.annotations}) n JOIN place ON place.n = n.n / 200 % ${size.essays}
     ), made AS (
       INSERT INTO annotation (id, group_id, essay_id, author_id, visibility, comment, comment_markdown)
       SELECT id, $1, essay_id, author, CASE WHEN n % 20 = 0 THEN 'private' ELSE 'group' END,
         '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"So it is."}]}]}', 'So it is.'
       FROM spot
     ), placed AS (
       INSERT INTO target (annotation_id, essay_version_id, selectors)
       SELECT id, version, json_build_array(
         json_build_object('type', 'TextPositionSelector', 'start', start, 'end', start + length),
         json_build_object('type', 'TextQuoteSelector', 'exact', exact)) FROM spot
     ), anchored AS (
       INSERT INTO anchor (annotation_id, essay_version_id, start, "end") SELECT id, version, start, start + length FROM spot
     ) INSERT INTO annotation_tag (annotation_id, tag_id)
     SELECT spot.id, tag.id FROM spot JOIN tag ON tag.group_id = $1 AND tag.position = spot.n % 3`,
    'people',
  ],
  [
    `INSERT INTO reply (id, annotation_id, author_id, comment, comment_markdown)
     SELECT gen_random_uuid(), a.id, a.author_id, a.comment, 'So it is.' FROM annotation a
     WHERE a.group_id = $1 AND $2::uuid IS NOT NULL AND a.visibility = 'group' LIMIT 10000`,
  ],
  [
    `INSERT INTO card (id, group_id, number, kind, statement, details, status, created_by_id, resolution_source)
     SELECT gen_random_uuid(), $1, n, (ARRAY['crux', 'claim', 'failure-mode'])[1 + n % 3], said, said || ' ' || said, status,
       ($3::uuid[])[1 + n % ${size.members}], CASE WHEN status LIKE 'resolved%' THEN 'A paper.' END
     FROM (SELECT n, said, (ARRAY['proposed', 'proposed', 'proposed', 'canonical', 'canonical', 'canonical', 'canonical',
         'resolved-true', 'resolved-false', 'archived'])[1 + n % 10] AS status
       FROM unnest($4::text[]) WITH ORDINALITY AS given (said, n)) one WHERE $2::uuid IS NOT NULL`,
    'people',
    'statements',
  ],
  [
    `INSERT INTO card_revision (card_id, version, kind, statement, details, operationalization, editor_id)
     SELECT id, 1, kind, statement, details, '', created_by_id FROM card WHERE group_id = $1 AND $2::uuid IS NOT NULL`,
  ],
  [
    `INSERT INTO occurrence (id, card_id, annotation_id, role, created_by_id)
     SELECT gen_random_uuid(), c.id, a.id, (ARRAY['states', 'supports', 'opposes'])[1 + a.n % 3], c.created_by_id
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM annotation
       WHERE group_id = $1 AND $2::uuid IS NOT NULL AND visibility = 'group' LIMIT 6000) a
     JOIN card c ON c.group_id = $1 AND c.number = 1 + a.n % ${size.cards}`,
  ],
  [
    // Twenty members to a card, the same of 200 cards: who answered a crux answered its target.
    `INSERT INTO position (id, card_id, user_id, credence, version)
     SELECT gen_random_uuid(), c.id, person, CASE WHEN (c.number + k) % 17 > 0 THEN (c.number * 31 + k * 47) % 101 END, 1
     FROM card c JOIN unnest($3::uuid[]) WITH ORDINALITY AS given (person, k)
       ON k % ${size.members / size.answersToEach} = c.number / 200 % ${size.members / size.answersToEach}
     WHERE c.group_id = $1 AND $2::uuid IS NOT NULL`,
    'people',
  ],
  [
    `INSERT INTO relation (id, from_id, to_id, type, state, created_by_id)
     SELECT gen_random_uuid(), f.id, t.id, (ARRAY['crux-for', 'crux-for', 'crux-for', 'supports'])[1 + f.number % 4],
       CASE WHEN f.number % 9 = 0 THEN 'proposed' ELSE 'accepted' END, f.created_by_id
     FROM card f JOIN card t ON t.group_id = $1 AND t.number = f.number / 200 * 200 + f.number % 200 / 3
     WHERE f.group_id = $1 AND $2::uuid IS NOT NULL AND f.number <> t.number`,
  ],
  [
    `INSERT INTO conditional_belief (user_id, crux_id, target_id, strength)
     SELECT p.user_id, r.from_id, r.to_id, r.n % 4 FROM (SELECT *, row_number() OVER () AS n FROM relation) r
     JOIN card c ON c.id = r.from_id AND c.group_id = $1 AND $2::uuid IS NOT NULL
     JOIN position p ON p.card_id = r.from_id WHERE r.type = 'crux-for'`,
  ],
];
