-- Decisions about marks, and passages that show what a tag is meant for.
CREATE TABLE "adjudication" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "essay_version_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "subjects" JSONB NOT NULL,
    "marks" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "actor_id" UUID NOT NULL,
    "undoes_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "adjudication_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "guideline_example" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "essay_version_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "is_positive" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guideline_example_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "adjudication_undoes_id_key" ON "adjudication"("undoes_id");

CREATE INDEX "adjudication_group_id_essay_version_id_id_idx" ON "adjudication"("group_id", "essay_version_id", "id");

CREATE INDEX "adjudication_essay_version_id_idx" ON "adjudication"("essay_version_id");

CREATE INDEX "guideline_example_tag_id_idx" ON "guideline_example"("tag_id");

CREATE INDEX "guideline_example_essay_version_id_idx" ON "guideline_example"("essay_version_id");

CREATE UNIQUE INDEX "guideline_example_group_id_tag_id_essay_version_id_start_en_key" ON "guideline_example"("group_id", "tag_id", "essay_version_id", "start", "end");

ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_essay_version_id_fkey" FOREIGN KEY ("essay_version_id") REFERENCES "essay_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "adjudication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "guideline_example" ADD CONSTRAINT "guideline_example_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "guideline_example" ADD CONSTRAINT "guideline_example_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "guideline_example" ADD CONSTRAINT "guideline_example_essay_version_id_fkey" FOREIGN KEY ("essay_version_id") REFERENCES "essay_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "guideline_example" ADD CONSTRAINT "guideline_example_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_verdict" CHECK ("verdict" IN ('accept', 'change', 'reject', 'plural', 'undo'));
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_undoes" CHECK (("verdict" = 'undo') = ("undoes_id" IS NOT NULL));
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_marks" CHECK (
  jsonb_typeof("marks") = 'array' AND (("verdict" IN ('accept', 'change', 'plural')) = (jsonb_array_length("marks") > 0)));
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_subjects" CHECK (jsonb_typeof("subjects") = 'array');
ALTER TABLE "guideline_example" ADD CONSTRAINT "guideline_example_range" CHECK ("start" >= 0 AND "end" > "start");

CREATE FUNCTION "keep_adjudication"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A group or a text that is deleted takes along what was decided in it; its row is gone already then.
  IF TG_OP = 'DELETE' AND NOT (EXISTS (SELECT 1 FROM "group" WHERE "id" = OLD."group_id")
    AND EXISTS (SELECT 1 FROM "essay_version" WHERE "id" = OLD."essay_version_id")) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'Adjudications are never changed.';
END $$;
CREATE TRIGGER "adjudication_kept" BEFORE UPDATE OR DELETE ON "adjudication"
  FOR EACH ROW EXECUTE FUNCTION "keep_adjudication"();
