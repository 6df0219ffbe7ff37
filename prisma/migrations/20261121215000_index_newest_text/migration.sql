-- Versions of a text that come at once are found by the newest alone, so only that one has to be taken apart: each takes
-- seconds of one statement where they are long.
CREATE OR REPLACE FUNCTION "keep_passages"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'essay' THEN PERFORM index_essay(NEW.id);
  ELSIF NOT EXISTS (SELECT 1 FROM "essay_version" v WHERE v."essay_id" = NEW.essay_id AND v."number" > NEW.number) THEN
    PERFORM index_essay(NEW.essay_id);
  END IF;
  RETURN NULL;
END $$;

-- As before; a word in ASCII, small as it is here, is compared by its own letters.
CREATE OR REPLACE FUNCTION "index_spellings"("essay" uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own text[] := ARRAY(
    SELECT w."lexeme" FROM "passage" p
    CROSS JOIN LATERAL unnest(to_tsvector('pg_catalog.simple', search_pairs(lower(search_plain(p."text"))))) w
    WHERE p."essay_id" = essay AND length(w."lexeme") BETWEEN 3 AND 40
    GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 20000);
BEGIN
  DELETE FROM "search_word" WHERE "essay_id" = essay AND "word" <> ALL(own);
  INSERT INTO "search_word" ("word", "essay_id") SELECT one, essay FROM unnest(own) one ON CONFLICT DO NOTHING;
  INSERT INTO "search_spelling" ("word", "letters") SELECT one, CASE WHEN octet_length(one) = length(one) THEN one ELSE search_letters(one) END
  FROM unnest(own) one
  WHERE NOT EXISTS (SELECT 1 FROM "search_spelling" s WHERE s."word" = one);
END $$;
