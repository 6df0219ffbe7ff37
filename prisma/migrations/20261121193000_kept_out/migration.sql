-- What was deleted for good after others had ceased to see it, so that no release shows it again.
CREATE TABLE "kept_out" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,

    CONSTRAINT "kept_out_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "kept_out_group_id_idx" ON "kept_out"("group_id");

ALTER TABLE "kept_out" ADD CONSTRAINT "kept_out_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;
