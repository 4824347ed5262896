"use server";

import { defineAction } from "@/lib/auth/define-action";
import { verifyAuditChain } from "@/lib/use-cases/audit/verify-audit-chain";

export const verifyAuditChainAction = defineAction(verifyAuditChain);
