import { defineRoute } from "@/lib/auth/define-route";
import { listDenialQueues } from "@/lib/use-cases/denials/list-denial-queues";

/** Every queue of denials with its size and nearest deadline. */
export const GET = defineRoute(listDenialQueues, { input: () => ({}) });
