-- A run says of which kind of list it is; what the address says, the rate among it, stands in its view.
CREATE TYPE "export_kind" AS ENUM ('RATE_LIST', 'PERIOD_LIST', 'RESERVE');

ALTER TABLE "export_run" ADD COLUMN "kind" "export_kind", ADD COLUMN "progressed_at" TIMESTAMPTZ(6);
UPDATE "export_run" SET "kind" = 'RATE_LIST', "view" = "view" || jsonb_build_object('rate', "rate");
ALTER TABLE "export_run" ALTER COLUMN "kind" SET NOT NULL, DROP COLUMN "rate", DROP COLUMN "region_id";
