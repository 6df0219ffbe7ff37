-- Whose things were not read when a release was frozen, so that a comparison tells what its authors kept out of it from what they
-- removed, whatever they choose since. Of releases that were frozen before, nobody knows it any more.
ALTER TABLE "release" ADD COLUMN "left_out" UUID[] DEFAULT ARRAY[]::UUID[];
