import * as z from "zod";
import { listActiveMembers } from "@/lib/data/claims/people";
import { PERMISSIONS } from "@/lib/domain/access/permissions";
import { defineUseCase } from "../define-use-case";

/** Who claims can be assigned to. */
export const listCoders = defineUseCase({
  name: "claims.list_coders",
  permission: "claims.view",
  input: z.strictObject({}),
  async run({ tx }) {
    return { coders: await listActiveMembers(tx, [...PERMISSIONS["claims.correct"].roles]) };
  },
});
