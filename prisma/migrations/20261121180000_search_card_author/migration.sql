-- A card changes hands when an imported person turns out to be a member: it is then found under the member's name.
DROP TRIGGER "card_entry" ON "card";
CREATE TRIGGER "card_entry" AFTER INSERT OR DELETE OR UPDATE OF "statement", "details", "operationalization", "created_by_id" ON "card"
  FOR EACH ROW EXECUTE FUNCTION keep_search_entry();
UPDATE "search_entry" s SET "author_id" = c."created_by_id"
FROM "card" c WHERE s."kind" = 'card' AND c."id" = s."id" AND c."created_by_id" <> s."author_id";
