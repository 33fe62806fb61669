-- CreateTable
CREATE TABLE "session_sign_up" (
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_sign_up_pkey" PRIMARY KEY ("session_id","person_id")
);

-- CreateIndex
CREATE INDEX "session_sign_up_person_id_idx" ON "session_sign_up"("person_id");

-- AddForeignKey
ALTER TABLE "session_sign_up" ADD CONSTRAINT "session_sign_up_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "training_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
