import { factSourceInWords } from "@/lib/domain/cases/facts";
import type { ServiceLine } from "@/lib/domain/claims/claim";
import { withModifier } from "@/lib/domain/code-sets/modifiers";
import { daysBetween, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { ClaimReading } from "../claim-reading";
import type { PriorService } from "../context";
import { defineEdit } from "../define-edit";
import type { Fix } from "../finding";
import { linesInWords } from "../scs-lines";

const PERMANENT_CODES = ["63650", "63655", "63685"];
const JUDGED: ReadonlySet<string> = new Set(PERMANENT_CODES);
/** Global days of the trial's 63650. */
const GLOBAL_DAYS = 10;

export const stagedImplantWithout58 = defineEdit({
  id: "staged-implant-without-58",
  rule: "R-G01",
  title: "Implant soon after its trial without 58",
  wrong:
    "The ten days after a trial belong to it. A permanent system placed by the same group in that time is paid only when 58 says it was planned; else it is denied as part of the trial.",
  severity: "block",
  scope: { roles: ["surgeon"], payerKinds: null },
  codes: PERMANENT_CODES,
  tables: ["feeSchedule"],
  facts: ["stage", "trialDate"],
  prevents: ["CO-97"],
  sources: [
    "CMS relative value file RVU24C: 63650 has 10 global days",
    "CMS global surgery policy: the day after the procedure is day 1",
  ],
  check(claim, report) {
    let bare: ServiceLine[] | null = null;
    let trial: Trial | null = null;
    for (const line of claim.lines) {
      if (!JUDGED.has(line.code) || line.serviceFrom === null || line.modifiers.includes("58")) continue;
      const before = trialBefore(claim, line.serviceFrom);
      if (before === null) continue;
      (bare ??= []).push(line);
      trial ??= before;
    }
    if (bare === null || trial === null) {
      // Only a history that was looked at can say that there was no trial.
      if (claim.context.history === null && claim.fact("trialDate") === undefined && isPermanent(claim))
        report.waitsFor("trialDate");
      return;
    }
    if (!isPermanent(claim)) {
      if (claim.stage.stage === null) report.waitsFor("stage");
      return;
    }
    const [verb, lacks] = bare.length === 1 ? ["is", "lacks"] : ["are", "lack"];
    report.find({
      line: bare[0]!,
      fields: bare.map((line) => ({ line: line.number, field: "modifiers" })),
      message: `${linesInWords(bare)} of ${bare[0]!.serviceFrom} ${verb} ${trial.days} ${trial.days === 1 ? "day" : "days"} after the trial of ${trial.date} and ${lacks} modifier 58.`,
      fix: fixOf(bare, trial),
      because: { Trial: `${trial.date}, ${trial.source}` },
    });
  },
});

/** Documented permanent, or a generator goes in: nobody places one in a trial. */
function isPermanent(claim: ClaimReading): boolean {
  const { stage, basis } = claim.stage;
  if (basis === "documented") return stage === "permanent";
  return stage === "permanent" || claim.has("63685");
}

interface Trial {
  date: CalendarDate;
  days: number;
  source: string;
  /** Somebody recorded that it was a trial; codes alone do not support a fix. */
  isDocumented: boolean;
}

/** The latest trial of this group within its global days. */
function trialBefore(claim: ClaimReading, date: CalendarDate): Trial | null {
  const fact = claim.facts.trialDate;
  if (fact !== undefined) {
    const days = daysBetween(fact.value, date);
    if (days >= 1 && days <= GLOBAL_DAYS)
      return { date: fact.value, days, source: factSourceInWords(fact.source), isDocumented: true };
  }
  return trialOnClaim(claim, date) ?? trialInHistory(claim, date);
}

/** A practice may bill trial and implant on one claim. */
function trialOnClaim(claim: ClaimReading, date: CalendarDate): Trial | null {
  for (const line of claim.linesOf("63650")) {
    if (line.serviceFrom === null || line.serviceFrom >= date) continue;
    const days = daysBetween(line.serviceFrom, date);
    if (days > GLOBAL_DAYS || claim.linesOf("63685").some((one) => one.serviceFrom === line.serviceFrom))
      continue;
    return { date: line.serviceFrom, days, source: `line ${line.number} of this claim`, isDocumented: false };
  }
  return null;
}

function trialInHistory(claim: ClaimReading, date: CalendarDate): Trial | null {
  const { history } = claim.context;
  if (history === null) return null;
  for (let at = history.length - 1; at >= 0; at -= 1) {
    const service = history[at]!;
    if (service.code !== "63650" || service.role !== "surgeon") continue;
    const days = daysBetween(service.serviceDate, date);
    if (days > GLOBAL_DAYS) return null;
    if (days < 1 || service.billingNpi !== claim.claim.billing.npi || !wasTrial(service, history)) continue;
    return {
      date: service.serviceDate,
      days,
      source: `claim ${service.claimNumber}`,
      isDocumented: service.stage === "trial",
    };
  }
  return null;
}

/** Recorded as a trial, or a lead without a generator where nothing is recorded. */
function wasTrial(service: PriorService, history: readonly PriorService[]): boolean {
  if (service.stage !== null) return service.stage === "trial";
  return !history.some((other) => other.code === "63685" && other.serviceDate === service.serviceDate);
}

function fixOf(bare: readonly ServiceLine[], trial: Trial): Fix | null {
  if (!trial.isDocumented) return null;
  const changes: Fix["changes"] = [];
  for (const line of bare) {
    const modifiers = withModifier(line.modifiers, "58");
    if (modifiers === null) return null;
    changes.push({ kind: "set_line", line: line.number, field: "modifiers", value: modifiers });
  }
  return {
    title: `Put modifier 58 on ${linesInWords(bare).toLowerCase()}`,
    changes,
    support: `${trial.source}: trial on ${trial.date}`,
  };
}
