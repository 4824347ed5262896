import * as z from "zod";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { findPayer, listProfileVersions } from "@/lib/data/payers/payer-records";
import {
  PARAMETER_NAMES,
  PARAMETERS,
  type ParameterInput,
  type ParameterOrigin,
} from "@/lib/domain/payers/parameters";
import { PAYER_KIND_LABELS } from "@/lib/domain/payers/payer";
import { presetByKey } from "@/lib/domain/payers/presets";
import { resolveProfile } from "@/lib/domain/payers/resolve-profile";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone, isCalendarDate } from "@/lib/domain/shared/calendar-date";
import { defineUseCase } from "../define-use-case";

export interface PayerParameterView {
  name: string;
  label: string;
  help: string;
  input: ParameterInput;
  value: unknown;
  origin: ParameterOrigin;
}

/** A payer with the parameters in force on a date of service (today's when none is named) and all its versions. */
export const getPayer = defineUseCase({
  name: "payers.get",
  permission: "payers.view",
  input: z.strictObject({
    payerId: z.uuid(),
    onDate: z
      .string()
      .refine(isCalendarDate, { message: "Write the date as YYYY-MM-DD." })
      .nullable()
      .default(null),
  }),
  async run({ tx, now }, { payerId, onDate }) {
    const payer = await findPayer(tx, payerId);
    if (!payer)
      throw new AppError("not_found", "There is no such payer.", { next: "Go back to the list of payers." });
    const versions = await listProfileVersions(tx, payerId);
    const { timeZone } = await readOrganizationSettings(tx);
    const dateOfService = onDate ?? dateInZone(now, timeZone);
    const profile = resolveProfile({
      kind: payer.kind,
      preset: payer.preset,
      payerName: payer.name,
      practiceVersions: [...versions].reverse(),
      dateOfService,
    });
    return {
      payer: {
        ...payer,
        kindLabel: PAYER_KIND_LABELS[payer.kind],
        presetLabel: presetByKey(payer.preset)?.label ?? null,
      },
      onDate: dateOfService,
      parameters: PARAMETER_NAMES.map((name): PayerParameterView => ({
        name,
        label: PARAMETERS[name].label,
        help: PARAMETERS[name].help,
        input: PARAMETERS[name].input,
        value: profile.values[name],
        origin: profile.origins[name],
      })),
      versions: versions.map((version) => ({ ...version, createdAt: version.createdAt.toISOString() })),
    };
  },
});
