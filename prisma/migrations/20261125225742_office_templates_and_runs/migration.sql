-- CreateEnum
CREATE TYPE "template_state" AS ENUM ('UPLOADED', 'SOUND', 'BROKEN', 'REFUSED');

-- CreateEnum
CREATE TYPE "document_run_state" AS ENUM ('WAITING', 'RUNNING', 'DONE', 'REFUSED');

-- AlterTable
ALTER TABLE "office_template" ADD COLUMN     "preview_file_id" UUID,
ADD COLUMN     "problems" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "refusal" TEXT,
ADD COLUMN     "state" "template_state" NOT NULL DEFAULT 'UPLOADED';

-- CreateTable
CREATE TABLE "document_run" (
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "due_on" DATE,
    "state" "document_run_state" NOT NULL DEFAULT 'WAITING',
    "refusal" TEXT,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "beyond" INTEGER NOT NULL DEFAULT 0,
    "masked" INTEGER NOT NULL DEFAULT 0,
    "linkless" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "document_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_run_template_id_created_at_idx" ON "document_run"("template_id", "created_at");

-- CreateIndex
CREATE INDEX "document_run_created_at_idx" ON "document_run"("created_at");
