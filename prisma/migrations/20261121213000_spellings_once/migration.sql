-- Words to propose are compared once each, not once for every essay that has them. Two imports at once may both bring a
-- word: without a key neither waits for the other, and a word that stands there twice is compared twice.

-- CreateTable
CREATE TABLE "search_spelling" (
    "word" TEXT NOT NULL,
    "letters" TEXT NOT NULL
);

INSERT INTO "search_spelling" SELECT "word", min("letters") FROM "search_word" GROUP BY "word";

-- CreateIndex
CREATE INDEX "search_spelling_word_idx" ON "search_spelling"("word");

-- CreateIndex
CREATE INDEX "search_spelling_letters_idx" ON "search_spelling" USING GIN ("letters" gin_trgm_ops);

-- In which essays a word is: asked of the likest words, one after another.
-- DropIndex
DROP INDEX "search_word_letters_idx";

-- AlterTable
ALTER TABLE "search_word" DROP CONSTRAINT "search_word_pkey",
DROP COLUMN "letters",
ADD CONSTRAINT "search_word_pkey" PRIMARY KEY ("word", "essay_id");

-- CreateIndex
CREATE INDEX "search_word_essay_id_idx" ON "search_word"("essay_id");

-- As before, and only what is another now is written.
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
  INSERT INTO "search_spelling" ("word", "letters") SELECT one, search_letters(one) FROM unnest(own) one
  WHERE NOT EXISTS (SELECT 1 FROM "search_spelling" s WHERE s."word" = one);
END $$;
