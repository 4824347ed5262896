"use client";

import { Deadline } from "./deadline";
import { EncounterClaims } from "./encounter-claims";
import { PayerParameters } from "./payer-parameters";
import { Signoffs } from "./signoffs";
import { WorkBack } from "./work-back";

/** What surrounds the claim: its encounter, its deadline, who signed, what is to be keyed, and the payer's rules. */
export function ContextPanel() {
  return (
    <div className="grid gap-5">
      <EncounterClaims />
      <Deadline />
      <Signoffs />
      <WorkBack />
      <PayerParameters />
    </div>
  );
}
