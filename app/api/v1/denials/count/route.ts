import { bodyOf } from "@/lib/auth/body-of";
import { defineRoute } from "@/lib/auth/define-route";
import { countDenials } from "@/lib/use-cases/denials/count-denials";

/** How many denials match the same filters. */
export const POST = defineRoute(countDenials, { input: bodyOf, isPolled: true });
