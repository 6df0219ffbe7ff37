
-- A reaction stands on an annotation or on a reply, never on both.
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_subject" CHECK (num_nonnulls("annotation_id", "reply_id") = 1);
ALTER TABLE "revision" ADD CONSTRAINT "revision_subject" CHECK (num_nonnulls("annotation_id", "reply_id") = 1);
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_range" CHECK ("start" >= 0 AND "start" < "end");
