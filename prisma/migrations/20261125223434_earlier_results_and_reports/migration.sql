-- CreateEnum
CREATE TYPE "oral_check_channel" AS ENUM ('ON_SITE', 'PHONE');

-- CreateEnum
CREATE TYPE "oral_check_state" AS ENUM ('OPEN', 'SUBMITTED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "template_purpose" AS ENUM ('BULLETIN', 'LETTER', 'ATTENDANCE');

-- CreateEnum
CREATE TYPE "template_format" AS ENUM ('DOCX', 'XLSX');

-- CreateEnum
CREATE TYPE "result_source" AS ENUM ('QUESTIONNAIRE', 'SHEET', 'JIELONG');

-- CreateEnum
CREATE TYPE "result_batch_state" AS ENUM ('UPLOADED', 'READING', 'READ', 'MATCHING', 'MATCHED', 'WRITING', 'WRITTEN', 'REFUSED', 'CANCELLED', 'RETRACTING', 'RETRACTED');

-- CreateEnum
CREATE TYPE "result_row_state" AS ENUM ('READ', 'INVALID', 'QUEUED', 'MATCHED', 'WRITTEN', 'REPEATED', 'UNCOUNTED', 'SET_ASIDE');

-- CreateEnum
CREATE TYPE "fill_back_state" AS ENUM ('UPLOADED', 'READING', 'READ', 'FILLING', 'FILLED', 'REFUSED');

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "both_rules_until_on" DATE,
ADD COLUMN     "closing_day" INTEGER;

-- CreateTable
CREATE TABLE "oral_check" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "holding_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "exam_slug" TEXT NOT NULL,
    "content_version" INTEGER NOT NULL,
    "channel" "oral_check_channel" NOT NULL,
    "state" "oral_check_state" NOT NULL DEFAULT 'OPEN',
    "pass_right" INTEGER NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(6),
    "right" INTEGER,
    "passed" BOOLEAN,
    "completion_id" UUID,

    CONSTRAINT "oral_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oral_check_item" (
    "check_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "item_sha" BYTEA NOT NULL,
    "option_map" JSONB NOT NULL,
    "answer" JSONB,
    "is_right" BOOLEAN,

    CONSTRAINT "oral_check_item_pkey" PRIMARY KEY ("check_id","position")
);

-- CreateTable
CREATE TABLE "office_template" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "purpose" "template_purpose" NOT NULL,
    "format" "template_format" NOT NULL,
    "name" TEXT NOT NULL,
    "placeholders" TEXT[],
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "office_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_period" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "frozen_at" TIMESTAMPTZ(6),
    "definition_version" INTEGER,
    "training_rule" "training_rule",
    "former_rule" "training_rule",

    CONSTRAINT "reporting_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_row" (
    "id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "seat_id" UUID,
    "seat_kind" "seat_kind",
    "holder_id" UUID,
    "leaf_id" UUID NOT NULL,
    "is_key" BOOLEAN NOT NULL,
    "asks_training" BOOLEAN NOT NULL,
    "trained_any" BOOLEAN NOT NULL,
    "trained_every" BOOLEAN NOT NULL,
    "trained_any_evidence" "evidence_class",
    "trained_every_evidence" "evidence_class",
    "visited" BOOLEAN NOT NULL,
    "training" BOOLEAN,
    "awareness" BOOLEAN,
    "readiness" BOOLEAN,
    "training_evidence" "evidence_class",
    "awareness_evidence" "evidence_class",
    "readiness_evidence" "evidence_class",
    "missing" TEXT[],

    CONSTRAINT "period_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulletin" (
    "id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "snapshot" JSONB NOT NULL,
    "docx_file_id" UUID,
    "xlsx_file_id" UUID,
    "template_id" UUID,
    "composed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "composed_by_id" UUID NOT NULL,

    CONSTRAINT "bulletin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_batch" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "source" "result_source" NOT NULL,
    "questionnaire_id" UUID,
    "title" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "state" "result_batch_state" NOT NULL DEFAULT 'UPLOADED',
    "refusal" JSONB,
    "reading" JSONB,
    "options" JSONB,
    "counts" JSONB,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(6),
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "result_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_row" (
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "state" "result_row_state" NOT NULL DEFAULT 'READ',
    "sealed" BYTEA NOT NULL,
    "row_key" BYTEA,
    "happened_on" DATE,
    "score" DECIMAL(10,2),
    "how" TEXT,
    "reasons" TEXT[],
    "problems" JSONB NOT NULL DEFAULT '[]',
    "candidates" JSONB NOT NULL DEFAULT '[]',
    "person_id" UUID,
    "entry_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "result_row_pkey" PRIMARY KEY ("batch_id","position")
);

-- CreateTable
CREATE TABLE "questionnaire" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by_id" UUID NOT NULL,

    CONSTRAINT "questionnaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_alias" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "enterprise_key" TEXT NOT NULL,
    "person_key" TEXT NOT NULL DEFAULT '',
    "enterprise_id" UUID NOT NULL,
    "person_id" UUID,
    "batch_id" UUID,
    "position" INTEGER,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "name_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_up" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "programme_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "held_on" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "sign_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fill_back" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" "fill_back_state" NOT NULL DEFAULT 'UPLOADED',
    "refusal" JSONB,
    "reading" JSONB,
    "options" JSONB,
    "counts" JSONB,
    "result_file_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "filled_at" TIMESTAMPTZ(6),

    CONSTRAINT "fill_back_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "oral_check_person_id_exam_slug_idx" ON "oral_check"("person_id", "exam_slug");

-- CreateIndex
CREATE INDEX "oral_check_entry_id_idx" ON "oral_check"("entry_id");

-- CreateIndex
CREATE INDEX "office_template_region_id_purpose_idx" ON "office_template"("region_id", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "reporting_period_programme_id_to_on_key" ON "reporting_period"("programme_id", "to_on");

-- CreateIndex
CREATE INDEX "period_row_period_id_leaf_id_is_key_idx" ON "period_row"("period_id", "leaf_id", "is_key");

-- CreateIndex
CREATE INDEX "period_row_period_id_entry_id_idx" ON "period_row"("period_id", "entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_period_id_region_id_key" ON "bulletin"("period_id", "region_id");

-- CreateIndex
CREATE INDEX "result_batch_programme_id_created_at_idx" ON "result_batch"("programme_id", "created_at");

-- CreateIndex
CREATE INDEX "result_batch_region_id_created_at_idx" ON "result_batch"("region_id", "created_at");

-- CreateIndex
CREATE INDEX "result_row_batch_id_state_position_idx" ON "result_row"("batch_id", "state", "position");

-- CreateIndex
CREATE INDEX "result_row_row_key_idx" ON "result_row"("row_key");

-- CreateIndex
CREATE UNIQUE INDEX "questionnaire_region_id_fingerprint_key" ON "questionnaire"("region_id", "fingerprint");

-- CreateIndex
CREATE INDEX "name_alias_enterprise_key_idx" ON "name_alias"("enterprise_key");

-- CreateIndex
CREATE INDEX "name_alias_batch_id_position_idx" ON "name_alias"("batch_id", "position");

-- CreateIndex
CREATE INDEX "sign_up_batch_id_position_idx" ON "sign_up"("batch_id", "position");

-- CreateIndex
CREATE INDEX "sign_up_entry_id_idx" ON "sign_up"("entry_id");

-- CreateIndex
CREATE INDEX "fill_back_region_id_created_at_idx" ON "fill_back"("region_id", "created_at");

-- AddForeignKey
ALTER TABLE "oral_check_item" ADD CONSTRAINT "oral_check_item_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "oral_check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_row" ADD CONSTRAINT "period_row_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_row" ADD CONSTRAINT "result_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "result_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One row counts once, whichever batch brings it.
CREATE UNIQUE INDEX result_row_written_once ON result_row (row_key) WHERE state = 'WRITTEN' AND row_key IS NOT NULL;
-- The closing day exists in every month.
ALTER TABLE programme ADD CONSTRAINT programme_closing_day CHECK (closing_day BETWEEN 1 AND 28);
