CREATE TABLE "section_check" (
    "group_id" UUID NOT NULL,
    "essay_version_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "block" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "section_check_pkey" PRIMARY KEY ("group_id","essay_version_id","tag_id","user_id","block")
);

CREATE INDEX "section_check_essay_version_id_idx" ON "section_check"("essay_version_id");

CREATE INDEX "section_check_tag_id_idx" ON "section_check"("tag_id");

CREATE INDEX "section_check_user_id_idx" ON "section_check"("user_id");

ALTER TABLE "section_check" ADD CONSTRAINT "section_check_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "section_check" ADD CONSTRAINT "section_check_essay_version_id_fkey" FOREIGN KEY ("essay_version_id") REFERENCES "essay_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "section_check" ADD CONSTRAINT "section_check_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "section_check" ADD CONSTRAINT "section_check_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "section_check" ADD CONSTRAINT "section_check_range" CHECK ("block" >= 0 AND "start" >= 0 AND "end" > "start");
