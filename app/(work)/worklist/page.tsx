import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { WorklistProvider } from "@/components/worklist/worklist-context";
import { loadWorklistParams } from "@/components/worklist/worklist-params";
import { WorklistScreen } from "@/components/worklist/worklist-screen";
import { filterInput, pageInput, viewKey } from "@/components/worklist/worklist-view";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import { CATALOGUE } from "@/lib/domain/edits/catalogue";
import { countWorklist } from "@/lib/use-cases/claims/count-worklist";
import { listCoders } from "@/lib/use-cases/claims/list-coders";
import { listQueues } from "@/lib/use-cases/claims/list-queues";
import { listWorklist } from "@/lib/use-cases/claims/list-worklist";
import { listPayers } from "@/lib/use-cases/payers/list-payers";

export const metadata: Metadata = { title: "Worklist" };

const RULES = CATALOGUE.map(({ rule, title }) => ({ rule, title }));

/** A queue of claims, as its address narrows it. */
export default async function WorklistPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  // What somebody typed stays in the browser, which asks again with it.
  const params = { ...(await loadWorklistParams(searchParams)), q: "" };
  const { actor } = await requireSession();
  const mayCorrect = can(actor, "claims.correct");
  const filter = filterInput(params, mayCorrect);
  const page = pageInput(params);
  const list = await readAs(listWorklist, { ...filter, ...page });
  const count = await readAs(countWorklist, filter);
  const { coders } = await readAs(listCoders, {});
  const { payers } = await readAs(listPayers, {});
  const { queues } = await readAs(listQueues, {});
  return (
    <WorklistProvider
      value={{
        me: {
          id: actor.memberId ?? "",
          mayCorrect,
          mayAssign: can(actor, "claims.assign"),
          mayImport: can(actor, "imports.create"),
        },
        coders: coders.map(({ id, name }) => ({ id, name })),
        payers: payers.map(({ id, name }) => ({ id, name })),
        rules: RULES,
      }}
    >
      <WorklistScreen
        first={{ asked: viewKey({ ...filter, ...page }), list, count }}
        nothingAnywhere={queues.every((queue) => queue.count === 0)}
      />
    </WorklistProvider>
  );
}
