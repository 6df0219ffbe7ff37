-- These have a page of a group to themselves; an essay that was called like one could not be opened any more.
UPDATE "reading_list_entry" l
SET "slug" = (
  SELECT word FROM (SELECT 'essay-' || l."slug" || CASE WHEN n = 1 THEN '' ELSE '-' || n END AS word, n FROM generate_series(1, 1000) n) free
  WHERE NOT EXISTS (SELECT 1 FROM "reading_list_entry" o WHERE o."group_id" = l."group_id" AND o."slug" = word)
  ORDER BY n LIMIT 1)
WHERE l."slug" IN ('corpus', 'releases', 'concordance');
