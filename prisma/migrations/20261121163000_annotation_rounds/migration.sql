-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "round_id" UUID;

-- CreateTable
CREATE TABLE "annotation_round" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "essay_id" UUID NOT NULL,
    "essay_version_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "guideline" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'planned',
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "reveal_at" TIMESTAMPTZ(3),
    "reveal_when_all_done" BOOLEAN NOT NULL DEFAULT true,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annotation_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_annotator" (
    "round_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "opened" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "round_annotator_pkey" PRIMARY KEY ("round_id","user_id")
);

-- CreateTable
CREATE TABLE "round_tag" (
    "round_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "round_tag_pkey" PRIMARY KEY ("round_id","tag_id")
);

-- CreateTable
CREATE TABLE "round_mark" (
    "round_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "tags" TEXT[],

    CONSTRAINT "round_mark_pkey" PRIMARY KEY ("round_id","annotation_id")
);

-- CreateIndex
CREATE INDEX "annotation_round_group_id_essay_id_idx" ON "annotation_round"("group_id", "essay_id");

-- CreateIndex
CREATE INDEX "annotation_round_essay_version_id_idx" ON "annotation_round"("essay_version_id");

-- CreateIndex
CREATE INDEX "round_annotator_user_id_idx" ON "round_annotator"("user_id");

-- CreateIndex
CREATE INDEX "round_tag_tag_id_idx" ON "round_tag"("tag_id");

-- CreateIndex
CREATE INDEX "round_mark_user_id_idx" ON "round_mark"("user_id");

-- AddForeignKey
ALTER TABLE "annotation_round" ADD CONSTRAINT "annotation_round_group_id_essay_id_fkey" FOREIGN KEY ("group_id", "essay_id") REFERENCES "reading_list_entry"("group_id", "essay_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_round" ADD CONSTRAINT "annotation_round_essay_version_id_fkey" FOREIGN KEY ("essay_version_id") REFERENCES "essay_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_round" ADD CONSTRAINT "annotation_round_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_round" ADD CONSTRAINT "annotation_round_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_annotator" ADD CONSTRAINT "round_annotator_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "annotation_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_annotator" ADD CONSTRAINT "round_annotator_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_tag" ADD CONSTRAINT "round_tag_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "annotation_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_tag" ADD CONSTRAINT "round_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_mark" ADD CONSTRAINT "round_mark_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "annotation_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_mark" ADD CONSTRAINT "round_mark_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma does not know: what may stand in a column.
ALTER TABLE "annotation_round" ADD CONSTRAINT "annotation_round_state" CHECK (
  "state" IN ('planned', 'alone', 'revealed', 'cancelled') AND ("ended_at" IS NOT NULL) = ("state" IN ('revealed', 'cancelled')));
ALTER TABLE "annotation" DROP CONSTRAINT "annotation_held";
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_held" CHECK (
  "held" IS NULL OR ("held" IN ('pending', 'hidden', 'sealed') AND "visibility" = 'group'
    AND ("held" <> 'sealed' OR "round_id" IS NOT NULL)));
ALTER TABLE "round_mark" ADD CONSTRAINT "round_mark_range" CHECK (0 <= "start" AND "start" < "end");

-- What was marked blind stays as it was when it was revealed.
CREATE FUNCTION "keep_round_mark"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A round that goes with its essay or group takes its marks along; its row is gone already when that reaches them.
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "annotation_round" WHERE "id" = OLD."round_id") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'Marks of a round are never changed.';
END $$;
CREATE TRIGGER "round_mark_kept" BEFORE UPDATE OR DELETE ON "round_mark"
  FOR EACH ROW EXECUTE FUNCTION "keep_round_mark"();
