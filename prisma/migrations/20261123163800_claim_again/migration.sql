-- What came of somebody since a member turned out to be them is claimed once more, by nobody else.
ALTER TABLE "external_person" DROP CONSTRAINT "external_person_claim";
ALTER TABLE "external_person" ADD CONSTRAINT "external_person_claim" CHECK ("claimed_by_id" IS NULL OR "asked_by_id" IS NULL OR "asked_by_id" = "claimed_by_id");
