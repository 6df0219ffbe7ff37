-- When what a file says of a group, its vocabulary and its texts changed last: files are dated by it. Of what changed before
-- nobody knows when; it counts as being so from its beginning.
ALTER TABLE "group" ADD COLUMN "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "essay" ADD COLUMN "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "reading_list_entry" ADD COLUMN "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "tag" ADD COLUMN "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "group" SET "changed_at" = coalesce(
  (SELECT max(r."created_at") FROM "guideline_revision" r WHERE r."group_id" = "group"."id"), "created_at");
UPDATE "essay" SET "changed_at" = "created_at";
UPDATE "reading_list_entry" SET "changed_at" = "added_at";
UPDATE "tag" SET "changed_at" = g."created_at" FROM "group" g WHERE g."id" = "tag"."group_id";

CREATE FUNCTION "note_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER "group_changed" BEFORE UPDATE ON "group" FOR EACH ROW
  WHEN ((OLD."slug", OLD."name", OLD."description", OLD."visibility", OLD."guideline")
    IS DISTINCT FROM (NEW."slug", NEW."name", NEW."description", NEW."visibility", NEW."guideline"))
  EXECUTE FUNCTION note_change();
CREATE TRIGGER "essay_changed" BEFORE UPDATE ON "essay" FOR EACH ROW
  WHEN ((OLD."title", OLD."authors", OLD."source_url", OLD."licence", OLD."language")
    IS DISTINCT FROM (NEW."title", NEW."authors", NEW."source_url", NEW."licence", NEW."language"))
  EXECUTE FUNCTION note_change();
CREATE TRIGGER "entry_changed" BEFORE UPDATE ON "reading_list_entry" FOR EACH ROW
  WHEN ((OLD."slug", OLD."position", OLD."share_text") IS DISTINCT FROM (NEW."slug", NEW."position", NEW."share_text"))
  EXECUTE FUNCTION note_change();
CREATE TRIGGER "tag_changed" BEFORE UPDATE ON "tag" FOR EACH ROW
  WHEN ((OLD."slug", OLD."name", OLD."definition", OLD."slot", OLD."line", OLD."glyph", OLD."position", OLD."retired_at")
    IS DISTINCT FROM (NEW."slug", NEW."name", NEW."definition", NEW."slot", NEW."line", NEW."glyph", NEW."position", NEW."retired_at"))
  EXECUTE FUNCTION note_change();
