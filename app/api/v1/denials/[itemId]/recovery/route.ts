import { defineRoute } from "@/lib/auth/define-route";
import { explainRecovery } from "@/lib/use-cases/denials/explain-recovery";

/** Tier and score of one denial as of today, with every figure behind them. */
export const GET = defineRoute(explainRecovery, { input: (_request, { itemId }) => ({ itemId }) });
