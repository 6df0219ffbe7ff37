-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "held" TEXT;

-- AlterTable
ALTER TABLE "card" ADD COLUMN     "held" TEXT;

-- AlterTable
ALTER TABLE "group" ADD COLUMN     "open_log" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "review_first" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "reply" ADD COLUMN     "held" TEXT;

-- CreateTable
CREATE TABLE "flag" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_by_id" UUID,

    CONSTRAINT "flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_entry" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "excerpt" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "undoes_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderation_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snooze" (
    "subject_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "snooze_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "ban" (
    "group_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ban_pkey" PRIMARY KEY ("group_id","user_id")
);

-- CreateIndex
CREATE INDEX "flag_group_id_settled_by_id_idx" ON "flag"("group_id", "settled_by_id");

-- CreateIndex
CREATE INDEX "flag_subject_id_idx" ON "flag"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "moderation_entry_undoes_id_key" ON "moderation_entry"("undoes_id");

-- CreateIndex
CREATE INDEX "moderation_entry_group_id_id_idx" ON "moderation_entry"("group_id", "id");

-- CreateIndex
CREATE INDEX "moderation_entry_subject_id_idx" ON "moderation_entry"("subject_id");

-- CreateIndex
CREATE INDEX "moderation_entry_author_id_idx" ON "moderation_entry"("author_id");

-- CreateIndex
CREATE INDEX "snooze_group_id_idx" ON "snooze"("group_id");

-- CreateIndex
CREATE INDEX "ban_user_id_idx" ON "ban"("user_id");

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag" ADD CONSTRAINT "flag_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "moderation_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ban" ADD CONSTRAINT "ban_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ban" ADD CONSTRAINT "ban_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ban" ADD CONSTRAINT "ban_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's schema cannot say.
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_held" CHECK (
  "held" IS NULL OR ("held" IN ('pending', 'hidden') AND "visibility" = 'group'));
ALTER TABLE "reply" ADD CONSTRAINT "reply_held" CHECK ("held" IN ('pending', 'hidden'));
ALTER TABLE "card" ADD CONSTRAINT "card_held" CHECK ("held" IN ('pending', 'hidden'));
ALTER TABLE "group" ADD CONSTRAINT "group_review_first" CHECK ("review_first" BETWEEN 0 AND 100);
ALTER TABLE "flag" ADD CONSTRAINT "flag_kind" CHECK ("kind" IN ('annotation', 'reply', 'card'));
CREATE INDEX "annotation_held" ON "annotation" ("group_id") WHERE "held" IS NOT NULL;
CREATE INDEX "reply_held" ON "reply" ("annotation_id") WHERE "held" IS NOT NULL;
CREATE INDEX "card_held" ON "card" ("group_id") WHERE "held" IS NOT NULL;
-- One open flag of a person on a thing.
CREATE UNIQUE INDEX "flag_open" ON "flag" ("subject_id", "user_id") WHERE "settled_by_id" IS NULL;

CREATE FUNCTION "keep_moderation_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A group that is deleted takes its log along; its row is gone already when that reaches the log.
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "group" WHERE "id" = OLD."group_id") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'Entries of the moderation log are never changed.';
END $$;
CREATE TRIGGER "moderation_entry_kept" BEFORE UPDATE OR DELETE ON "moderation_entry"
  FOR EACH ROW EXECUTE FUNCTION "keep_moderation_entry"();
