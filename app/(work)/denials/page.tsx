import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { loadDenialParams } from "@/components/denials/queue/denial-params";
import { DenialQueueScreen } from "@/components/denials/queue/denial-queue-screen";
import { DenialSettingProvider } from "@/components/denials/queue/denial-setting";
import { filterInput, pageInput, viewKey } from "@/components/denials/queue/denial-view";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import { countDenials } from "@/lib/use-cases/denials/count-denials";
import { listDenialOwners } from "@/lib/use-cases/denials/list-denial-owners";
import { listDenialQueues } from "@/lib/use-cases/denials/list-denial-queues";
import { listDenials } from "@/lib/use-cases/denials/list-denials";
import { listPayers } from "@/lib/use-cases/payers/list-payers";

export const metadata: Metadata = { title: "Denials" };

/** A queue of denials, as its address narrows it. */
export default async function DenialsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  // What somebody typed stays in the browser, which asks again with it.
  const view = { ...(await loadDenialParams(searchParams)), q: "" };
  const { actor } = await requireSession();
  const mayWork = can(actor, "denials.work");
  const filter = filterInput(view, mayWork);
  const page = pageInput(view);
  const list = await readAs(listDenials, { ...filter, ...page });
  const count = await readAs(countDenials, filter);
  const { owners } = await readAs(listDenialOwners, {});
  const { payers } = await readAs(listPayers, {});
  const { queues } = await readAs(listDenialQueues, {});
  return (
    <DenialSettingProvider
      value={{
        me: {
          id: actor.memberId ?? "",
          mayWork,
          mayAssign: can(actor, "denials.assign"),
          mayImport: can(actor, "imports.create"),
        },
        owners: owners.map(({ id, name }) => ({ id, name })),
        payers: payers.map(({ id, name }) => ({ id, name })),
      }}
    >
      <DenialQueueScreen
        first={{ asked: viewKey({ ...filter, ...page }), list, count }}
        nothingAnywhere={queues.every((queue) => queue.count === 0)}
      />
    </DenialSettingProvider>
  );
}
