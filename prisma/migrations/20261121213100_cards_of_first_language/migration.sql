-- Cards are found by the stems of the first essay on the list: another first one may be in another language.
CREATE FUNCTION "index_cards_later"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "own" uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.group_id ELSE NEW.group_id END;
  "place" int := CASE TG_OP WHEN 'DELETE' THEN OLD.position WHEN 'INSERT' THEN NEW.position
    ELSE least(OLD.position, NEW.position) END;
BEGIN
  INSERT INTO "job" ("kind", "payload")
  SELECT 'index-notes', jsonb_build_object('group', own) FROM "group" g
  WHERE g."id" = own AND EXISTS (SELECT 1 FROM "card" c WHERE c."group_id" = own) AND NOT EXISTS (
    SELECT 1 FROM "reading_list_entry" l WHERE l."group_id" = own AND l."position" < place);
  RETURN NULL;
END $$;
CREATE TRIGGER "entry_cards" AFTER INSERT OR DELETE ON "reading_list_entry" FOR EACH ROW EXECUTE FUNCTION index_cards_later();
CREATE TRIGGER "order_cards" AFTER UPDATE OF "position" ON "reading_list_entry" FOR EACH ROW
  WHEN (OLD."position" IS DISTINCT FROM NEW."position") EXECUTE FUNCTION index_cards_later();
