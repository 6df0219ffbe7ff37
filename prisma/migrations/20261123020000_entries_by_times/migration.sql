-- From what has the words, as the index of them tells, those of some times are picked before any is fetched. What is
-- imported brings entries of long ago among new ones: of each range of pages more than one span of times is kept.
-- CreateIndex
CREATE INDEX "search_entry_created_at_idx" ON "search_entry" USING BRIN ("created_at" timestamptz_minmax_multi_ops)
  WITH (pages_per_range = 32, autosummarize = on);
