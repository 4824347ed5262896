/** ISA06 and ISA08 hold 15 characters. */
const ID_LENGTH = 15;

/** Whose file a batch is, read off the files that its claims came in. */
export interface BatchParties {
  senderId: string;
  receiverId: string;
}

/**
 * Sender and receiver of a batch's envelope: the submitter and receiver of most of its claims (loops 1000A and 1000B),
 * so that the clearinghouse sees the practice it knows. Where a file named no submitter, the billing provider's tax id.
 */
export function batchParties(
  claims: readonly { submitterId: string | null; receiverId: string | null; taxId: string | null }[],
): BatchParties {
  const senderId = mostCommon(claims.map((claim) => claim.submitterId ?? claim.taxId)) ?? "DORSAL";
  const receiverId = mostCommon(claims.map((claim) => claim.receiverId)) ?? "RECEIVER";
  return { senderId: senderId.slice(0, ID_LENGTH), receiverId: receiverId.slice(0, ID_LENGTH) };
}

/** Of equally common ones the first. */
function mostCommon(texts: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const clean = text?.trim() ?? "";
    if (clean !== "") counts.set(clean, (counts.get(clean) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [text, count] of counts) if (best === null || count > counts.get(best)!) best = text;
  return best;
}
