-- AlterTable
ALTER TABLE "oral_check" ADD COLUMN     "retract_reason" TEXT,
ADD COLUMN     "retracted_at" TIMESTAMPTZ(6),
ADD COLUMN     "retracted_by_id" UUID;

