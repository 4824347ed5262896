import { defineRoute } from "@/lib/auth/define-route";
import { listQueues } from "@/lib/use-cases/claims/list-queues";

/** Every queue with its size and nearest deadline. */
export const GET = defineRoute(listQueues, { input: () => ({}) });
