-- A label for the owner of a login, and single-use codes for a lost second factor.
ALTER TABLE "login" ADD COLUMN "device" TEXT;

CREATE TABLE "recovery_code" (
    "code_hmac" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "used_at" TIMESTAMPTZ(6),
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("code_hmac")
);

CREATE INDEX "recovery_code_person_id_idx" ON "recovery_code"("person_id");
