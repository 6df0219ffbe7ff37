-- When something happened, however much later it is told.
ALTER TABLE "job" ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
