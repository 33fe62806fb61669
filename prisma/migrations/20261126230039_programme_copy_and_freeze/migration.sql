-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "copied_from_id" UUID,
ADD COLUMN     "frozen_on" DATE;
