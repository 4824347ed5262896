import * as z from "zod";
import { listActiveMembers } from "@/lib/data/claims/people";
import { PERMISSIONS } from "@/lib/domain/access/permissions";
import { defineUseCase } from "../define-use-case";

/** Who denials can be assigned to. */
export const listDenialOwners = defineUseCase({
  name: "denials.list_owners",
  permission: "denials.view",
  input: z.strictObject({}),
  async run({ tx }) {
    return { owners: await listActiveMembers(tx, [...PERMISSIONS["denials.work"].roles]) };
  },
});
