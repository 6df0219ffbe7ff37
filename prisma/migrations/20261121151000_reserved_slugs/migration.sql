-- Pages of a group have these names by now; an essay that was called like one of them could not be opened any more.
UPDATE "reading_list_entry" l SET "slug" = 'essay-' || l."slug"
WHERE l."slug" IN ('agreement', 'coverage', 'export', 'moderation') AND NOT EXISTS (
  SELECT 1 FROM "reading_list_entry" o WHERE o."group_id" = l."group_id" AND o."slug" = 'essay-' || l."slug");
