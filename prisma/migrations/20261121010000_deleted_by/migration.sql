-- Who deleted an annotation or a reply: only they may undo it.
ALTER TABLE "annotation" ADD COLUMN "deleted_by_id" UUID;
ALTER TABLE "reply" ADD COLUMN "deleted_by_id" UUID;
