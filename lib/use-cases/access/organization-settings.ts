import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { lockOrganization } from "@/lib/data/access/member-records";
import {
  findLastRotation,
  listBillingEntities,
  listKeyVersions,
  readOrganization,
  updateOrganization,
} from "@/lib/data/access/organization-records";
import type { EntityKind } from "@/lib/domain/access/billing-identifiers";
import { can } from "@/lib/domain/access/permissions";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";

/** The organization as its settings page shows it. */
export const getOrganization = defineUseCase({
  name: "organization.get",
  permission: "organization.view",
  input: z.strictObject({}),
  async run({ tx, actor }) {
    const rotation = await findLastRotation(tx);
    return {
      settings: await readOrganization(tx),
      entities: (await listBillingEntities(tx)).map((entity) => ({
        ...entity,
        kind: entity.kind as EntityKind,
      })),
      keys: (await listKeyVersions(tx)).map((key) => ({
        keyVersion: key.keyVersion,
        fileCount: key.fileCount,
        createdAt: key.createdAt.toISOString(),
        retiredAt: key.retiredAt?.toISOString() ?? null,
      })),
      rotation: rotation && { ...rotation, createdAt: rotation.createdAt.toISOString() },
      mayManage: can(actor, "organization.manage"),
    };
  },
});

const ZONES = new Set(Intl.supportedValuesOf("timeZone"));

export const organizationSettingsFields = {
  name: z.string().trim().min(2, "Enter the name of the organization.").max(120),
  timeZone: z.string().refine((zone) => ZONES.has(zone), "Choose a time zone from the list."),
  requiresSecondFactor: z.boolean(),
  requiresSecondReview: z.boolean(),
  billingMode: z.enum(["inline", "beside"]),
};

/** Changes the settings that were seen; the audit row names the changed ones. */
export const changeOrganization = defineUseCase({
  name: "organization.change",
  permission: "organization.manage",
  input: z.strictObject({ seenVersion: z.int().min(1), ...organizationSettingsFields }),
  async run({ tx, actor }, { seenVersion, ...wanted }) {
    await lockOrganization(tx);
    const present = await readOrganization(tx);
    const fields = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
      (field) => wanted[field] !== present[field],
    );
    if (present.version !== seenVersion || !(await updateOrganization(tx, seenVersion, wanted))) {
      throw new AppError("conflict", "Somebody changed the settings after you opened them.", {
        next: "Reload the page, look at the present settings, and change them again.",
        current: present,
      });
    }
    await recordEvent(tx, actor, {
      event: "organization.changed",
      subjectType: "organization",
      subjectId: actor.organizationId,
      detail: {
        fields,
        isSecondFactorRequired: wanted.requiresSecondFactor,
        isSecondReviewRequired: wanted.requiresSecondReview,
      },
    });
    return { changed: fields };
  },
});
