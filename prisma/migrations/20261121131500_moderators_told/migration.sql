-- Moderators may be told of a note that they follow, and that it waits for them: two events of one id.
ALTER TABLE "notification" DROP CONSTRAINT "notification_pkey",
ADD CONSTRAINT "notification_pkey" PRIMARY KEY ("user_id", "event_id", "kind");

-- An answer that is kept for a repeated request may tell of a group: whoever loses a place in it, by whatever way, gets
-- no kept answer any more. A request that is under way (status 0) has still to leave its own.
CREATE FUNCTION "forget_answers"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "idempotency_key" WHERE "user_id" = OLD."user_id" AND "status" <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "membership_forgets_answers" AFTER DELETE OR UPDATE OF "role" ON "membership"
FOR EACH ROW EXECUTE FUNCTION "forget_answers"();
