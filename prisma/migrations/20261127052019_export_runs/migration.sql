-- CreateEnum
CREATE TYPE "export_run_state" AS ENUM ('READY', 'RUNNING', 'DONE', 'CANCELLED', 'BROKEN');

-- CreateTable
CREATE TABLE "export_run" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "rate" TEXT NOT NULL,
    "view" JSONB NOT NULL,
    "region_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "written" INTEGER NOT NULL DEFAULT 0,
    "state" "export_run_state" NOT NULL DEFAULT 'READY',
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "export_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "export_run_person_id_idx" ON "export_run"("person_id");
