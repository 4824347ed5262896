import type { Metadata } from "next";
import { ClaimWorkbench } from "@/components/claims/claim-workbench";
import type { WorkbenchRights } from "@/components/claims/workbench-context";
import { BornClaim } from "@/components/remittances/born-claim";
import { ClaimAnswers } from "@/components/remittances/claim-answers";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import type { Actor } from "@/lib/domain/access/actor";
import { getClaimView } from "@/lib/use-cases/claims/get-claim-view";
import { getClaimAnswers } from "@/lib/use-cases/remittances/get-claim-answers";
import { workbenchWords } from "./workbench-words";

// The claim's number stays out of the title: titles end up in browser histories and on shared screens.
export const metadata: Metadata = { title: "Claim" };

/** One claim to work on. Somebody else's claim and one that does not exist answer alike. */
export default async function ClaimPage({ params }: { params: Promise<{ claimId: string }> }) {
  const { claimId } = await params;
  const known = await readAs(getClaimAnswers, { claimId });
  if (known.born !== null) return <BornClaim claim={known.born} known={known} />;
  const screen = await readAs(getClaimView, { claimId });
  const { actor, member } = await requireSession();
  return (
    <ClaimWorkbench
      // Another claim is another screen: nothing selected or typed is carried over.
      key={claimId}
      screen={screen}
      me={{ id: member.id, name: member.name, may: rightsOf(actor) }}
      words={workbenchWords(screen)}
      answers={<ClaimAnswers known={known} />}
    />
  );
}

function rightsOf(actor: Actor): WorkbenchRights {
  return {
    correct: can(actor, "claims.correct"),
    recordFacts: can(actor, "facts.record"),
    override: can(actor, "findings.override"),
    sign: can(actor, "claims.sign"),
    review: can(actor, "claims.review"),
    assign: can(actor, "claims.assign"),
    seeBatches: can(actor, "batches.view"),
    seePayers: can(actor, "payers.view"),
  };
}
