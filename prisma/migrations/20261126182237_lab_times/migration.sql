-- AlterTable
ALTER TABLE "requirement_alternative" ADD COLUMN     "times" INTEGER NOT NULL DEFAULT 1;

-- More than ten of one lab teaches nothing new; nothing at all would be met by nobody's doing.
ALTER TABLE "requirement_alternative" ADD CONSTRAINT "requirement_alternative_times" CHECK (times BETWEEN 1 AND 10);
