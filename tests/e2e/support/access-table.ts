import type { Permission } from "@/lib/domain/access/permissions";

/**
 * What each door of the built application asks for, written down a second time and by hand: the matrix compares it with
 * the build's manifests and with what the doors really do. "session": any signed-in member, for themselves.
 * "visitor": nobody has to be signed in.
 */
export type Asks = Permission | "session" | "visitor";

export interface Door {
  asks: Asks;
  /** Input that names records of the demo practice; another organization must be told that there are none. */
  foreign?: (ids: RecordIds) => unknown;
}

export interface RecordIds {
  claimId: string;
  payerId: string;
  importId: string;
  batchId: string;
  memberId: string;
  entityId: string;
  denialId: string;
  paymentId: string;
}

const HASH = "a".repeat(64);

export const PAGES: Record<string, Asks> = {
  "/": "session",
  "/account": "session",
  "/batches": "batches.view",
  "/batches/[batchId]": "batches.view",
  "/claims/[claimId]": "claims.view",
  "/dashboard": "kpis.view",
  "/dashboard/claims": "kpis.view",
  "/dashboard/mine": "claims.view",
  "/denials": "denials.view",
  "/denials/[itemId]": "denials.view",
  "/dev/ui": "visitor",
  "/edits": "payers.view",
  "/home/coding": "claims.sign",
  "/home/denials": "denials.work",
  "/imports": "imports.view",
  "/imports/[importId]": "imports.view",
  "/invitation/[token]": "visitor",
  "/payers": "payers.view",
  "/payers/[payerId]": "payers.view",
  "/remittances": "remittances.view",
  "/remittances/[paymentId]": "remittances.view",
  "/settings/audit": "audit.view",
  "/settings/members": "members.view",
  "/settings/organization": "organization.view",
  "/sign-in": "visitor",
  "/sign-in/second-factor": "session",
  "/work-back": "workback.view",
  "/worklist": "claims.view",
  "/xray": "xray.view",
  "/xray/claims": "xray.view",
};

/** Method and path; `body` makes the request valid. */
export const ROUTES: Record<string, { asks: Asks; body?: object }> = {
  "GET /api/v1/batches/[batchId]/file": { asks: "batches.release" },
  "GET /api/v1/claims/[claimId]/source": { asks: "claims.view" },
  "POST /api/v1/claims/search": { asks: "claims.view", body: { text: "zz" } },
  "GET /api/v1/denials/[itemId]/recovery": { asks: "denials.view" },
  "GET /api/v1/denials/queues": { asks: "denials.view" },
  "POST /api/v1/denials": { asks: "denials.view", body: { queue: "to_work" } },
  "POST /api/v1/denials/count": { asks: "denials.view", body: { queue: "to_work" } },
  "POST /api/v1/denials/matching": { asks: "denials.view", body: { queue: "to_work" } },
  "GET /api/v1/imports": { asks: "imports.view" },
  "POST /api/v1/imports": { asks: "imports.create" },
  "GET /api/v1/imports/[importId]": { asks: "imports.view" },
  "GET /api/v1/imports/[importId]/quarantined/[quarantinedId]": { asks: "imports.view" },
  "GET /api/v1/queues": { asks: "claims.view" },
  "GET /api/v1/session": { asks: "account.manage" },
  "POST /api/v1/session": { asks: "account.manage" },
  "GET /api/v1/work-back": { asks: "workback.view" },
  "GET /api/v1/xray.xlsx": { asks: "xray.view" },
  "POST /api/v1/worklist": { asks: "claims.view", body: { queue: "specialty" } },
  "POST /api/v1/worklist/count": { asks: "claims.view", body: { queue: "specialty" } },
  "POST /api/v1/worklist/matching": { asks: "claims.view", body: { queue: "specialty" } },
};

export const ACTIONS: Record<string, Door> = {
  acceptInvitationAction: { asks: "visitor" },
  addBillingEntityAction: { asks: "organization.manage" },
  addDenialNoteAction: {
    asks: "denials.work",
    foreign: ({ denialId }) => ({ itemId: denialId, note: "Not ours to write on" }),
  },
  applyFixAction: {
    asks: "claims.correct",
    foreign: ({ claimId }) => ({ claimId, seenVersion: 1, evidenceHash: HASH }),
  },
  approveClaimAction: { asks: "claims.review", foreign: ({ claimId }) => ({ claimId, seenVersion: 1 }) },
  assignClaimsAction: {
    asks: "claims.correct",
    foreign: ({ claimId }) => ({ assignments: [{ claimId, memberId: null }] }),
  },
  assignDenialsAction: {
    asks: "denials.work",
    foreign: ({ denialId }) => ({ assignments: [{ itemId: denialId, seenVersion: 1, memberId: null }] }),
  },
  breakLockAction: { asks: "claims.assign", foreign: ({ claimId }) => ({ claimId }) },
  changeBillingEntityAction: {
    asks: "organization.manage",
    foreign: ({ entityId }) => ({
      id: entityId,
      seenVersion: 1,
      name: "Taken over",
      taxId: "123456789",
      npi: "1234567893",
      kind: "professional",
    }),
  },
  changeOrganizationAction: { asks: "organization.manage" },
  changePasswordAction: { asks: "account.manage" },
  changeProfileAction: {
    asks: "payers.change",
    foreign: ({ payerId }) => ({
      payerId,
      seenVersion: 1,
      effectiveFrom: "2026-01-01",
      parameters: { maxLeads: 2 },
      verified: {},
      note: null,
    }),
  },
  changeRoleAction: {
    asks: "members.manage",
    foreign: ({ memberId }) => ({ memberId, seenVersion: 1, role: "coder" }),
  },
  claimNextAction: { asks: "claims.correct" },
  correctClaimAction: {
    asks: "claims.correct",
    foreign: ({ claimId }) => ({
      claimId,
      seenVersion: 1,
      changes: [{ kind: "set_claim", field: "note", value: "TAKEN OVER" }],
    }),
  },
  disableMemberAction: { asks: "members.manage", foreign: ({ memberId }) => ({ memberId, seenVersion: 1 }) },
  enableMemberAction: { asks: "members.manage", foreign: ({ memberId }) => ({ memberId, seenVersion: 1 }) },
  endSessionAction: { asks: "account.manage" },
  enrolSecondFactorAction: { asks: "account.manage" },
  handOverBatchAction: { asks: "batches.release", foreign: ({ batchId }) => ({ batchId }) },
  holdClaimAction: { asks: "claims.correct", foreign: ({ claimId }) => ({ claimId }) },
  inviteAgainAction: { asks: "members.manage", foreign: ({ memberId }) => ({ memberId, seenVersion: 1 }) },
  inviteMemberAction: { asks: "members.manage" },
  letGoOfClaimAction: { asks: "claims.correct", foreign: ({ claimId }) => ({ claimId }) },
  offerSecondFactorAction: { asks: "account.manage" },
  overrideFindingAction: {
    asks: "findings.override",
    foreign: ({ claimId }) => ({ claimId, evidenceHash: HASH, reason: "Not ours to pass over" }),
  },
  postHeldPaymentAction: {
    asks: "remittances.post_held",
    foreign: ({ paymentId }) => ({ paymentId, seenVersion: 1, reason: "Not ours to post, whatever it says" }),
  },
  previewAssignmentAction: { asks: "claims.correct" },
  previewDenialAssignmentAction: { asks: "denials.work" },
  previewCorrectionAction: {
    asks: "claims.correct",
    foreign: ({ claimId }) => ({
      claimId,
      seenVersion: 1,
      changes: [{ kind: "set_claim", field: "note", value: "TAKEN OVER" }],
    }),
  },
  previewReleaseAction: { asks: "batches.release" },
  recordDenialStepAction: {
    asks: "denials.work",
    foreign: ({ denialId }) => ({ itemId: denialId, seenVersion: 1, event: "work_started" }),
  },
  recordFactAction: {
    asks: "facts.record",
    foreign: ({ claimId }) => ({
      claimId,
      fact: "leadsPlaced",
      value: 2,
      sourceKind: "operative_note",
      sourceText: "page 1",
    }),
  },
  releaseClaimsAction: { asks: "batches.release", foreign: ({ claimId }) => ({ claimIds: [claimId] }) },
  resetSecondFactorAction: {
    asks: "members.manage",
    foreign: ({ memberId }) => ({ memberId, seenVersion: 1 }),
  },
  returnClaimAction: {
    asks: "claims.review",
    foreign: ({ claimId }) => ({ claimId, seenVersion: 1, note: "Not ours to send back" }),
  },
  setBillingEntityActiveAction: {
    asks: "organization.manage",
    foreign: ({ entityId }) => ({ id: entityId, seenVersion: 1, active: false }),
  },
  setPayerKindAction: {
    asks: "payers.change",
    foreign: ({ payerId }) => ({ payerId, seenVersion: 1, kind: "other", preset: null }),
  },
  signClaimAction: { asks: "claims.sign", foreign: ({ claimId }) => ({ claimId, seenVersion: 1 }) },
  signOutAction: { asks: "account.manage" },
  signOutEverywhereAction: { asks: "account.manage" },
  startKeyRotationAction: { asks: "organization.manage" },
  undoCorrectionAction: { asks: "claims.correct", foreign: ({ claimId }) => ({ claimId, seenVersion: 1 }) },
  undoDenialStepAction: {
    asks: "denials.work",
    foreign: ({ denialId }) => ({ itemId: denialId, seenVersion: 1 }),
  },
  undoReleaseAction: { asks: "batches.release", foreign: ({ batchId }) => ({ batchId }) },
  takeNextDenialAction: { asks: "denials.work" },
  verifyAuditChainAction: { asks: "audit.view" },
  verifySecondFactorAction: { asks: "account.manage" },
  withdrawOverrideAction: {
    asks: "findings.override",
    foreign: ({ claimId, batchId }) => ({ claimId, overrideId: batchId }),
  },
  withdrawSignoffAction: {
    asks: "claims.sign",
    foreign: ({ claimId }) => ({ claimId, seenVersion: 1, kind: "coder" }),
  },
};
