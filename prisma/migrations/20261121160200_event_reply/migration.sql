-- An event that is read later says nothing of a reply that is hidden by then.
ALTER TABLE "event" ADD COLUMN "reply_id" UUID;
