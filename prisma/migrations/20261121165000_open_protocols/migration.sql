-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "canonical" TEXT,
ADD COLUMN     "via" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "reply" ADD COLUMN     "canonical" TEXT,
ADD COLUMN     "via" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failing_since" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_by" TEXT,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "webhook_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "code" INTEGER,
    "problem" TEXT,
    "tried_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_group_id_idx" ON "webhook"("group_id");

-- CreateIndex
CREATE INDEX "webhook_created_by_id_idx" ON "webhook"("created_by_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_created_at_idx" ON "webhook_delivery"("webhook_id", "created_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_created_at_idx" ON "webhook_delivery"("created_at");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema cannot say.
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_disabled" CHECK (
  ("disabled_at" IS NULL) = ("disabled_by" IS NULL) AND "disabled_by" IN ('person', 'failures', 'gone'));
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_state" CHECK ("state" IN ('waiting', 'delivered', 'failed'));

-- Whatever a group is told of, its webhooks are told of, in the same transaction and whoever wrote it. Not of what is one
-- person's own ("user:…"), nor of what nobody but its author sees ("unseen"). While an address fails it is asked once a minute.
CREATE FUNCTION "tell_webhooks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH told AS (
    INSERT INTO "webhook_delivery" ("webhook_id", "type", "data")
    SELECT w."id", e."kind" || '.' || e."change", jsonb_strip_nulls(jsonb_build_object('group', w."group_id",
      'essay', CASE WHEN e."channel_id" LIKE 'essay:%' THEN split_part(e."channel_id", ':', 3) END,
      'id', e."entity_id", 'actor', e."actor_id"))
    FROM "new_events" e JOIN "webhook" w
      ON w."group_id" = substring(e."channel_id" FROM '^(?:essay|group|cards):([0-9a-f-]{36})')::uuid
    WHERE e."change" <> 'unseen' AND e."kind" = ANY(w."events") AND w."disabled_at" IS NULL
    RETURNING "id", "webhook_id"
  )
  INSERT INTO "job" ("kind", "payload", "run_at")
  SELECT 'webhook', jsonb_build_object('delivery', told."id", 'webhook', w."id"),
    now() + CASE WHEN w."failing_since" IS NULL THEN interval '0' ELSE interval '1 minute' END
  FROM told JOIN "webhook" w ON w."id" = told."webhook_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "event_told" AFTER INSERT ON "event" REFERENCING NEW TABLE AS "new_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_webhooks"();
