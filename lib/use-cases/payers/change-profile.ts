import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { insertProfileVersion, touchPayer } from "@/lib/data/payers/payer-records";
import { isFactName } from "@/lib/domain/cases/facts";
import { editByRule } from "@/lib/domain/edits/catalogue";
import { PARAMETERS, PARAMETER_NAMES, type ParameterName } from "@/lib/domain/payers/parameters";
import { AppError } from "@/lib/domain/shared/app-error";
import { addDays, dateInZone, isCalendarDate } from "@/lib/domain/shared/calendar-date";
import { defineUseCase } from "../define-use-case";
import { requireMember } from "../claims/claim-for-update";
import { orderReEdit, type ReEditOrdered } from "../claims/order-re-edit";
import { orderJudging } from "../denials/order-judging";
import { payerConflict, requirePayer } from "./require-payer";

/** Further ahead no contract is known; it is a slip of the keyboard. */
const MAX_DAYS_AHEAD = 730;
const EARLIEST = "2000-01-01";

const parameterName = z.enum(PARAMETER_NAMES as [ParameterName, ...ParameterName[]]);

/**
 * Sets some of a payer's parameters from a date of service on: a new version, older ones stay for older claims. Null
 * takes the practice's setting back, so that the shipped value counts again. `verified` names the contract or letter
 * that a value was checked against. The open claims that it concerns are checked again by a
 * job, running denials are judged again.
 */
export const changeProfile = defineUseCase({
  name: "payers.change_profile",
  permission: "payers.change",
  input: z.strictObject({
    payerId: z.uuid(),
    seenVersion: z.int().min(1),
    effectiveFrom: z.string().refine(isCalendarDate, { message: "Write the date as YYYY-MM-DD." }),
    parameters: z.partialRecord(parameterName, z.unknown()),
    verified: z
      .partialRecord(
        parameterName,
        z.strictObject({ source: z.string().trim().min(3, "Name the contract or letter.").max(200) }),
      )
      .default({}),
    note: z.string().trim().max(500).nullable().default(null),
  }),
  async run(context, input): Promise<ReEditOrdered & { version: number }> {
    const { tx, actor, now } = context;
    const { payerId, seenVersion, effectiveFrom, note } = input;
    const memberId = requireMember(actor);
    const parameters = checkedParameters(input.parameters);
    const names = Object.keys(parameters) as ParameterName[];
    await requirePayer(tx, payerId);
    const today = dateInZone(now, (await readOrganizationSettings(tx)).timeZone);
    if (effectiveFrom < EARLIEST || effectiveFrom > addDays(today, MAX_DAYS_AHEAD))
      throw wrong("effectiveFrom", "Choose a date within the next two years, or in the past since 2000.");
    const verified: Record<string, { source: string; verifiedOn: string; by: string }> = {};
    for (const [name, check] of Object.entries(input.verified)) {
      if (!Object.hasOwn(parameters, name))
        throw wrong(`verified.${name}`, "Only a value that is set here can be marked as checked.");
      verified[name] = { source: check!.source, verifiedOn: today, by: actor.name };
    }
    if (!(await touchPayer(tx, payerId, seenVersion))) throw await payerConflict(tx, payerId);
    await insertProfileVersion(tx, {
      organizationId: actor.organizationId,
      payerId,
      effectiveFrom,
      parameters,
      verified,
      note: note || null,
      memberId,
      actorName: actor.name,
    });
    const ordered = await orderReEdit(context, { payerId, fromDate: effectiveFrom });
    await orderJudging(context, { payerId });
    await recordEvent(tx, actor, {
      event: "payer.profile_changed",
      subjectType: "payer",
      subjectId: payerId,
      detail: {
        parameters: names,
        effectiveFrom,
        verifiedCount: Object.keys(verified).length,
        claimCount: ordered.openClaims,
      },
    });
    return { ...ordered, version: seenVersion + 1 };
  },
});

/** Every value in the shape that its parameter wants; throws `invalid_input` that names the parameter. */
function checkedParameters(given: Partial<Record<ParameterName, unknown>>): Record<string, unknown> {
  const checked: Record<string, unknown> = {};
  for (const name of PARAMETER_NAMES) {
    if (!Object.hasOwn(given, name)) continue;
    const value = given[name];
    const parsed = PARAMETERS[name].schema.safeParse(value);
    if (!parsed.success && value !== null)
      throw wrong(`parameters.${name}`, parsed.error.issues[0]?.message ?? "This value does not fit.");
    checked[name] = parsed.success ? parsed.data : null;
    checkNames(name, checked[name]);
  }
  if (Object.keys(checked).length === 0) throw wrong("parameters", "Change at least one parameter.");
  return checked;
}

/** Names inside a value must exist, or the setting would silently do nothing. */
function checkNames(name: ParameterName, value: unknown): void {
  if (value === null) return;
  if (name === "requiredFacts") {
    const unknown = (value as string[]).find((fact) => !isFactName(fact));
    if (unknown !== undefined) throw wrong(`parameters.${name}`, `There is no fact "${unknown}".`);
  }
  if (name === "editSeverities") {
    const unknown = Object.keys(value as object).find((rule) => editByRule(rule) === null);
    if (unknown !== undefined) throw wrong(`parameters.${name}`, `There is no edit ${unknown}.`);
  }
}

function wrong(field: string, message: string): AppError {
  return new AppError("invalid_input", message, { fields: { [field]: message } });
}
