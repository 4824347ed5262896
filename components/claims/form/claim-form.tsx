"use client";

import { Diagnoses } from "./diagnoses";
import { PartyBoxes, ProviderBoxes } from "./parties";
import { PointerLight } from "./pointer-light";
import { ReferenceBoxes } from "./reference-boxes";
import { ServiceLines } from "./service-lines";

/** The claim as a form: our own drawing, with the numbers of the paper form that billers know the boxes by. */
export function ClaimForm() {
  return (
    <PointerLight>
      {/* One-pixel gaps over the line colour draw the rules between boxes, whatever wraps where. */}
      <div className="@container overflow-hidden rounded-lg border border-line bg-line shadow-low">
        <div className="grid gap-px">
          <ServiceLines />
          <Diagnoses />
          <dl className="grid grid-cols-1 gap-px bg-line @md:grid-cols-2 @2xl:grid-cols-4">
            <ReferenceBoxes />
          </dl>
          <dl className="grid grid-cols-1 gap-px bg-line @md:grid-cols-2 @2xl:grid-cols-3">
            <PartyBoxes />
          </dl>
          <dl className="grid grid-cols-1 gap-px bg-line @md:grid-cols-2 @2xl:grid-cols-4">
            <ProviderBoxes />
          </dl>
        </div>
      </div>
    </PointerLight>
  );
}
