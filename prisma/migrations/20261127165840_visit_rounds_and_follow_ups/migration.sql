-- CreateTable
CREATE TABLE "finding_follow_up" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "done_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "next_on" DATE,
    "is_closed" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "finding_follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_round" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "is_key_only" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,
    "retracted_at" TIMESTAMPTZ(6),
    "retracted_by_id" UUID,

    CONSTRAINT "visit_round_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "finding_follow_up_finding_id_idx" ON "finding_follow_up"("finding_id");

-- CreateIndex
CREATE INDEX "visit_round_programme_id_idx" ON "visit_round"("programme_id");

-- AddForeignKey
ALTER TABLE "finding_follow_up" ADD CONSTRAINT "finding_follow_up_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "visit_finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
