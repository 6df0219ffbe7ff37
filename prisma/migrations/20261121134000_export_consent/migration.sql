-- What may leave a group in exports: whose name, and which texts.
ALTER TABLE "reading_list_entry" ADD COLUMN "share_text" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "export_consent" (
    "group_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "choice" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_consent_pkey" PRIMARY KEY ("group_id","user_id")
);

CREATE INDEX "export_consent_user_id_idx" ON "export_consent"("user_id");

ALTER TABLE "export_consent" ADD CONSTRAINT "export_consent_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "export_consent" ADD CONSTRAINT "export_consent_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "export_consent" ADD CONSTRAINT "export_consent_choice" CHECK ("choice" IN ('named', 'left-out'));
