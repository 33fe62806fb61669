-- CreateEnum
CREATE TYPE "message_channel" AS ENUM ('EMAIL', 'ROBOT', 'SMS_SHEET', 'LETTER');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'DROPPED');

-- CreateEnum
CREATE TYPE "robot_kind" AS ENUM ('WECOM', 'DINGTALK', 'FEISHU');

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "in_season" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "cancelled_at" TIMESTAMPTZ(6),

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "channel" "message_channel" NOT NULL,
    "state" "message_state" NOT NULL,
    "campaign_id" UUID,
    "person_id" UUID,
    "holding_id" UUID,
    "entry_id" UUID,
    "robot_id" UUID,
    "body" TEXT,
    "reason" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(6),
    "settled_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "robot" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "kind" "robot_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "url_cipher" BYTEA NOT NULL,
    "secret_cipher" BYTEA,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "robot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_address" (
    "person_id" UUID NOT NULL,
    "cipher" BYTEA NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_address_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "campaign_region_id_created_at_idx" ON "campaign"("region_id", "created_at");

-- CreateIndex
CREATE INDEX "message_state_not_before_idx" ON "message"("state", "not_before");

-- CreateIndex
CREATE INDEX "message_person_id_settled_at_idx" ON "message"("person_id", "settled_at");

-- CreateIndex
CREATE INDEX "message_entry_id_idx" ON "message"("entry_id");

-- CreateIndex
CREATE INDEX "message_robot_id_settled_at_idx" ON "message"("robot_id", "settled_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_campaign_id_holding_id_key" ON "message"("campaign_id", "holding_id");

-- CreateIndex
CREATE INDEX "robot_region_id_idx" ON "robot"("region_id");

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_robot_id_fkey" FOREIGN KEY ("robot_id") REFERENCES "robot"("id") ON DELETE SET NULL ON UPDATE CASCADE;
