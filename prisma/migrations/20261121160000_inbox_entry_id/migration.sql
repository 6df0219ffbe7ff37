-- An entry of an inbox has an id of its own: a moderator who follows an essay is told twice of one annotation.
ALTER TABLE "notification" DROP CONSTRAINT "notification_pkey",
ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD CONSTRAINT "notification_pkey" PRIMARY KEY ("id");
CREATE UNIQUE INDEX "notification_user_id_event_id_kind_key" ON "notification"("user_id", "event_id", "kind");
