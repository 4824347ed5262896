"use client";

import { formatDate } from "@/lib/format/dates";
import { frequencyInWords, placeInWords } from "@/lib/domain/code-sets/plain-labels";
import { useWorkbench } from "../workbench-context";
import { FormBox, Nothing } from "./form-box";

/** The claim's numbers and circumstances: authorization, referral, frequency, place, notes, accident. */
export function ReferenceBoxes() {
  const { claim } = useWorkbench().screen;
  const place = placeInWords(claim.placeOfService);
  const frequency = frequencyInWords(claim.frequency);
  return (
    <>
      <FormBox label="Prior authorization" box="23" field="authorization">
        {claim.authorization ? <Code text={claim.authorization} /> : <Nothing />}
      </FormBox>
      <FormBox label="Referral number" field="referral">
        {claim.referral ? <Code text={claim.referral} /> : <Nothing />}
      </FormBox>
      <FormBox label="Place of service" box="24B" field="placeOfService">
        <Code text={claim.placeOfService} /> {place}
      </FormBox>
      <FormBox label="Claim frequency" box="22" field="frequency">
        <Code text={claim.frequency} /> {frequency}
      </FormBox>
      <FormBox label="Payer's claim number" box="22" field="payerControlNumber">
        {claim.payerControlNumber ? <Code text={claim.payerControlNumber} /> : <Nothing />}
      </FormBox>
      <FormBox label="Accident" box="10" field="accident">
        <Accident />
      </FormBox>
      <FormBox label="Late filing reason" field="delayReason">
        {claim.delayReason ? <Code text={claim.delayReason} /> : <Nothing />}
      </FormBox>
      <FormBox label="Claim note" box="19" field="note">
        {claim.note ?? <Nothing />}
      </FormBox>
    </>
  );
}

const ACCIDENTS: Readonly<Record<string, string>> = {
  AA: "Auto",
  EM: "Employment",
  OA: "Other accident",
};

function Accident() {
  const { accident } = useWorkbench().screen.claim;
  if (accident.kinds.length === 0) return <Nothing words="no" />;
  const kinds = accident.kinds.map((kind) => ACCIDENTS[kind] ?? kind).join(", ");
  return (
    <>
      {kinds}
      {accident.date && `, ${formatDate(accident.date)}`}
      {accident.state && `, ${accident.state}`}
      {accident.claimNumber && (
        <span className="block text-muted">
          Claim <Code text={accident.claimNumber} />
        </span>
      )}
    </>
  );
}

function Code({ text }: { text: string }) {
  return <span className="font-mono">{text}</span>;
}
