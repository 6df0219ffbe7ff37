CREATE INDEX "account_user_id_idx" ON "account"("user_id");

CREATE INDEX "invitation_creator_id_idx" ON "invitation"("creator_id");

CREATE INDEX "annotation_essay_id_idx" ON "annotation"("essay_id");

CREATE INDEX "target_essay_version_id_idx" ON "target"("essay_version_id");

CREATE INDEX "reply_parent_id_idx" ON "reply"("parent_id");

CREATE INDEX "position_inherited_from_id_idx" ON "position"("inherited_from_id");

CREATE INDEX "flag_settled_by_id_idx" ON "flag"("settled_by_id");

CREATE INDEX "flag_user_id_idx" ON "flag"("user_id");
