-- AlterTable
ALTER TABLE "webhook" ADD COLUMN     "rest_until" TIMESTAMPTZ(3);

-- As before, but: a group without webhooks costs one look, whatever other groups have; a message names the reply, so that it
-- can be asked whether that is still shown when it is sent; and it waits for as long as its address rests.
CREATE OR REPLACE FUNCTION "tell_webhooks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "new_events" e JOIN "webhook" w
    ON w."group_id" = substring(e."channel_id" FROM '^(?:essay|group|cards):([0-9a-f-]{36})')::uuid
    WHERE w."disabled_at" IS NULL) THEN RETURN NULL; END IF;
  WITH told AS (
    INSERT INTO "webhook_delivery" ("webhook_id", "type", "data")
    SELECT w."id", e."kind" || '.' || e."change", jsonb_strip_nulls(jsonb_build_object('group', w."group_id",
      'essay', CASE WHEN e."channel_id" LIKE 'essay:%' THEN split_part(e."channel_id", ':', 3) END,
      'id', e."entity_id", 'reply', e."reply_id", 'actor', e."actor_id"))
    FROM "new_events" e JOIN "webhook" w
      ON w."group_id" = substring(e."channel_id" FROM '^(?:essay|group|cards):([0-9a-f-]{36})')::uuid
    WHERE e."change" <> 'unseen' AND e."kind" = ANY(w."events") AND w."disabled_at" IS NULL
    RETURNING "id", "webhook_id"
  )
  INSERT INTO "job" ("kind", "payload", "run_at")
  SELECT 'webhook', jsonb_build_object('delivery', told."id"), greatest(now(), w."rest_until")
  FROM told JOIN "webhook" w ON w."id" = told."webhook_id";
  RETURN NULL;
END $$;
