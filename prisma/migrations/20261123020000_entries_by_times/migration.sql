-- From what has the words, as the index of them tells, those of some times are picked before any is fetched. What is
-- imported brings entries of long ago among new ones: of each range of pages more than one span of times is kept. Of the
-- time in UTC, so that no other index is read for it, which would list each entry since then (nor can schema.prisma say this).
CREATE INDEX "search_entry_when" ON "search_entry" USING brin (("created_at" AT TIME ZONE 'UTC') timestamp_minmax_multi_ops)
  WITH (pages_per_range = 32, autosummarize = on);
