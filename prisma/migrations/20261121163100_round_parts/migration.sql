-- Who took part is known from what they marked, or that they said they were done.
ALTER TABLE "round_annotator" DROP COLUMN "opened";
