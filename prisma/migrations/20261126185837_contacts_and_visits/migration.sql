-- CreateEnum
CREATE TYPE "finding_kind" AS ENUM ('NEED', 'PROJECT');

-- CreateEnum
CREATE TYPE "contact_outcome" AS ENUM ('REACHED', 'REPLACED', 'NO_ANSWER', 'CLOSED_DOWN', 'DECLINED', 'DONE');

-- AlterTable
ALTER TABLE "visit" ADD COLUMN     "confirmed_by_id" UUID,
ADD COLUMN     "disputed_at" TIMESTAMPTZ(6),
ADD COLUMN     "topics" TEXT;

-- CreateTable
CREATE TABLE "visit_finding" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "kind" "finding_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "visit_finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "outcome" "contact_outcome" NOT NULL,
    "note" TEXT,
    "contacted_on" DATE NOT NULL,
    "rest_until" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "visit_finding_visit_id_idx" ON "visit_finding"("visit_id");

-- CreateIndex
CREATE INDEX "contact_entry_id_contacted_on_idx" ON "contact"("entry_id", "contacted_on");

-- AddForeignKey
ALTER TABLE "visit_finding" ADD CONSTRAINT "visit_finding_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "roster_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
