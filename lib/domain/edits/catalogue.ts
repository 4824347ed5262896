import type { EditDefinition } from "./define-edit";
import { assistantNeverPayable } from "./rules/assistant-never-payable";
import { authorizationMissing } from "./rules/authorization-missing";
import { chargesDoNotAddUp } from "./rules/charges-do-not-add-up";
import { codeNotValidOnServiceDate } from "./rules/code-not-valid-on-service-date";
import { deviceNeverPaidByMedicare } from "./rules/device-never-paid-by-medicare";
import { duplicateOfAcceptedClaim } from "./rules/duplicate-of-accepted-claim";
import { filingLimitNearOrPassed } from "./rules/filing-limit-near-or-passed";
import { firstDiagnosisTooWeak } from "./rules/first-diagnosis-too-weak";
import { generatorExchangeWithRemoval } from "./rules/generator-exchange-with-removal";
import { generatorOnTrial } from "./rules/generator-on-trial";
import { halfModifierOnWholeProcedure } from "./rules/half-modifier-on-whole-procedure";
import { imagingInsideStimulatorProcedure } from "./rules/imaging-inside-stimulator-procedure";
import { leadRemovalUnitsOverOne } from "./rules/lead-removal-units-over-one";
import { leadUnitsNotAsDocumented } from "./rules/lead-units-not-as-documented";
import { lineWithoutValidDiagnosis } from "./rules/line-without-valid-diagnosis";
import { moreLeadsThanPayerCovers } from "./rules/more-leads-than-payer-covers";
import { paddleLeadOutsideFacility } from "./rules/paddle-lead-outside-facility";
import { pairNeverPaidTogether } from "./rules/pair-never-paid-together";
import { procedureWithoutOfficePrice } from "./rules/procedure-without-office-price";
import { providerIdentifierInvalid } from "./rules/provider-identifier-invalid";
import { secondLeadWithoutModifier } from "./rules/second-lead-without-modifier";
import { secondProcedurePaidAtHalf } from "./rules/second-procedure-paid-at-half";
import { serviceDatesImpossible } from "./rules/service-dates-impossible";
import { sideModifierOnMidlineCode } from "./rules/side-modifier-on-midline-code";
import { singleUnitCodeWithMoreUnits } from "./rules/single-unit-code-with-more-units";
import { stagedImplantWithout58 } from "./rules/staged-implant-without-58";
import { trialLeadPullWithNewLead } from "./rules/trial-lead-pull-with-new-lead";
import { twoDistinctServiceModifiers } from "./rules/two-distinct-service-modifiers";
import { twoProgrammingCodes } from "./rules/two-programming-codes";
import { unitsOverDailyLimit } from "./rules/units-over-daily-limit";

/** Every edit: units, bundling, modifiers, staging, authorization, diagnosis, place and provider, integrity. */
export const CATALOGUE: readonly EditDefinition[] = [
  secondLeadWithoutModifier,
  unitsOverDailyLimit,
  leadRemovalUnitsOverOne,
  singleUnitCodeWithMoreUnits,
  leadUnitsNotAsDocumented,
  moreLeadsThanPayerCovers,
  pairNeverPaidTogether,
  imagingInsideStimulatorProcedure,
  twoProgrammingCodes,
  trialLeadPullWithNewLead,
  generatorExchangeWithRemoval,
  secondProcedurePaidAtHalf,
  sideModifierOnMidlineCode,
  twoDistinctServiceModifiers,
  halfModifierOnWholeProcedure,
  assistantNeverPayable,
  stagedImplantWithout58,
  generatorOnTrial,
  authorizationMissing,
  lineWithoutValidDiagnosis,
  firstDiagnosisTooWeak,
  procedureWithoutOfficePrice,
  paddleLeadOutsideFacility,
  deviceNeverPaidByMedicare,
  providerIdentifierInvalid,
  duplicateOfAcceptedClaim,
  filingLimitNearOrPassed,
  chargesDoNotAddUp,
  serviceDatesImpossible,
  codeNotValidOnServiceDate,
];

const BY_RULE = new Map(CATALOGUE.map((edit) => [edit.rule, edit]));

/** The edit of a catalogue number ("R-U01"); null when there is none. */
export function editByRule(rule: string): EditDefinition | null {
  return BY_RULE.get(rule) ?? null;
}
