-- AlterTable
ALTER TABLE "period_row" ADD COLUMN     "corrections" TEXT[] DEFAULT ARRAY[]::TEXT[];
