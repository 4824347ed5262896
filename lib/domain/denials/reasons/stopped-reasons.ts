import { reasons } from "./define-reasons";

/** Codes that payers may no longer use; old remittances still carry them. */
export const STOPPED_REASONS = [
  ...reasons(
    "AUTH",
    ["appeal"],
    { "15": "the authorization number is missing or wrong" },
    { stoppedOn: "2018-05-01", insteadOf: ["197", "284", "296"] },
  ),
  ...reasons(
    "PROVIDER",
    ["appeal"],
    { "38": "not provided or authorized by the network" },
    { stoppedOn: "2013-01-01", insteadOf: ["242", "243"] },
  ),
  ...reasons(
    "MEDNEC",
    ["appeal"],
    { "57": "the records do not support this level, amount or length" },
    { stoppedOn: "2007-06-30", insteadOf: ["150", "151", "152", "153", "154"] },
  ),
  ...reasons(
    "AUTH",
    ["appeal"],
    { "62": "no authorization, or more than it covers" },
    { stoppedOn: "2007-04-01", insteadOf: ["197", "198"] },
  ),
  ...reasons(
    "ADMIN_OTHER",
    ["corrected_claim"],
    { "125": "a billing error" },
    { stoppedOn: "2013-11-01", insteadOf: ["16"] },
  ),
  ...reasons(
    "ADMIN_OTHER",
    ["write_off"],
    { "138": "the appeal came too late or did not follow the procedure" },
    { stoppedOn: "2018-05-01", insteadOf: ["285", "286"], appealOutcome: "dismissed" },
  ),
  ...reasons(
    "MEDNEC",
    ["appeal"],
    { B5: "coverage guidelines were not met" },
    { stoppedOn: "2016-05-01", insteadOf: ["272", "273"] },
  ),
];
