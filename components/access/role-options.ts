import { ROLE_LABELS, ROLES } from "@/lib/domain/access/roles";

export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }));
