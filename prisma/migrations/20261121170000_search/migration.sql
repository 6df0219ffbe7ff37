-- What is looked for by its words: docs/decisions/0019-search.md.

-- CreateTable
CREATE TABLE "search_entry" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "thread_id" UUID,
    "group_id" UUID NOT NULL,
    "essay_id" UUID,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passage" (
    "essay_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "passage_pkey" PRIMARY KEY ("essay_id","number")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_kind" CHECK (
  "kind" IN ('annotation', 'reply', 'card') AND ("kind" = 'card') = ("thread_id" IS NULL));

-- The stemmer for a language tag; languages without one are looked for by whole words.
CREATE FUNCTION "search_language"("code" text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (CASE split_part(lower(code), '-', 1)
    WHEN 'ar' THEN 'arabic' WHEN 'ca' THEN 'catalan' WHEN 'da' THEN 'danish' WHEN 'de' THEN 'german' WHEN 'el' THEN 'greek'
    WHEN 'en' THEN 'english' WHEN 'es' THEN 'spanish' WHEN 'eu' THEN 'basque' WHEN 'fi' THEN 'finnish' WHEN 'fr' THEN 'french'
    WHEN 'ga' THEN 'irish' WHEN 'hi' THEN 'hindi' WHEN 'hu' THEN 'hungarian' WHEN 'hy' THEN 'armenian' WHEN 'id' THEN 'indonesian'
    WHEN 'it' THEN 'italian' WHEN 'lt' THEN 'lithuanian' WHEN 'nb' THEN 'norwegian' WHEN 'ne' THEN 'nepali' WHEN 'nl' THEN 'dutch'
    WHEN 'nn' THEN 'norwegian' WHEN 'no' THEN 'norwegian' WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian'
    WHEN 'ru' THEN 'russian' WHEN 'sr' THEN 'serbian' WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil' WHEN 'tr' THEN 'turkish'
    WHEN 'yi' THEN 'yiddish' ELSE 'simple' END)::regconfig $$;

-- Letters, digits and spaces: whatever the locale of the database, its parser then takes the same for a word. It would
-- read "end.Next" as the name of a host, "and/or" as a file, "2020-2021" as two numbers, and “ as a letter.
CREATE FUNCTION "search_plain"("said" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(translate(said, '.,-/\@_:;''"`&<>+=#%*|~^()[]{}!?$', repeat(' ', 32)),
    '[\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u206f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u30a0\u30fb\ufe10-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\U0001f000-\U0001faff]+', ' ', 'g') $$;

-- Without accents of Latin, Greek and Cyrillic.
CREATE FUNCTION "search_folded"("said" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN said ~ '[^\u0001-\u007f]'
    THEN normalize(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g'), NFKC) ELSE said END $$;

-- Where words are written without spaces, each two neighbouring characters are a word, and the last one is: 東京大 as 東京 京大 大.
CREATE FUNCTION "search_pairs"("said" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN said !~ '[\u1100-\u11ff\u3005-\u3007\u3041-\u31ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]' THEN said ELSE (
    SELECT string_agg(CASE WHEN NOT unspaced THEN letter WHEN paired THEN ' ' || letter || following || ' '
      ELSE ' ' || letter || ' ' END, '' ORDER BY place)
    FROM (
      SELECT letter, place, unspaced, lead(letter) OVER neighbours AS following, coalesce(lead(unspaced) OVER neighbours, false) AS paired
      FROM (
        SELECT letter, place, letter ~ '[\u1100-\u11ff\u3005-\u3007\u3041-\u31ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]' AS unspaced
        FROM string_to_table(said, NULL) WITH ORDINALITY AS letters (letter, place)) letters
      WINDOW neighbours AS (ORDER BY place)) pairs) END $$;

-- The words of a text, with one weight, and with another those of their stems that are no words of it.
CREATE FUNCTION "search_words"("code" text, "said" text, "exact" "char", "stem" "char") RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  plain text := search_plain(said);
  stemmer regconfig := search_language(code);
  words tsvector := to_tsvector('pg_catalog.simple', search_pairs(search_folded(plain)));
BEGIN
  IF stemmer = 'pg_catalog.simple'::regconfig THEN RETURN setweight(words, exact); END IF;
  RETURN setweight(words, exact) || setweight(ts_delete(to_tsvector(stemmer, plain), tsvector_to_array(words)), stem);
END $$;

-- One term in the languages that are looked through. A word is met in all its forms, a phrase and a beginning as they stand.
CREATE FUNCTION "search_term"("kind" text, "said" text, "codes" text[]) RETURNS tsquery
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  plain text := btrim(search_plain(said));
  pairs text := btrim(search_pairs(search_folded(plain)));
  found tsquery;
  stemmer regconfig;
  stems tsquery;
BEGIN
  -- Of ½ and ² nothing is left to look for.
  IF pairs = '' THEN RETURN ''::tsquery; END IF;
  found := to_tsquery('pg_catalog.simple', '''' || pairs || ''':' ||
    CASE WHEN kind = 'prefix' OR pairs <> search_folded(plain) OR pairs ~ '^[\u3005-\u3007\u3041-\u31ff\u3400-\u9fff\uac00-\ud7ff]$'
      THEN '*AC' ELSE 'AC' END);
  IF kind <> 'word' THEN RETURN found; END IF;
  FOR stemmer IN SELECT DISTINCT search_language(code) FROM unnest(codes) code LOOP
    CONTINUE WHEN stemmer = 'pg_catalog.simple'::regconfig;
    stems := phraseto_tsquery(stemmer, plain);
    IF numnode(stems) > 0 THEN found := found || stems; END IF;
  END LOOP;
  RETURN found;
END $$;

-- Whether a word says nothing in all of the languages.
CREATE FUNCTION "search_is_stop"("said" text, "codes" text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT cardinality(codes) > 0 AND coalesce(bool_and(cardinality(tsvector_to_array(to_tsvector(search_language(code), search_plain(said)))) = 0), false)
  FROM unnest(codes) code $$;

-- All terms together: [{"kind": "word", "text": "…", "not": false}, …]. Words that say nothing count only when there are no others.
CREATE FUNCTION "search_query"("terms" jsonb, "codes" text[]) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  term record;
  wanted tsquery;
  idle tsquery;
  unwanted tsquery;
BEGIN
  FOR term IN SELECT * FROM jsonb_to_recordset(terms) AS t (kind text, text text, "not" boolean) LOOP
    DECLARE part tsquery := search_term(term.kind, term.text, codes);
    BEGIN
      IF numnode(part) = 0 THEN CONTINUE;
      ELSIF term."not" THEN unwanted := coalesce(unwanted && !!part, !!part);
      ELSIF term.kind = 'word' AND search_is_stop(term.text, codes) THEN idle := coalesce(idle && part, part);
      ELSE wanted := coalesce(wanted && part, part);
      END IF;
    END;
  END LOOP;
  wanted := coalesce(wanted, idle);
  RETURN CASE WHEN unwanted IS NULL THEN wanted ELSE wanted && unwanted END;
END $$;

-- The paragraphs of a text with their places (Unicode code points); a long one in pieces that end between words.
CREATE FUNCTION "search_passages"("whole" text) RETURNS TABLE ("start" int, "said" text) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  block text;
  cut int;
  next int := 0;
BEGIN
  FOR block IN SELECT b FROM string_to_table(whole, E'\n\n') WITH ORDINALITY AS blocks (b, place) ORDER BY place LOOP
    start := next;
    next := next + length(block) + 2;
    WHILE block <> '' LOOP
      cut := length(block);
      IF cut > 3000 THEN cut := 3000 - coalesce(nullif(strpos(reverse(substr(block, 2001, 1000)), ' '), 0) - 1, 0); END IF;
      said := left(block, cut);
      RETURN NEXT;
      start := start + cut;
      block := substr(block, cut + 1);
    END LOOP;
  END LOOP;
END $$;

-- Title and authors stand first, as number 0, then the newest text.
CREATE FUNCTION "index_essay"("essay" uuid) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "passage" WHERE "essay_id" = essay;
  INSERT INTO "passage" ("essay_id", "number", "start", "text", "words")
  SELECT e."id", 0, 0, said, search_words(e."language", said, 'A', 'B')
  FROM "essay" e, concat_ws(' · ', e."title", nullif(array_to_string(e."authors", ', '), '')) said WHERE e."id" = essay
  UNION ALL
  SELECT e."id", row_number() OVER (ORDER BY p."start"), p."start", p."said", search_words(e."language", p."said", 'A', 'B')
  FROM "essay" e
  CROSS JOIN LATERAL (SELECT "text" FROM "essay_version" v WHERE v."essay_id" = e."id" ORDER BY v."number" DESC LIMIT 1) v
  CROSS JOIN LATERAL search_passages(v."text") p WHERE e."id" = essay;
  -- In order, so that two imports at once wait for each other at most once.
  INSERT INTO "search_word" ("word")
  SELECT DISTINCT w."lexeme" FROM "passage" p CROSS JOIN LATERAL unnest(p."words") w
  WHERE p."essay_id" = essay AND 'A' = ANY(w."weights") AND length(w."lexeme") BETWEEN 3 AND 40 ORDER BY 1
  ON CONFLICT DO NOTHING $$;

-- The comment counts before the words it is on; of a mark on half a book only the beginning is found, as a tsvector has an end.
CREATE FUNCTION "index_annotation"("annotation" uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "search_entry" ("id", "kind", "thread_id", "group_id", "essay_id", "author_id", "created_at", "words")
  SELECT a."id", 'annotation', a."id", a."group_id", a."essay_id", a."author_id", a."created_at",
    search_words(e."language", coalesce(a."comment_markdown", ''), 'A', 'B') || search_words(e."language",
      left(coalesce(jsonb_path_query_first(t."selectors", '$[*] ? (@.type == "TextQuoteSelector").exact') #>> '{}', ''), 20000), 'C', 'D')
  FROM "annotation" a JOIN "target" t ON t."annotation_id" = a."id" JOIN "essay" e ON e."id" = a."essay_id" WHERE a."id" = annotation
  ON CONFLICT ("id") DO UPDATE SET "author_id" = EXCLUDED."author_id", "words" = EXCLUDED."words" $$;

CREATE FUNCTION "index_reply"("reply" uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "search_entry" ("id", "kind", "thread_id", "group_id", "essay_id", "author_id", "created_at", "words")
  SELECT r."id", 'reply', a."id", a."group_id", a."essay_id", r."author_id", r."created_at",
    search_words(e."language", r."comment_markdown", 'A', 'B')
  FROM "reply" r JOIN "annotation" a ON a."id" = r."annotation_id" JOIN "essay" e ON e."id" = a."essay_id" WHERE r."id" = reply
  ON CONFLICT ("id") DO UPDATE SET "author_id" = EXCLUDED."author_id", "words" = EXCLUDED."words" $$;

-- In the language of the first essay that the group has on its list.
CREATE FUNCTION "index_card"("card" uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "search_entry" ("id", "kind", "group_id", "author_id", "created_at", "words")
  SELECT c."id", 'card', c."group_id", c."created_by_id", c."created_at",
    search_words(l."language", c."statement", 'A', 'B') || search_words(l."language", c."details" || ' ' || c."operationalization", 'C', 'D')
  FROM "card" c CROSS JOIN LATERAL (SELECT coalesce((
    SELECT e."language" FROM "reading_list_entry" l JOIN "essay" e ON e."id" = l."essay_id"
    WHERE l."group_id" = c."group_id" ORDER BY l."position" LIMIT 1), 'en') AS "language") l WHERE c."id" = card
  ON CONFLICT ("id") DO UPDATE SET "author_id" = EXCLUDED."author_id", "words" = EXCLUDED."words" $$;

CREATE FUNCTION "keep_passages"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'essay' THEN PERFORM index_essay(NEW.id); ELSE PERFORM index_essay(NEW.essay_id); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION "keep_search_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN DELETE FROM "search_entry" WHERE "id" = OLD.id; RETURN NULL; END IF;
  CASE TG_TABLE_NAME
    WHEN 'target' THEN PERFORM index_annotation(NEW.annotation_id);
    WHEN 'annotation' THEN PERFORM index_annotation(NEW.id);
    WHEN 'reply' THEN PERFORM index_reply(NEW.id);
    ELSE PERFORM index_card(NEW.id);
  END CASE;
  RETURN NULL;
END $$;

-- What was there before.
DO $$ BEGIN PERFORM index_essay("id") FROM "essay"; END $$;
INSERT INTO "search_entry" ("id", "kind", "thread_id", "group_id", "essay_id", "author_id", "created_at", "words")
SELECT a."id", 'annotation', a."id", a."group_id", a."essay_id", a."author_id", a."created_at",
  search_words(e."language", coalesce(a."comment_markdown", ''), 'A', 'B') || search_words(e."language",
    left(coalesce(jsonb_path_query_first(t."selectors", '$[*] ? (@.type == "TextQuoteSelector").exact') #>> '{}', ''), 20000), 'C', 'D')
FROM "annotation" a JOIN "target" t ON t."annotation_id" = a."id" JOIN "essay" e ON e."id" = a."essay_id";
DO $$ BEGIN PERFORM index_reply("id") FROM "reply"; PERFORM index_card("id") FROM "card"; END $$;

-- CreateIndex
CREATE INDEX "search_entry_group_id_created_at_idx" ON "search_entry"("group_id", "created_at");

-- CreateIndex
CREATE INDEX "search_entry_author_id_created_at_idx" ON "search_entry"("author_id", "created_at");

-- CreateIndex
CREATE INDEX "search_entry_created_at_idx" ON "search_entry"("created_at");

-- CreateIndex
CREATE INDEX "search_entry_words_idx" ON "search_entry" USING GIN ("words");

-- CreateIndex
CREATE INDEX "passage_words_idx" ON "passage" USING GIN ("words");

-- CreateIndex
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "passage" ADD CONSTRAINT "passage_essay_id_fkey" FOREIGN KEY ("essay_id") REFERENCES "essay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TRIGGER "essay_passages" AFTER INSERT OR UPDATE OF "title", "authors", "language" ON "essay" FOR EACH ROW EXECUTE FUNCTION keep_passages();
CREATE TRIGGER "version_passages" AFTER INSERT ON "essay_version" FOR EACH ROW EXECUTE FUNCTION keep_passages();
CREATE TRIGGER "target_entry" AFTER INSERT ON "target" FOR EACH ROW EXECUTE FUNCTION keep_search_entry();
CREATE TRIGGER "annotation_entry" AFTER DELETE OR UPDATE OF "comment_markdown", "author_id" ON "annotation" FOR EACH ROW EXECUTE FUNCTION keep_search_entry();
CREATE TRIGGER "reply_entry" AFTER INSERT OR DELETE OR UPDATE OF "comment_markdown", "author_id" ON "reply" FOR EACH ROW EXECUTE FUNCTION keep_search_entry();
CREATE TRIGGER "card_entry" AFTER INSERT OR DELETE OR UPDATE OF "statement", "details", "operationalization" ON "card" FOR EACH ROW EXECUTE FUNCTION keep_search_entry();

-- The concordance has a page of a group to itself; an essay that was called like it could not be opened any more.
UPDATE "reading_list_entry" l SET "slug" = 'essay-' || l."slug"
WHERE l."slug" = 'concordance' AND NOT EXISTS (
  SELECT 1 FROM "reading_list_entry" o WHERE o."group_id" = l."group_id" AND o."slug" = 'essay-' || l."slug");
