import type { Provider } from "@/lib/domain/claims/claim";
import type { Address } from "@/lib/edi/segments-of-claim";
import { npiOf } from "./npi";

export interface BillingEntity {
  key: "group" | "anaesthesia" | "asc";
  /** Starts its claim numbers. */
  prefix: string;
  name: string;
  npi: string;
  taxId: string;
  taxonomy: string;
  address: Address;
}

const CAMPUS = { city: "LARKSPUR FALLS", state: "CO", zip: "809010001" };

/** The three billing entities of the invented practice. Identifiers are made up; NPIs carry a valid check digit. */
export const ENTITIES: { readonly [K in BillingEntity["key"]]: BillingEntity & { key: K } } = {
  group: {
    key: "group",
    prefix: "SP",
    name: "SUMMIT RIDGE PAIN PHYSICIANS",
    npi: npiOf("199000001"),
    taxId: "990000101",
    taxonomy: "208VP0014X",
    address: { street: "100 SUMMIT RIDGE WAY", ...CAMPUS },
  },
  anaesthesia: {
    key: "anaesthesia",
    prefix: "SA",
    name: "SUMMIT RIDGE ANESTHESIA ASSOCIATES",
    npi: npiOf("199000002"),
    taxId: "990000102",
    taxonomy: "207L00000X",
    address: { street: "100 SUMMIT RIDGE WAY STE 210", ...CAMPUS },
  },
  asc: {
    key: "asc",
    prefix: "SC",
    name: "SUMMIT RIDGE SURGERY CENTER",
    npi: npiOf("199000003"),
    taxId: "990000103",
    taxonomy: "261QA1903X",
    address: { street: "102 SUMMIT RIDGE WAY", ...CAMPUS },
  },
};

const person = (name: string, nine: string, taxonomy: string): Provider => ({
  name,
  npi: npiOf(nine),
  taxonomy,
});

export const SURGEONS: readonly Provider[] = [
  person("HOLLISTER, GWEN", "199000011", "208VP0014X"),
  person("ATHERTON, MARCUS", "199000012", "208VP0014X"),
  person("PENROSE, ELENA", "199000013", "208VP0014X"),
  person("DRUMMOND, FELIX", "199000014", "208VP0014X"),
];

export const ANAESTHETISTS: readonly Provider[] = [
  person("COVERDALE, NORA", "199000021", "207L00000X"),
  person("REDFERN, OWEN", "199000022", "207L00000X"),
];

/** Physician assistant: bills as assistant on paddle cases. */
export const ASSISTANT: Provider = person("LOXLEY, JUNE", "199000031", "363AS0400X");

export const REFERRING: readonly Provider[] = [
  { name: "WAKEFIELD, IRIS", npi: npiOf("199000041"), taxonomy: null },
  { name: "STOCKDALE, PETER", npi: npiOf("199000042"), taxonomy: null },
  { name: "MALLORY, RUTH", npi: npiOf("199000043"), taxonomy: null },
];

export const FACILITIES = {
  asc: {
    provider: { name: ENTITIES.asc.name, npi: ENTITIES.asc.npi, taxonomy: null },
    address: ENTITIES.asc.address,
  },
  hospital: {
    provider: { name: "LARKSPUR FALLS GENERAL HOSPITAL", npi: npiOf("199000051"), taxonomy: null },
    address: { street: "400 HOSPITAL DRIVE", ...CAMPUS },
  },
} as const;
