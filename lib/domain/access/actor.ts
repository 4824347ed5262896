import type { Role } from "./roles";

/** Who acts: a signed-in member of one organization, or the system on its behalf (worker, command line, seed). */
export interface Actor {
  kind: "member" | "system";
  organizationId: string;
  /** Null for the system. */
  memberId: string | null;
  /** Shown in history and audit. */
  name: string;
  role: Role | "system";
  /** One per request or job, to join log lines and audit rows. */
  requestId: string;
  /** The session that acts; only what belongs to a person's own account needs it. */
  sessionId?: string;
}

/** The system acting for one organization: jobs, first start, the command line. It may everything inside it. */
export function systemActor(organizationId: string, requestId: string): Actor {
  return { kind: "system", organizationId, memberId: null, name: "Dorsal", role: "system", requestId };
}
