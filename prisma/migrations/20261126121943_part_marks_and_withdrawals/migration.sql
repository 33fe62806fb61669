-- CreateEnum
CREATE TYPE "attempt_signal_kind" AS ENUM ('FAST_RIGHT', 'SHARED_PATTERN');

-- AlterTable
ALTER TABLE "answer" ADD COLUMN     "flagged" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "score" INTEGER,
ADD COLUMN     "score_max" INTEGER;

-- AlterTable
ALTER TABLE "attempt_item" ADD COLUMN     "score" INTEGER;

-- CreateTable
CREATE TABLE "item_withdrawal" (
    "id" UUID NOT NULL,
    "course" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "item_sha" BYTEA,
    "reason" TEXT NOT NULL,
    "withdrawn_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "restored_by_id" UUID,
    "restored_at" TIMESTAMPTZ(6),
    "restore_reason" TEXT,

    CONSTRAINT "item_withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_regrade" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "withdrawal_id" UUID NOT NULL,
    "score_before" INTEGER NOT NULL,
    "score_after" INTEGER NOT NULL,
    "passed_before" BOOLEAN NOT NULL,
    "passed_after" BOOLEAN NOT NULL,
    "regraded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attempt_regrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_statistic" (
    "item_sha" BYTEA NOT NULL,
    "course" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "exam_slug" TEXT NOT NULL,
    "answers" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "counted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_statistic_pkey" PRIMARY KEY ("item_sha")
);

-- CreateTable
CREATE TABLE "attempt_signal" (
    "id" UUID NOT NULL,
    "kind" "attempt_signal_kind" NOT NULL,
    "attempt_id" UUID NOT NULL,
    "other_attempt_id" UUID,
    "detail" JSONB NOT NULL,
    "noticed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(6),
    "closed_note" TEXT,

    CONSTRAINT "attempt_signal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "item_withdrawal_course_question_id_idx" ON "item_withdrawal"("course", "question_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_regrade_attempt_id_withdrawal_id_key" ON "attempt_regrade"("attempt_id", "withdrawal_id");

-- CreateIndex
CREATE INDEX "item_statistic_course_question_id_idx" ON "item_statistic"("course", "question_id");

-- CreateIndex
CREATE INDEX "attempt_signal_attempt_id_idx" ON "attempt_signal"("attempt_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_signal_kind_attempt_id_other_attempt_id_key" ON "attempt_signal"("kind", "attempt_id", "other_attempt_id");

-- CreateIndex
CREATE INDEX "attempt_item_item_sha_idx" ON "attempt_item"("item_sha");

-- AddForeignKey
ALTER TABLE "attempt_regrade" ADD CONSTRAINT "attempt_regrade_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_regrade" ADD CONSTRAINT "attempt_regrade_withdrawal_id_fkey" FOREIGN KEY ("withdrawal_id") REFERENCES "item_withdrawal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
