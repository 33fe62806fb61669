-- DropIndex
DROP INDEX "audit_event_at_idx";

-- CreateTable
CREATE TABLE "audit_unsealed" (
    "event_id" UUID NOT NULL,

    CONSTRAINT "audit_unsealed_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "seq" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_anchor" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "audit_anchor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_event_id_key" ON "audit_seal"("event_id");

-- CreateIndex
CREATE INDEX "audit_anchor_seq_idx" ON "audit_anchor"("seq");

-- CreateIndex
CREATE INDEX "audit_event_at_id_idx" ON "audit_event"("at", "id");

-- Bytewise order, so that the index serves "path LIKE 'prefix%'" in every locale.
ALTER TABLE "audit_event" ALTER COLUMN "region_path" SET DATA TYPE text COLLATE "C";

-- CreateIndex
CREATE INDEX "audit_event_region_path_at_id_idx" ON "audit_event"("region_path", "at", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_id_idx" ON "audit_event"("actor_id", "at", "id");

-- AddForeignKey
ALTER TABLE "audit_unsealed" ADD CONSTRAINT "audit_unsealed_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "audit_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every event, whichever way it came, waits for its seal; committed together with it, and no writer waits for another.
CREATE FUNCTION "audit_event_waits"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "audit_unsealed" ("event_id") SELECT "id" FROM "fresh";
  RETURN NULL;
END $$;
CREATE TRIGGER "audit_event_waits" AFTER INSERT ON "audit_event"
  REFERENCING NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION "audit_event_waits"();
INSERT INTO "audit_unsealed" ("event_id") SELECT "id" FROM "audit_event";

-- The chain and its anchors are insert only, too.
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_counts" CHECK ("seq" >= 1 AND octet_length("hash") = 32);
CREATE TRIGGER "audit_seal_insert_only" BEFORE UPDATE OR DELETE ON "audit_seal"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_seal_no_truncate" BEFORE TRUNCATE ON "audit_seal"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_anchor_insert_only" BEFORE UPDATE OR DELETE ON "audit_anchor"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_anchor_no_truncate" BEFORE TRUNCATE ON "audit_anchor"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
