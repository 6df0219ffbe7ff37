-- How often a job was taken, which is never given back as a try is: who took it last has it, and nobody before them.
ALTER TABLE "job" ADD COLUMN     "fence" INTEGER NOT NULL DEFAULT 0;
