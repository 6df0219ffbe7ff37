-- Since when, so that what is imported again later comes in releases that are frozen after that; and of which group, since it
-- may be imported into another.
ALTER TABLE "kept_out" DROP CONSTRAINT "kept_out_pkey",
  ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD CONSTRAINT "kept_out_pkey" PRIMARY KEY ("id", "group_id");
