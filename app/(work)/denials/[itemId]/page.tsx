import type { Metadata } from "next";
import { DenialWorkbench } from "@/components/denials/work/denial-workbench";
import { paymentHref } from "@/components/remittances/remittance-params";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import { getDenialView } from "@/lib/use-cases/denials/get-denial-view";

// Patient and claim stay out of the title: titles end up in browser histories and on shared screens.
export const metadata: Metadata = { title: "Denial" };

/** One denial to work on. Somebody else's and one that does not exist answer alike. */
export default async function DenialPage({ params }: { params: Promise<{ itemId: string }> }) {
  const { itemId } = await params;
  const { answer, ...screen } = await readAs(getDenialView, { itemId });
  const { actor, member } = await requireSession();
  return (
    <DenialWorkbench
      // Another denial is another screen: nothing typed is carried over.
      key={itemId}
      screen={screen}
      answerHref={answer && paymentHref(answer.paymentId, { claim: answer.remittanceClaimId })}
      me={{
        id: member.id,
        name: member.name,
        may: {
          work: can(actor, "denials.work"),
          assign: can(actor, "denials.assign"),
          seeClaims: can(actor, "claims.view"),
        },
      }}
    />
  );
}
