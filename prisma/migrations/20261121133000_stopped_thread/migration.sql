-- AlterTable
ALTER TABLE "subscription" ADD COLUMN     "stopped" BOOLEAN NOT NULL DEFAULT false;

-- Other things are followed only by choice, so there is nothing to stop but that.
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_stopped_check" CHECK (NOT stopped OR kind = 'thread');
