"use client";

import { useWorkbench } from "../workbench-context";
import { FormBox, Nothing } from "./form-box";
import type { Person, Provider } from "@/lib/domain/claims/claim";
import { formatDate } from "@/lib/format/dates";
import { RESPONSIBILITY_WORDS, ROLE_WORDS, SEX_WORDS, personName, relationshipInWords } from "../claim-words";

/** Patient, insured and payer: whom the claim is about and who pays. */
export function PartyBoxes() {
  const { claim } = useWorkbench().screen;
  const isSelf = claim.subscriber.relationship === "18" || claim.subscriber.relationship === null;
  return (
    <>
      <FormBox label="Patient" box="2" field="patient">
        <PersonLines person={claim.patient} />
      </FormBox>
      <FormBox label={isSelf ? "Insured (the patient)" : "Insured"} box="4" field="subscriber">
        {!isSelf && <p>{personName(claim.subscriber)}</p>}
        <p>
          Member <span className="font-mono">{claim.subscriber.memberId ?? "unknown"}</span>
        </p>
        <p className="text-muted">
          {relationshipInWords(claim.subscriber.relationship)}
          {claim.subscriber.groupNumber && (
            <>
              , group <span className="font-mono">{claim.subscriber.groupNumber}</span>
            </>
          )}
        </p>
      </FormBox>
      <FormBox
        label={`Payer (${RESPONSIBILITY_WORDS[claim.payer.responsibility]})`}
        box="11c"
        field="payer"
        className="@md:col-span-2 @2xl:col-span-1"
      >
        <p>{claim.payer.name}</p>
        {claim.payer.id && <p className="font-mono text-muted">{claim.payer.id}</p>}
        {claim.otherPayers.map((other, index) => (
          <p key={index} className="text-muted">
            {RESPONSIBILITY_WORDS[other.responsibility]}: {other.name}
          </p>
        ))}
      </FormBox>
    </>
  );
}

/** Who did the work, who sent the patient, where it was done and who is paid. */
export function ProviderBoxes() {
  const { claim, head } = useWorkbench().screen;
  return (
    <>
      <FormBox label="Billing provider" box="33" field="billing">
        <ProviderLines provider={claim.billing} />
        {claim.billing.taxId && (
          <p className="text-muted">
            Tax id <span className="font-mono">{claim.billing.taxId}</span>
          </p>
        )}
      </FormBox>
      <FormBox label="Rendering provider" box="24J" field="rendering">
        <ProviderLines provider={claim.rendering} />
        <p className="text-muted">Billed as {ROLE_WORDS[head.role]?.toLowerCase() ?? head.role}</p>
      </FormBox>
      <FormBox label="Service facility" box="32" field="facility">
        <ProviderLines provider={claim.facility} />
      </FormBox>
      <FormBox label="Referring provider" box="17" field="referring">
        <ProviderLines provider={claim.referring} />
      </FormBox>
    </>
  );
}

function PersonLines({ person }: { person: Person }) {
  return (
    <>
      <p className="font-medium">{personName(person)}</p>
      <p className="text-muted">
        {person.birthDate ? <>born {formatDate(person.birthDate)}</> : "birth date unknown"}
        {person.sex && `, ${SEX_WORDS[person.sex] ?? person.sex}`}
      </p>
    </>
  );
}

function ProviderLines({ provider }: { provider: Provider | null }) {
  if (provider === null) return <Nothing />;
  return (
    <>
      <p>{provider.name}</p>
      <p className="text-muted">
        NPI {provider.npi ? <span className="font-mono">{provider.npi}</span> : "missing"}
        {provider.taxonomy && <span className="font-mono"> · {provider.taxonomy}</span>}
      </p>
    </>
  );
}
