-- CreateEnum
CREATE TYPE "spot_channel" AS ENUM ('LINK', 'PHONE', 'VISIT');

-- CreateEnum
CREATE TYPE "spot_outcome" AS ENUM ('ANSWERED', 'DECLINED', 'UNREACHED');

-- CreateTable
CREATE TABLE "spot_check" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "course_slug" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "claimed_part" INTEGER NOT NULL,
    "claimed_whole" INTEGER NOT NULL,
    "drawn_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "drawn_by_id" UUID NOT NULL,

    CONSTRAINT "spot_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spot_check_seat" (
    "id" UUID NOT NULL,
    "spot_check_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "holding_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "stratum" TEXT NOT NULL,
    "questions" JSONB NOT NULL,
    "key" TEXT[],
    "answers" TEXT[],
    "right" INTEGER,
    "channel" "spot_channel",
    "outcome" "spot_outcome",
    "settled_at" TIMESTAMPTZ(6),
    "settled_by_id" UUID,

    CONSTRAINT "spot_check_seat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "spot_check_region_id_idx" ON "spot_check"("region_id");

-- CreateIndex
CREATE INDEX "spot_check_seat_person_id_idx" ON "spot_check_seat"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "spot_check_seat_spot_check_id_position_key" ON "spot_check_seat"("spot_check_id", "position");

-- AddForeignKey
ALTER TABLE "spot_check_seat" ADD CONSTRAINT "spot_check_seat_spot_check_id_fkey" FOREIGN KEY ("spot_check_id") REFERENCES "spot_check"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
