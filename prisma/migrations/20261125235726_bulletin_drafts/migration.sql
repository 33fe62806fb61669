-- CreateTable
CREATE TABLE "bulletin_draft" (
    "id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "ordered_by_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "snapshot" JSONB NOT NULL,
    "docx_file_id" UUID,
    "xlsx_file_id" UUID,
    "ordered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bulletin_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bulletin_draft_ordered_at_idx" ON "bulletin_draft"("ordered_at");

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_draft_period_id_region_id_ordered_by_id_key" ON "bulletin_draft"("period_id", "region_id", "ordered_by_id");
