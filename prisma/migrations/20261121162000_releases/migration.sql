-- How to annotate in a group, and its corpus as it was at a time.
ALTER TABLE "group" ADD COLUMN     "guideline" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "guideline_version" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "guideline_revision" (
    "group_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "editor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guideline_revision_pkey" PRIMARY KEY ("group_id","version")
);

CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "total" INTEGER,
    "written" INTEGER NOT NULL DEFAULT 0,
    "frozen_at" TIMESTAMPTZ(3),
    "sha256" TEXT,
    "size" BIGINT,
    "card" JSONB,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "release_chunk" (
    "release_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "lines" BYTEA NOT NULL,

    CONSTRAINT "release_chunk_pkey" PRIMARY KEY ("release_id","ordinal")
);

CREATE UNIQUE INDEX "release_group_id_number_key" ON "release"("group_id", "number");

ALTER TABLE "guideline_revision" ADD CONSTRAINT "guideline_revision_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "guideline_revision" ADD CONSTRAINT "guideline_revision_editor_id_fkey" FOREIGN KEY ("editor_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "release" ADD CONSTRAINT "release_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "release" ADD CONSTRAINT "release_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "release" ADD CONSTRAINT "release_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "release_chunk" ADD CONSTRAINT "release_chunk_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "release" ADD CONSTRAINT "release_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "release_whole" CHECK (("sha256" IS NULL) = ("card" IS NULL) AND ("sha256" IS NULL OR "frozen_at" IS NOT NULL)),
  ADD CONSTRAINT "release_withdrawn" CHECK ("withdrawn_at" IS NULL OR "withdrawn_by_id" IS NOT NULL);

CREATE FUNCTION "keep_release"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."sha256" IS NULL THEN RETURN NEW; END IF;
  IF OLD."withdrawn_at" IS NULL
    AND (to_jsonb(NEW) - '{withdrawn_at,withdrawn_by_id,reason}'::text[]) = (to_jsonb(OLD) - '{withdrawn_at,withdrawn_by_id,reason}'::text[])
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'A release is never changed.';
END $$;
CREATE TRIGGER "release_kept" BEFORE UPDATE ON "release" FOR EACH ROW EXECUTE FUNCTION "keep_release"();

CREATE FUNCTION "keep_release_chunk"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What is withdrawn, and what goes with its group, may go; and a freezing that begins anew.
  IF TG_OP = 'DELETE' AND NOT EXISTS (
    SELECT 1 FROM "release" WHERE "id" = OLD."release_id" AND "sha256" IS NOT NULL AND "withdrawn_at" IS NULL)
  THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'A release is never changed.';
END $$;
CREATE TRIGGER "release_chunk_kept" BEFORE UPDATE OR DELETE ON "release_chunk"
  FOR EACH ROW EXECUTE FUNCTION "keep_release_chunk"();
