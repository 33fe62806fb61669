-- AlterTable
ALTER TABLE "training_session" ADD COLUMN     "has_exit_exam" BOOLEAN NOT NULL DEFAULT false;
