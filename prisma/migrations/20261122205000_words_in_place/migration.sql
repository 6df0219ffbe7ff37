-- The words of a text, with one weight, and in the same places their stems, with another: of one that is both, the first.
-- As before, but stems stood behind all words, and only those that were no words of the text: "red-team" missed
-- "red-teaming", and "fox-dog" met dogs that stood before a fox.
CREATE OR REPLACE FUNCTION "search_words"("code" text, "said" text, "exact" "char", "stem" "char") RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  plain text := search_plain(said);
  stemmer regconfig := search_language(code);
  words tsvector := setweight(to_tsvector('pg_catalog.simple', search_pairs(search_folded(plain))), exact);
BEGIN
  IF stemmer = 'pg_catalog.simple'::regconfig THEN RETURN words; END IF;
  RETURN (words::text || ' ' || setweight(to_tsvector(stemmer, plain), stem)::text)::tsvector;
END $$;

-- The words of two texts, far enough from each other that no phrase reaches from one into the other. No text has the word ' '.
CREATE FUNCTION "search_apart"("one" tsvector, "other" tsvector) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ts_delete(one || ''' '':100'::tsvector || other, ' ') $$;

-- The comment counts before the words it is on; of a mark on half a book only the beginning is found, as a tsvector has an end.
CREATE OR REPLACE FUNCTION "index_annotation"("annotation" uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "search_entry" ("id", "kind", "thread_id", "group_id", "essay_id", "author_id", "created_at", "words")
  SELECT a."id", 'annotation', a."id", a."group_id", a."essay_id", a."author_id", a."created_at",
    search_apart(search_words(e."language", coalesce(a."comment_markdown", ''), 'A', 'B'), search_words(e."language",
      left(coalesce(jsonb_path_query_first(t."selectors", '$[*] ? (@.type == "TextQuoteSelector").exact') #>> '{}', ''), 20000), 'C', 'D'))
  FROM "annotation" a JOIN "target" t ON t."annotation_id" = a."id" JOIN "essay" e ON e."id" = a."essay_id" WHERE a."id" = annotation
  ON CONFLICT ("id") DO UPDATE SET "author_id" = EXCLUDED."author_id", "words" = EXCLUDED."words" $$;

-- In the language of the first essay that the group has on its list.
CREATE OR REPLACE FUNCTION "index_card"("card" uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "search_entry" ("id", "kind", "group_id", "author_id", "created_at", "words")
  SELECT c."id", 'card', c."group_id", c."created_by_id", c."created_at", search_apart(
    search_words(l."language", c."statement", 'A', 'B'),
    search_apart(search_words(l."language", c."details", 'C', 'D'), search_words(l."language", c."operationalization", 'C', 'D')))
  FROM "card" c CROSS JOIN LATERAL (SELECT coalesce((
    SELECT e."language" FROM "reading_list_entry" l JOIN "essay" e ON e."id" = l."essay_id"
    WHERE l."group_id" = c."group_id" ORDER BY l."position" LIMIT 1), 'en') AS "language") l WHERE c."id" = card
  ON CONFLICT ("id") DO UPDATE SET "author_id" = EXCLUDED."author_id", "words" = EXCLUDED."words" $$;

-- What was there before: texts at once, what was said on them and the cards by and by, as when a language changes.
UPDATE "passage" p SET "words" = search_words(e."language", p."text", 'A', 'B') FROM "essay" e WHERE e."id" = p."essay_id";
INSERT INTO "job" ("kind", "payload") SELECT 'index-notes', jsonb_build_object('essay', "id") FROM "essay";
INSERT INTO "job" ("kind", "payload")
SELECT 'index-notes', jsonb_build_object('group', g."id") FROM "group" g
WHERE EXISTS (SELECT 1 FROM "card" c WHERE c."group_id" = g."id")
  AND NOT EXISTS (SELECT 1 FROM "reading_list_entry" l WHERE l."group_id" = g."id");
