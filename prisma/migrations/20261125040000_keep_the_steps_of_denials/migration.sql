-- Why: a denial's way is kept step by step, so that its history can be told and its last step undone. A version of the
--   item can carry one step only: of two people who saw the same version, one wins. The two indexes serve the queue by
--   amount and "mine".
-- Locks: CREATE INDEX takes SHARE on denial_item while it builds; the foreign keys take SHARE ROW EXCLUSIVE on
--   denial_item and denial_action for a moment. The rest is new.
-- Backfill: none. Denials opened before have no steps; nothing of theirs can be undone.
-- Rollback: drop the table and the two indexes; the version before does not read them.
-- CreateTable
CREATE TABLE "denial_step" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "from_status" TEXT NOT NULL,
    "to_status" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "item_version" INTEGER NOT NULL,
    "remittance_claim_id" UUID NOT NULL,
    "action_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "member_id" UUID,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "denial_step_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "denial_step_organization_id_item_id_item_version_key" ON "denial_step"("organization_id", "item_id", "item_version");

-- CreateIndex
CREATE INDEX "denial_item_organization_id_owner_id_status_idx" ON "denial_item"("organization_id", "owner_id", "status");

-- CreateIndex
CREATE INDEX "denial_item_organization_id_status_amount_cents_id_idx" ON "denial_item"("organization_id", "status", "amount_cents" DESC, "id");

-- AddForeignKey
ALTER TABLE "denial_step" ADD CONSTRAINT "denial_step_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "denial_item"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "denial_step" ADD CONSTRAINT "denial_step_organization_id_action_id_fkey" FOREIGN KEY ("organization_id", "action_id") REFERENCES "denial_action"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
