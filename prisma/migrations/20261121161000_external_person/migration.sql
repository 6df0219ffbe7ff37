-- People of imported corpora, whom members can claim to be.
CREATE TABLE "external_person" (
    "user_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "asked_by_id" UUID,
    "claimed_by_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "external_person_pkey" PRIMARY KEY ("user_id")
);

CREATE INDEX "external_person_group_id_idx" ON "external_person"("group_id");

CREATE INDEX "external_person_asked_by_id_idx" ON "external_person"("asked_by_id");

CREATE INDEX "external_person_claimed_by_id_idx" ON "external_person"("claimed_by_id");

ALTER TABLE "external_person" ADD CONSTRAINT "external_person_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "external_person" ADD CONSTRAINT "external_person_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "external_person" ADD CONSTRAINT "external_person_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "external_person" ADD CONSTRAINT "external_person_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "external_person" ADD CONSTRAINT "external_person_claim" CHECK ("claimed_by_id" IS NULL OR "asked_by_id" IS NULL);

-- A page of a group has this name by now.
UPDATE "reading_list_entry" l SET "slug" = 'essay-import'
WHERE l."slug" = 'import' AND NOT EXISTS (
  SELECT 1 FROM "reading_list_entry" o WHERE o."group_id" = l."group_id" AND o."slug" = 'essay-import');
