CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "card" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '',
    "operationalization" TEXT NOT NULL DEFAULT '',
    "resolves_by" DATE,
    "resolution_source" TEXT,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "is_root" BOOLEAN NOT NULL DEFAULT false,
    "merged_into_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_revision" (
    "card_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "operationalization" TEXT NOT NULL,
    "resolves_by" DATE,
    "wording_only" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "editor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_revision_pkey" PRIMARY KEY ("card_id","version")
);

-- CreateTable
CREATE TABLE "occurrence" (
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relation" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID,
    "to_relation_id" UUID,
    "type" TEXT NOT NULL,
    "rationale" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "credence" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "would_change_mind" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL,
    "inherited_from_id" UUID,
    "because_annotation_id" UUID,
    "because_reply_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conditional_belief" (
    "user_id" UUID NOT NULL,
    "crux_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "if_true" INTEGER,
    "if_false" INTEGER,
    "strength" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conditional_belief_pkey" PRIMARY KEY ("user_id","crux_id","target_id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_card" (
    "round_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,

    CONSTRAINT "round_card_pkey" PRIMARY KEY ("round_id","card_id")
);

-- CreateTable
CREATE TABLE "merge" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "negated" BOOLEAN NOT NULL DEFAULT false,
    "plan" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_event" (
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT NOT NULL DEFAULT '',
    "undoes_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "card_group_id_status_idx" ON "card"("group_id", "status");

-- CreateIndex
CREATE INDEX "card_merged_into_id_idx" ON "card"("merged_into_id");

-- CreateIndex
CREATE INDEX "card_statement_idx" ON "card" USING GIN ("statement" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "card_group_id_number_key" ON "card"("group_id", "number");

-- CreateIndex
CREATE INDEX "occurrence_annotation_id_idx" ON "occurrence"("annotation_id");

-- CreateIndex
CREATE UNIQUE INDEX "occurrence_card_id_annotation_id_role_key" ON "occurrence"("card_id", "annotation_id", "role");

-- CreateIndex
CREATE INDEX "relation_to_id_idx" ON "relation"("to_id");

-- CreateIndex
CREATE INDEX "relation_to_relation_id_idx" ON "relation"("to_relation_id");

-- CreateIndex
CREATE UNIQUE INDEX "relation_from_id_to_id_type_key" ON "relation"("from_id", "to_id", "type");

-- CreateIndex
CREATE UNIQUE INDEX "relation_from_id_to_relation_id_key" ON "relation"("from_id", "to_relation_id");

-- CreateIndex
CREATE INDEX "position_card_id_idx" ON "position"("card_id");

-- CreateIndex
CREATE INDEX "position_user_id_idx" ON "position"("user_id");

-- CreateIndex
CREATE INDEX "position_because_annotation_id_idx" ON "position"("because_annotation_id");

-- CreateIndex
CREATE INDEX "position_because_reply_id_idx" ON "position"("because_reply_id");

-- CreateIndex
CREATE INDEX "conditional_belief_crux_id_idx" ON "conditional_belief"("crux_id");

-- CreateIndex
CREATE INDEX "conditional_belief_target_id_idx" ON "conditional_belief"("target_id");

-- CreateIndex
CREATE INDEX "round_group_id_idx" ON "round"("group_id");

-- CreateIndex
CREATE INDEX "round_card_card_id_idx" ON "round_card"("card_id");

-- CreateIndex
CREATE INDEX "merge_from_id_idx" ON "merge"("from_id");

-- CreateIndex
CREATE INDEX "merge_into_id_idx" ON "merge"("into_id");

-- CreateIndex
CREATE UNIQUE INDEX "card_event_undoes_id_key" ON "card_event"("undoes_id");

-- CreateIndex
CREATE INDEX "card_event_card_id_created_at_idx" ON "card_event"("card_id", "created_at");

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_revision" ADD CONSTRAINT "card_revision_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_revision" ADD CONSTRAINT "card_revision_editor_id_fkey" FOREIGN KEY ("editor_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_to_relation_id_fkey" FOREIGN KEY ("to_relation_id") REFERENCES "relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_inherited_from_id_fkey" FOREIGN KEY ("inherited_from_id") REFERENCES "card"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_because_annotation_id_fkey" FOREIGN KEY ("because_annotation_id") REFERENCES "annotation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_because_reply_id_fkey" FOREIGN KEY ("because_reply_id") REFERENCES "reply"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conditional_belief" ADD CONSTRAINT "conditional_belief_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conditional_belief" ADD CONSTRAINT "conditional_belief_crux_id_fkey" FOREIGN KEY ("crux_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conditional_belief" ADD CONSTRAINT "conditional_belief_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_card" ADD CONSTRAINT "round_card_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_card" ADD CONSTRAINT "round_card_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge" ADD CONSTRAINT "merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_event" ADD CONSTRAINT "card_event_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "card"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_event" ADD CONSTRAINT "card_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_event" ADD CONSTRAINT "card_event_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "card_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema cannot say.
ALTER TABLE "card" ADD CONSTRAINT "card_statement" CHECK (char_length("statement") BETWEEN 1 AND 280);
ALTER TABLE "card" ADD CONSTRAINT "card_merged" CHECK (("status" = 'merged') = ("merged_into_id" IS NOT NULL));
ALTER TABLE "card" ADD CONSTRAINT "card_not_into_itself" CHECK ("merged_into_id" <> "id");
ALTER TABLE "relation" ADD CONSTRAINT "relation_end" CHECK (num_nonnulls("to_id", "to_relation_id") = 1);
ALTER TABLE "relation" ADD CONSTRAINT "relation_undercuts" CHECK (("type" = 'undercuts') = ("to_relation_id" IS NOT NULL));
ALTER TABLE "relation" ADD CONSTRAINT "relation_not_to_itself" CHECK ("from_id" <> "to_id");
ALTER TABLE "position" ADD CONSTRAINT "position_credence" CHECK ("credence" BETWEEN 0 AND 100);
ALTER TABLE "conditional_belief" ADD CONSTRAINT "belief_numbers" CHECK (
  "if_true" BETWEEN 0 AND 100 AND "if_false" BETWEEN 0 AND 100 AND "strength" BETWEEN 0 AND 3);
ALTER TABLE "conditional_belief" ADD CONSTRAINT "belief_says_something" CHECK (num_nonnulls("if_true", "if_false", "strength") > 0);
ALTER TABLE "conditional_belief" ADD CONSTRAINT "belief_not_of_itself" CHECK ("crux_id" <> "target_id");
CREATE UNIQUE INDEX "position_live" ON "position" ("card_id", "user_id") WHERE "superseded_at" IS NULL;
CREATE INDEX "card_words" ON "card" USING gin (to_tsvector('simple', "statement" || ' ' || "details"));
