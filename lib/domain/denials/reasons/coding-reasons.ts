import { reasons } from "./define-reasons";

/** Denials about how a service was coded or billed. */
export const CODING_REASONS = [
  ...reasons("MODIFIER", ["corrected_claim"], {
    "4": "the modifier is missing or does not fit the code",
    "182": "the modifier was not valid on that day",
  }),
  ...reasons("MODIFIER", ["write_off"], { "54": "no assistant or second surgeon is paid for this" }),
  ...reasons("CODING_INVALID", ["corrected_claim"], {
    "6": "the code does not fit the patient's age",
    "7": "the code does not fit the patient's sex",
    "9": "the diagnosis does not fit the patient's age",
    "10": "the diagnosis does not fit the patient's sex",
    "13": "the service is dated after the patient's death",
    "14": "the service is dated before the patient's birth",
    "110": "billed before the service took place",
    "130": "a fee for submitting the claim",
    "135": "an interim bill cannot be processed",
    "181": "the code was not valid on that day",
    "189": "a specific code exists for this service",
    "261": "does not fit the patient's history",
    "267": "the service spans several months and must be split",
    "268": "the service spans two years and must be split",
    B16: "not a new patient",
    P7: "the code is not in the fee schedule",
    P9: "no code or fee of the schedule fits",
  }),
  ...reasons("DX", ["corrected_claim", "appeal"], {
    "11": "the diagnosis does not support the procedure",
    "146": "the diagnosis was not valid on that day",
    "167": "the diagnosis is not covered",
  }),
  ...reasons("DX", ["corrected_claim"], {
    "12": "the diagnosis does not fit the provider's specialty",
    B22: "adjusted because of the diagnosis",
  }),
  ...reasons("POS_BILLING", ["corrected_claim"], {
    "5": "the code does not fit the place of service",
    "78": "days or room charges are not covered",
    "89": "the professional fee was taken out",
    "134": "the technical fee was taken out",
    "199": "the revenue code does not fit the procedure",
    "282": "the code does not fit the type of bill",
  }),
  ...reasons("POS_BILLING", ["appeal", "corrected_claim"], {
    "58": "wrong place of service for this payer",
    P20: "not paid in an outpatient setting",
  }),
  ...reasons("DUP", ["reopening", "appeal"], {
    "18": "taken for a duplicate",
    B13: "already paid with an earlier claim",
    B20: "partly done by another provider",
  }),
  ...reasons("FREQUENCY", ["appeal"], {
    "151": "too many or too often",
    "222": "more units than the contract allows",
    "273": "coverage limits are exceeded",
    B1: "visits are limited",
  }),
];

/** Denials because the service counts as part of another one. */
export const BUNDLING_REASONS = [
  ...reasons("INCLUSIVE", ["appeal", "corrected_claim"], {
    "97": "included in another service already paid",
  }),
  ...reasons("INCLUSIVE", ["corrected_claim", "appeal"], {
    "107": "the service it belongs to is missing",
    "236": "cannot be billed with another code of that day",
  }),
  ...reasons("INCLUSIVE", ["appeal"], {
    "60": "falls within the days around a hospital stay",
    "190": "included in a nursing facility stay",
    "231": "cannot be done together with another service that day",
    "234": "not paid separately",
    B14: "one visit a day",
    B15: "the qualifying service is missing",
    P14: "included in another service of the same day",
    P19: "the schedule gives it no value of its own",
  }),
  ...reasons("INCLUSIVE", ["write_off"], {
    "194": "anaesthesia by the operating surgeon is not paid",
  }),
];
