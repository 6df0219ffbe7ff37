-- Exports that are made in the background: who asked for what, the files by the piece, and what each holds.

CREATE TABLE "export" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "group_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "choice" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "total" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "dropped" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "export_chunk" (
    "export_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "export_chunk_pkey" PRIMARY KEY ("export_id","ordinal")
);

CREATE TABLE "export_content" (
    "export_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "keys" BIGINT[],

    CONSTRAINT "export_content_pkey" PRIMARY KEY ("export_id","ordinal")
);

CREATE INDEX "export_user_id_idx" ON "export"("user_id");

CREATE INDEX "export_group_id_idx" ON "export"("group_id");

ALTER TABLE "export" ADD CONSTRAINT "export_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "export" ADD CONSTRAINT "export_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "export_chunk" ADD CONSTRAINT "export_chunk_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "export_content" ADD CONSTRAINT "export_content_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "export" ADD CONSTRAINT "export_dropped" CHECK ("dropped" IN ('cancelled', 'withdrawn'));
