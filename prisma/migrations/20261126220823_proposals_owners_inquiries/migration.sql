-- CreateEnum
CREATE TYPE "proposal_kind" AS ENUM ('REMOVE', 'CLOSED_DOWN', 'MOVE', 'RENAME');

-- CreateEnum
CREATE TYPE "proposal_decision" AS ENUM ('ACCEPTED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "owner_post" AS ENUM ('A', 'B');

-- CreateTable
CREATE TABLE "roster_proposal" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "kind" "proposal_kind" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_leaf_id" UUID,
    "new_name" TEXT,
    "reason" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" "proposal_decision",
    "answer" TEXT,
    "decided_at" TIMESTAMPTZ(6),
    "decided_by_id" UUID,

    CONSTRAINT "roster_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_owner" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" "owner_post" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "entry_owner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "region_id" UUID NOT NULL,
    "answer" TEXT,
    "cite" TEXT,
    "answered_at" TIMESTAMPTZ(6),
    "answered_by_id" UUID,
    "public_question" TEXT,
    "public_answer" TEXT,
    "published_at" TIMESTAMPTZ(6),
    "published_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(6),
    "retracted_at" TIMESTAMPTZ(6),

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "roster_proposal_entry_id_idx" ON "roster_proposal"("entry_id");

-- CreateIndex
CREATE INDEX "roster_proposal_decision_recorded_at_idx" ON "roster_proposal"("decision", "recorded_at");

-- CreateIndex
CREATE INDEX "entry_owner_entry_id_idx" ON "entry_owner"("entry_id");

-- CreateIndex
CREATE INDEX "entry_owner_person_id_idx" ON "entry_owner"("person_id");

-- CreateIndex
CREATE INDEX "inquiry_region_id_answered_at_idx" ON "inquiry"("region_id", "answered_at");

-- CreateIndex
CREATE INDEX "inquiry_entry_id_idx" ON "inquiry"("entry_id");

-- AddForeignKey
ALTER TABLE "roster_proposal" ADD CONSTRAINT "roster_proposal_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "roster_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_owner" ADD CONSTRAINT "entry_owner_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "roster_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "roster_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
