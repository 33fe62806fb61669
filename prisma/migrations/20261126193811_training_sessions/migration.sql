-- CreateEnum
CREATE TYPE "attendance_source" AS ENUM ('QR', 'ROLL', 'PAPER');

-- CreateTable
CREATE TABLE "training_session" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "course_slug" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "token" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "cancelled_at" TIMESTAMPTZ(6),

    CONSTRAINT "training_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "source" "attendance_source" NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "walk_in" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "enterprise" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mobile_cipher" BYTEA NOT NULL,
    "mobile_hmac" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(6),
    "settled_by_id" UUID,
    "person_id" UUID,

    CONSTRAINT "walk_in_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "training_session_token_key" ON "training_session"("token");

-- CreateIndex
CREATE INDEX "training_session_region_id_idx" ON "training_session"("region_id");

-- CreateIndex
CREATE INDEX "training_session_programme_id_idx" ON "training_session"("programme_id");

-- CreateIndex
CREATE INDEX "attendance_session_id_idx" ON "attendance"("session_id");

-- CreateIndex
CREATE INDEX "attendance_person_id_idx" ON "attendance"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "walk_in_session_id_mobile_hmac_key" ON "walk_in"("session_id", "mobile_hmac");

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "training_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "walk_in" ADD CONSTRAINT "walk_in_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "training_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody is there twice; an attendance that was taken back may be recorded anew.
CREATE UNIQUE INDEX "attendance_once" ON "attendance"("session_id", "person_id") WHERE retracted_at IS NULL;
ALTER TABLE "training_session" ADD CONSTRAINT "training_session_order" CHECK (starts_at < ends_at);
