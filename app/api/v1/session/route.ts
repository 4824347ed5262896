import { defineRoute } from "@/lib/auth/define-route";
import { readSessionEnd } from "@/lib/use-cases/access/own-sessions";

/** When the session ends, without lengthening it: what the warning asks before it warns. */
export const GET = defineRoute(readSessionEnd, { input: () => ({}) });

/** The same, as something the person did: the idle limit starts anew. */
export const POST = defineRoute(readSessionEnd, { input: () => ({}) });
