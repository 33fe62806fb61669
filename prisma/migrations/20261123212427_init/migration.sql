-- CreateEnum
CREATE TYPE "role" AS ENUM ('OFFICER', 'LECTURER', 'AUTHOR');

-- CreateEnum
CREATE TYPE "attempt_state" AS ENUM ('OPEN', 'SUBMITTED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "lab_mode" AS ENUM ('PRACTICE', 'CERTIFYING');

-- CreateEnum
CREATE TYPE "lab_run_state" AS ENUM ('OPEN', 'SUBMITTED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('UPLOADED', 'STAGING', 'STAGED', 'REFUSED', 'CONFIRMING', 'CONFIRMED', 'CANCELLED', 'UNDONE');

-- CreateEnum
CREATE TYPE "import_verdict" AS ENUM ('NEW', 'CHANGED', 'UNCHANGED', 'CONFLICT', 'INVALID', 'LEFT');

-- CreateEnum
CREATE TYPE "seat_kind" AS ENUM ('HEAD', 'CLERK');

-- CreateEnum
CREATE TYPE "rate" AS ENUM ('TRAINING', 'AWARENESS', 'READINESS');

-- CreateEnum
CREATE TYPE "training_rule" AS ENUM ('ANY', 'EVERY');

-- CreateEnum
CREATE TYPE "subject_kind" AS ENUM ('COURSE', 'EXAM', 'LAB', 'SESSION');

-- CreateEnum
CREATE TYPE "evidence_class" AS ENUM ('IN_PERSON', 'SESSION', 'ONLINE', 'IMPORTED');

-- CreateEnum
CREATE TYPE "region_kind" AS ENUM ('CITY', 'COUNTY', 'ZONE', 'TOWNSHIP', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "delegation" AS ENUM ('DELEGATED_HEAD', 'BOOKKEEPING_AGENCY');

-- CreateTable
CREATE TABLE "account" (
    "person_id" UUID NOT NULL,
    "login_name" TEXT,
    "password_hash" TEXT,
    "totp_cipher" BYTEA,
    "totp_last_step" INTEGER,
    "locale" TEXT,
    "disabled_at" TIMESTAMPTZ(6),
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "sso_link" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sso_link_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "officer_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "region_id" UUID,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "officer_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "holding_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "idle_until" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "mfa_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personal_link" (
    "id" UUID NOT NULL,
    "holding_id" UUID NOT NULL,
    "token_hmac" BYTEA NOT NULL,
    "code_hmac" BYTEA,
    "code_used_at" TIMESTAMPTZ(6),
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "wrong_tails" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "personal_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_token" (
    "id" UUID NOT NULL,
    "token_hmac" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setup_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "item_version" (
    "sha256" BYTEA NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "item_version_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "holding_id" UUID,
    "exam_slug" TEXT NOT NULL,
    "content_version" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "state" "attempt_state" NOT NULL DEFAULT 'OPEN',
    "blueprint" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deadline_at" TIMESTAMPTZ(6),
    "submitted_at" TIMESTAMPTZ(6),
    "points" INTEGER,
    "passed" BOOLEAN,
    "concept_scores" JSONB,
    "completion_id" UUID,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_item" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "item_sha" BYTEA NOT NULL,
    "option_map" JSONB NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "is_right" BOOLEAN,

    CONSTRAINT "attempt_item_pkey" PRIMARY KEY ("attempt_id","position")
);

-- CreateTable
CREATE TABLE "answer" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("attempt_id","position")
);

-- CreateTable
CREATE TABLE "lab_run" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "lab_slug" TEXT NOT NULL,
    "lab_version" INTEGER NOT NULL,
    "generator_version" INTEGER NOT NULL,
    "mode" "lab_mode" NOT NULL,
    "no" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "sheet" JSONB NOT NULL,
    "grading_key" JSONB NOT NULL,
    "tolerances" JSONB NOT NULL,
    "state" "lab_run_state" NOT NULL DEFAULT 'OPEN',
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(6),
    "cells_right" INTEGER,
    "cells_asked" INTEGER,
    "passed" BOOLEAN,
    "result" JSONB,
    "completion_id" UUID,

    CONSTRAINT "lab_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lab_cell" (
    "lab_run_id" UUID NOT NULL,
    "cell" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lab_cell_pkey" PRIMARY KEY ("lab_run_id","cell")
);

-- CreateTable
CREATE TABLE "lesson_position" (
    "person_id" UUID NOT NULL,
    "course" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lesson_position_pkey" PRIMARY KEY ("person_id","course","lesson")
);

-- CreateTable
CREATE TABLE "self_check_answer" (
    "person_id" UUID NOT NULL,
    "course" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "check_id" TEXT NOT NULL,
    "content_version" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "is_right" BOOLEAN NOT NULL,
    "answered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "self_check_answer_pkey" PRIMARY KEY ("person_id","course","lesson","check_id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "completion_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "template_version" INTEGER NOT NULL,
    "valid_until_on" DATE,
    "issued_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revocation" (
    "certificate_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revocation_pkey" PRIMARY KEY ("certificate_id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'UPLOADED',
    "refusal" JSONB,
    "counts" JSONB,
    "choices" JSONB,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "effective_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(6),
    "undone_at" TIMESTAMPTZ(6),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "parsed" JSONB,
    "verdict" "import_verdict",
    "problems" JSONB NOT NULL,
    "plan" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_chunk" (
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_chunk_pkey" PRIMARY KEY ("file_id","position")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(6),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "region_path" TEXT,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "request_id" TEXT,
    "detail" JSONB,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "page" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "contact" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_path" TEXT,
    "answered_at" TIMESTAMPTZ(6),
    "answer" TEXT,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_beat" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_beat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_rule" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "training_rule" "training_rule" NOT NULL DEFAULT 'ANY',
    "definition_version" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "programme_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requirement" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "seat_kind" "seat_kind" NOT NULL,
    "rate" "rate" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requirement_alternative" (
    "id" UUID NOT NULL,
    "requirement_id" UUID NOT NULL,
    "subject_kind" "subject_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "min_version" INTEGER NOT NULL DEFAULT 1,
    "valid_days" INTEGER,
    "evidence" "evidence_class"[],

    CONSTRAINT "requirement_alternative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "kind" "region_kind" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "closed_on" DATE,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise" (
    "id" UUID NOT NULL,
    "uscc" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_name" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "name" TEXT NOT NULL,
    "pinyin_key" TEXT NOT NULL,
    "bigrams" TEXT[],
    "industry" TEXT,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "import_id" UUID,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "enterprise_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_entry" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "import_id" UUID,

    CONSTRAINT "roster_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_placement" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "leaf_id" UUID NOT NULL,
    "is_key" BOOLEAN NOT NULL,
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "import_id" UUID,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "entry_placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "kind" "seat_kind" NOT NULL,
    "post" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "import_id" UUID,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holding" (
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "delegation" "delegation",
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "import_id" UUID,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "holding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin_key" TEXT NOT NULL,
    "mobile_cipher" BYTEA,
    "mobile_hmac" BYTEA,
    "mobile_source" TEXT,
    "merged_into_id" UUID,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "import_id" UUID,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "visited_on" DATE NOT NULL,
    "confirmed_on" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "completion" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "subject_kind" "subject_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "content_version" INTEGER NOT NULL,
    "happened_on" DATE NOT NULL,
    "happened_at" TIMESTAMPTZ(6),
    "evidence" "evidence_class" NOT NULL,
    "source_key" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "import_id" UUID,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "completion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standing" (
    "entry_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "settled_on" DATE,
    "next_change_on" DATE,
    "leaf_id" UUID,
    "is_key" BOOLEAN NOT NULL DEFAULT false,
    "trained_any" BOOLEAN NOT NULL DEFAULT false,
    "trained_every" BOOLEAN NOT NULL DEFAULT false,
    "trained_any_evidence" "evidence_class",
    "trained_every_evidence" "evidence_class",
    "asks_training" BOOLEAN NOT NULL DEFAULT false,
    "heads" INTEGER NOT NULL DEFAULT 0,
    "aware" INTEGER NOT NULL DEFAULT 0,
    "clerks" INTEGER NOT NULL DEFAULT 0,
    "ready" INTEGER NOT NULL DEFAULT 0,
    "visited" BOOLEAN NOT NULL DEFAULT false,
    "aware_by" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[],
    "ready_by" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[],

    CONSTRAINT "standing_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "seat_standing" (
    "seat_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "kind" "seat_kind" NOT NULL,
    "holding_id" UUID,
    "holder_id" UUID,
    "training" BOOLEAN,
    "awareness" BOOLEAN,
    "readiness" BOOLEAN,
    "training_evidence" "evidence_class",
    "awareness_evidence" "evidence_class",
    "readiness_evidence" "evidence_class",
    "missing" TEXT[],

    CONSTRAINT "seat_standing_pkey" PRIMARY KEY ("seat_id")
);

-- CreateTable
CREATE TABLE "standing_interval" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "seat_id" UUID,
    "seat_kind" "seat_kind",
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "holder_id" UUID,
    "leaf_id" UUID,
    "is_key" BOOLEAN NOT NULL DEFAULT false,
    "asks_training" BOOLEAN NOT NULL DEFAULT false,
    "trained_any" BOOLEAN NOT NULL DEFAULT false,
    "trained_every" BOOLEAN NOT NULL DEFAULT false,
    "trained_any_evidence" "evidence_class",
    "trained_every_evidence" "evidence_class",
    "visited" BOOLEAN NOT NULL DEFAULT false,
    "training" BOOLEAN,
    "awareness" BOOLEAN,
    "readiness" BOOLEAN,
    "training_evidence" "evidence_class",
    "awareness_evidence" "evidence_class",
    "readiness_evidence" "evidence_class",
    "missing" TEXT[],

    CONSTRAINT "standing_interval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tally" (
    "programme_id" UUID NOT NULL,
    "leaf_id" UUID NOT NULL,
    "is_key" BOOLEAN NOT NULL,
    "entries" INTEGER NOT NULL DEFAULT 0,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "trained_any" INTEGER NOT NULL DEFAULT 0,
    "trained_every" INTEGER NOT NULL DEFAULT 0,
    "heads" INTEGER NOT NULL DEFAULT 0,
    "aware" INTEGER NOT NULL DEFAULT 0,
    "clerks" INTEGER NOT NULL DEFAULT 0,
    "ready" INTEGER NOT NULL DEFAULT 0,
    "visited" INTEGER NOT NULL DEFAULT 0,
    "trained_any_by" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[],
    "trained_every_by" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[],
    "aware_by" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[],
    "ready_by" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[],
    "corrected_from_on" DATE,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("programme_id","leaf_id","is_key")
);

-- CreateTable
CREATE TABLE "daily_tally" (
    "programme_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "is_key" BOOLEAN NOT NULL,
    "day" DATE NOT NULL,
    "entries" INTEGER NOT NULL DEFAULT 0,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "trained_any" INTEGER NOT NULL DEFAULT 0,
    "trained_every" INTEGER NOT NULL DEFAULT 0,
    "heads" INTEGER NOT NULL DEFAULT 0,
    "aware" INTEGER NOT NULL DEFAULT 0,
    "clerks" INTEGER NOT NULL DEFAULT 0,
    "ready" INTEGER NOT NULL DEFAULT 0,
    "visited" INTEGER NOT NULL DEFAULT 0,
    "trained_any_by" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[],
    "trained_every_by" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[],
    "aware_by" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[],
    "ready_by" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0]::INTEGER[],

    CONSTRAINT "daily_tally_pkey" PRIMARY KEY ("programme_id","region_id","is_key","day")
);

-- CreateTable
CREATE TABLE "settlement" (
    "programme_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tallied_at" TIMESTAMPTZ(6),

    CONSTRAINT "settlement_pkey" PRIMARY KEY ("programme_id","day")
);

-- CreateTable
CREATE TABLE "restand_run" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "cursor_id" UUID,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "restand_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_login_name_key" ON "account"("login_name");

-- CreateIndex
CREATE INDEX "sso_link_person_id_idx" ON "sso_link"("person_id");

-- CreateIndex
CREATE INDEX "officer_grant_person_id_idx" ON "officer_grant"("person_id");

-- CreateIndex
CREATE INDEX "officer_grant_region_id_idx" ON "officer_grant"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "login_token_hash_key" ON "login"("token_hash");

-- CreateIndex
CREATE INDEX "login_person_id_idx" ON "login"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "personal_link_token_hmac_key" ON "personal_link"("token_hmac");

-- CreateIndex
CREATE UNIQUE INDEX "personal_link_code_hmac_key" ON "personal_link"("code_hmac");

-- CreateIndex
CREATE INDEX "personal_link_holding_id_idx" ON "personal_link"("holding_id");

-- CreateIndex
CREATE UNIQUE INDEX "setup_token_token_hmac_key" ON "setup_token"("token_hmac");

-- CreateIndex
CREATE INDEX "attempt_state_deadline_at_idx" ON "attempt"("state", "deadline_at");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_person_id_exam_slug_no_key" ON "attempt"("person_id", "exam_slug", "no");

-- CreateIndex
CREATE UNIQUE INDEX "lab_run_person_id_lab_slug_no_key" ON "lab_run"("person_id", "lab_slug", "no");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_completion_id_key" ON "certificate"("completion_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_token_key" ON "certificate"("token");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_serial_key" ON "certificate"("serial");

-- CreateIndex
CREATE INDEX "certificate_person_id_idx" ON "certificate"("person_id");

-- CreateIndex
CREATE INDEX "import_programme_id_created_at_idx" ON "import"("programme_id", "created_at");

-- CreateIndex
CREATE INDEX "import_row_import_id_verdict_position_idx" ON "import_row"("import_id", "verdict", "position");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_next_try_at_idx" ON "outbox"("next_try_at");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_subject_id_idx" ON "audit_event"("subject_id");

-- CreateIndex
CREATE INDEX "programme_rule_programme_id_from_on_idx" ON "programme_rule"("programme_id", "from_on");

-- CreateIndex
CREATE INDEX "requirement_programme_id_from_on_idx" ON "requirement"("programme_id", "from_on");

-- CreateIndex
CREATE INDEX "requirement_alternative_requirement_id_idx" ON "requirement_alternative"("requirement_id");

-- CreateIndex
CREATE UNIQUE INDEX "region_code_key" ON "region"("code");

-- CreateIndex
CREATE UNIQUE INDEX "region_path_key" ON "region"("path");

-- CreateIndex
CREATE INDEX "region_parent_id_idx" ON "region"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_uscc_key" ON "enterprise"("uscc");

-- CreateIndex
CREATE INDEX "enterprise_name_enterprise_id_idx" ON "enterprise_name"("enterprise_id");

-- CreateIndex
CREATE INDEX "enterprise_name_pinyin_key_enterprise_id_idx" ON "enterprise_name"("pinyin_key", "enterprise_id");

-- CreateIndex
CREATE INDEX "enterprise_name_bigrams_idx" ON "enterprise_name" USING GIN ("bigrams");

-- CreateIndex
CREATE INDEX "roster_entry_enterprise_id_idx" ON "roster_entry"("enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "roster_entry_programme_id_enterprise_id_key" ON "roster_entry"("programme_id", "enterprise_id");

-- CreateIndex
CREATE INDEX "entry_placement_entry_id_idx" ON "entry_placement"("entry_id");

-- CreateIndex
CREATE INDEX "entry_placement_leaf_id_idx" ON "entry_placement"("leaf_id");

-- CreateIndex
CREATE INDEX "seat_entry_id_idx" ON "seat"("entry_id");

-- CreateIndex
CREATE INDEX "holding_seat_id_idx" ON "holding"("seat_id");

-- CreateIndex
CREATE INDEX "holding_person_id_idx" ON "holding"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_mobile_hmac_key" ON "person"("mobile_hmac");

-- CreateIndex
CREATE INDEX "person_pinyin_key_id_idx" ON "person"("pinyin_key", "id");

-- CreateIndex
CREATE INDEX "visit_entry_id_idx" ON "visit"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "completion_source_key_key" ON "completion"("source_key");

-- CreateIndex
CREATE INDEX "completion_person_id_idx" ON "completion"("person_id");

-- CreateIndex
CREATE INDEX "standing_programme_id_leaf_id_is_key_idx" ON "standing"("programme_id", "leaf_id", "is_key");

-- CreateIndex
CREATE INDEX "standing_next_change_on_idx" ON "standing"("next_change_on");

-- CreateIndex
CREATE INDEX "seat_standing_entry_id_idx" ON "seat_standing"("entry_id");

-- CreateIndex
CREATE INDEX "seat_standing_holder_id_idx" ON "seat_standing"("holder_id");

-- CreateIndex
CREATE INDEX "standing_interval_entry_id_from_on_idx" ON "standing_interval"("entry_id", "from_on");

-- CreateIndex
CREATE INDEX "standing_interval_programme_id_leaf_id_is_key_from_on_idx" ON "standing_interval"("programme_id", "leaf_id", "is_key", "from_on");

-- CreateIndex
CREATE INDEX "restand_run_programme_id_started_at_idx" ON "restand_run"("programme_id", "started_at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_grant" ADD CONSTRAINT "officer_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_grant" ADD CONSTRAINT "officer_grant_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login" ADD CONSTRAINT "login_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_holding_id_fkey" FOREIGN KEY ("holding_id") REFERENCES "holding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_item" ADD CONSTRAINT "attempt_item_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lab_cell" ADD CONSTRAINT "lab_cell_lab_run_id_fkey" FOREIGN KEY ("lab_run_id") REFERENCES "lab_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revocation" ADD CONSTRAINT "revocation_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_chunk" ADD CONSTRAINT "file_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_rule" ADD CONSTRAINT "programme_rule_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requirement_alternative" ADD CONSTRAINT "requirement_alternative_requirement_id_fkey" FOREIGN KEY ("requirement_id") REFERENCES "requirement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "region"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_name" ADD CONSTRAINT "enterprise_name_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_entry" ADD CONSTRAINT "roster_entry_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_entry" ADD CONSTRAINT "roster_entry_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_placement" ADD CONSTRAINT "entry_placement_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "roster_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_placement" ADD CONSTRAINT "entry_placement_leaf_id_fkey" FOREIGN KEY ("leaf_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "roster_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holding" ADD CONSTRAINT "holding_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holding" ADD CONSTRAINT "holding_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "roster_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Intervals [from_on, to_on) of facts that stand do not overlap.
ALTER TABLE "entry_placement" ADD CONSTRAINT "entry_placement_no_overlap"
  EXCLUDE USING gist ("entry_id" WITH =, daterange("from_on", "to_on") WITH &&) WHERE ("retracted_at" IS NULL);
ALTER TABLE "holding" ADD CONSTRAINT "holding_no_overlap"
  EXCLUDE USING gist ("seat_id" WITH =, daterange("from_on", "to_on") WITH &&) WHERE ("retracted_at" IS NULL);
ALTER TABLE "enterprise_name" ADD CONSTRAINT "enterprise_name_no_overlap"
  EXCLUDE USING gist ("enterprise_id" WITH =, daterange("from_on", "to_on") WITH &&) WHERE ("retracted_at" IS NULL);
ALTER TABLE "programme_rule" ADD CONSTRAINT "programme_rule_no_overlap"
  EXCLUDE USING gist ("programme_id" WITH =, daterange("from_on", "to_on") WITH &&) WHERE ("retracted_at" IS NULL);

-- Exactly one HEAD seat at any time.
ALTER TABLE "seat" ADD CONSTRAINT "seat_one_head"
  EXCLUDE USING gist ("entry_id" WITH =, daterange("from_on", "to_on") WITH &&) WHERE ("kind" = 'HEAD' AND "retracted_at" IS NULL);

-- One open attempt per person and exam; one open certifying or practice run per person and lab.
CREATE UNIQUE INDEX "attempt_one_open" ON "attempt" ("person_id", "exam_slug") WHERE "state" = 'OPEN';
CREATE UNIQUE INDEX "lab_run_one_open" ON "lab_run" ("person_id", "lab_slug", "mode") WHERE "state" = 'OPEN';

-- Work still to do.
CREATE INDEX "outbox_open" ON "outbox" ("next_try_at") WHERE "done_at" IS NULL;

-- Bytewise order, so that the unique index serves "path LIKE 'prefix%'" in every locale.
ALTER TABLE "region" ALTER COLUMN "path" SET DATA TYPE text COLLATE "C";

-- Counts are never negative, parts never exceed wholes.
ALTER TABLE "tally" ADD CONSTRAINT "tally_sane" CHECK (
  "entries" >= 0 AND "asked" BETWEEN 0 AND "entries" AND "trained_any" BETWEEN 0 AND "asked"
  AND "trained_every" BETWEEN 0 AND "trained_any" AND "aware" BETWEEN 0 AND "heads"
  AND "ready" BETWEEN 0 AND "clerks" AND "visited" BETWEEN 0 AND "entries");

-- The trail is insert only.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "audit_event_insert_only" BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_event_no_truncate" BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- The worker wakes as soon as consequences are committed.
CREATE FUNCTION "notify_outbox"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "outbox_notify" AFTER INSERT ON "outbox" FOR EACH STATEMENT EXECUTE FUNCTION "notify_outbox"();
