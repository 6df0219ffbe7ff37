-- Rounds that were open before closings were told of.
INSERT INTO "job" ("kind", "key", "payload", "run_at")
SELECT 'close-round', "id"::text, json_build_object('round', "id"), "closes_at" FROM "round" WHERE "closes_at" > now();
