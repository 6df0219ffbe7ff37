-- An import looks for annotations on the same passage; what only names the version still finds them here.
CREATE INDEX "anchor_essay_version_id_start_idx" ON "anchor"("essay_version_id", "start");
DROP INDEX "anchor_essay_version_id_idx";
