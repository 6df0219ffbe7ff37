-- What is imported at once is as old as everything beside it: without the id, all of it would be sorted for each page.
-- DropIndex
DROP INDEX "search_entry_created_at_idx";

-- CreateIndex
CREATE INDEX "search_entry_created_at_id_idx" ON "search_entry"("created_at", "id");
