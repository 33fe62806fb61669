-- AlterEnum
ALTER TYPE "role" ADD VALUE 'AGENCY';

-- AlterTable
ALTER TABLE "officer_grant" ADD COLUMN     "agency_id" UUID;

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "has_league" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "training_session" ADD COLUMN     "agency_id" UUID,
ADD COLUMN     "lecturer_id" UUID;

-- AlterTable
ALTER TABLE "visit" ADD COLUMN     "agency_id" UUID;

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "uscc" TEXT,
    "region_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_contract" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "agency_contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_contract_entry" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "agency_contract_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "display_link" (
    "id" UUID NOT NULL,
    "token_hmac" BYTEA NOT NULL,
    "programme_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "to_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "display_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agency_region_id_idx" ON "agency"("region_id");

-- CreateIndex
CREATE INDEX "agency_contract_agency_id_idx" ON "agency_contract"("agency_id");

-- CreateIndex
CREATE INDEX "agency_contract_entry_contract_id_idx" ON "agency_contract_entry"("contract_id");

-- CreateIndex
CREATE INDEX "agency_contract_entry_entry_id_idx" ON "agency_contract_entry"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "display_link_token_hmac_key" ON "display_link"("token_hmac");

-- CreateIndex
CREATE INDEX "display_link_region_id_idx" ON "display_link"("region_id");

-- CreateIndex
CREATE INDEX "saved_view_person_id_idx" ON "saved_view"("person_id");

-- CreateIndex
CREATE INDEX "visit_agency_id_idx" ON "visit"("agency_id");

-- AddForeignKey
ALTER TABLE "agency_contract" ADD CONSTRAINT "agency_contract_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_contract_entry" ADD CONSTRAINT "agency_contract_entry_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "agency_contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written once per contract and enterprise while it counts.
CREATE UNIQUE INDEX "agency_contract_entry_once" ON "agency_contract_entry"("contract_id", "entry_id") WHERE "retracted_at" IS NULL;
