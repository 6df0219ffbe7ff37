-- What an annotation marked before its author moved it.
ALTER TABLE "revision" ADD COLUMN "start" INTEGER, ADD COLUMN "end" INTEGER;

-- It is found by the words that it is on now.
CREATE OR REPLACE TRIGGER "target_entry" AFTER INSERT OR UPDATE OF "selectors" ON "target"
  FOR EACH ROW EXECUTE FUNCTION keep_search_entry();
