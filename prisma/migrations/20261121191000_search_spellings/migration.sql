-- Words to propose when nothing is found: of each essay apart, where one for all made imports wait for each other, and
-- with their accents; compared in any script.

-- DropTable
DROP TABLE "search_word";

-- CreateTable
CREATE TABLE "search_word" (
    "essay_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "letters" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("essay_id","word")
);

-- What two spellings are compared by. In many a locale pg_trgm takes only ASCII for letters: every other one stands there
-- as one of 36 letters and digits, those of one alphabet mostly as different ones.
CREATE FUNCTION "search_letters"("word" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN folded !~ '[^\u0001-\u007f]' THEN folded ELSE (
    SELECT string_agg(CASE WHEN ascii(letter) < 128 THEN letter
      ELSE substr('abcdefghijklmnopqrstuvwxyz0123456789', 1 + ascii(letter) % 36, 1) END, '' ORDER BY place)
    FROM string_to_table(folded, NULL) WITH ORDINALITY AS letters (letter, place)) END
  FROM lower(search_folded(word)) folded $$;

-- Of its passages as they are now, the commonest: more no text has that is made of words. What is written without spaces
-- has pairs of characters for words, too short for this.
CREATE FUNCTION "index_spellings"("essay" uuid) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "search_word" WHERE "essay_id" = essay;
  INSERT INTO "search_word" ("essay_id", "word", "letters")
  SELECT essay, word, search_letters(word) FROM (
    SELECT w."lexeme" AS word FROM "passage" p
    CROSS JOIN LATERAL unnest(to_tsvector('pg_catalog.simple', search_pairs(lower(search_plain(p."text"))))) w
    WHERE p."essay_id" = essay AND length(w."lexeme") BETWEEN 3 AND 40
    GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 20000) words $$;

-- As before, but a text of one line is taken up by the page: to cut off piece by piece what is left of a long text takes
-- as long as all its pieces together, each time.
CREATE OR REPLACE FUNCTION "search_passages"("whole" text) RETURNS TABLE ("start" int, "said" text) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  block text;
  page text;
  cut int;
  next int := 0;
BEGIN
  FOR block IN SELECT b FROM string_to_table(whole, E'\n\n') WITH ORDINALITY AS blocks (b, place) ORDER BY place LOOP
    start := next;
    next := next + length(block) + 2;
    page := '';
    LOOP
      IF length(page) <= 3000 AND block <> '' THEN
        page := page || left(block, 60000);
        block := substr(block, 60001);
      END IF;
      EXIT WHEN page = '';
      cut := length(page);
      IF cut > 3000 THEN cut := 3000 - coalesce(nullif(strpos(reverse(substr(page, 2001, 1000)), ' '), 0) - 1, 0); END IF;
      said := left(page, cut);
      RETURN NEXT;
      start := start + cut;
      page := substr(page, cut + 1);
    END LOOP;
  END LOOP;
END $$;

-- Title and authors stand first, as number 0, then the newest text.
CREATE OR REPLACE FUNCTION "index_essay"("essay" uuid) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "passage" WHERE "essay_id" = essay;
  INSERT INTO "passage" ("essay_id", "number", "start", "text", "words")
  SELECT e."id", 0, 0, said, search_words(e."language", said, 'A', 'B')
  FROM "essay" e, concat_ws(' · ', e."title", nullif(array_to_string(e."authors", ', '), '')) said WHERE e."id" = essay
  UNION ALL
  SELECT e."id", row_number() OVER (ORDER BY p."start"), p."start", p."said", search_words(e."language", p."said", 'A', 'B')
  FROM "essay" e
  CROSS JOIN LATERAL (SELECT "text" FROM "essay_version" v WHERE v."essay_id" = e."id" ORDER BY v."number" DESC LIMIT 1) v
  CROSS JOIN LATERAL search_passages(v."text") p WHERE e."id" = essay;
  SELECT index_spellings(essay) $$;

-- What was there before.
DO $$ BEGIN PERFORM index_spellings("id") FROM "essay"; END $$;

-- CreateIndex
CREATE INDEX "search_word_letters_idx" ON "search_word" USING GIN ("letters" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "search_word" ADD CONSTRAINT "search_word_essay_id_fkey" FOREIGN KEY ("essay_id") REFERENCES "essay"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- In another language the words of what was said on an essay have other stems: too much for one transaction, perhaps.
CREATE FUNCTION "index_notes_later"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "job" ("kind", "payload") VALUES ('index-notes', jsonb_build_object('essay', NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER "essay_language" AFTER UPDATE OF "language" ON "essay" FOR EACH ROW
  WHEN (OLD."language" IS DISTINCT FROM NEW."language") EXECUTE FUNCTION index_notes_later();
