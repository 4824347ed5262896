import type { X12Problem } from "@/lib/edi/types";

/** A problem as the commands print it in JSON. */
export interface ProblemView {
  /** 1-based number of the segment in the file; null when the file as a whole is meant. */
  segment: number | null;
  /** "CLM02"; null when the segment as a whole is meant. */
  element: string | null;
  /** "2300"; null outside a transaction. */
  loop: string | null;
  message: string;
}

export function problemView({ segment, element, loop, message }: X12Problem): ProblemView {
  return { segment, element, loop, message };
}

const GRADES: Record<X12Problem["grade"], string> = {
  refuse: "REFUSED",
  quarantine: "quarantined",
  warning: "warning",
};

/** "quarantined (segment 20, loop 2400): The claim has no service line." */
export function problemLine(problem: X12Problem): string {
  return `${GRADES[problem.grade]}${placeOf(problem)}: ${problem.message}`;
}

function placeOf({ segment, loop, element }: X12Problem): string {
  const parts = [
    segment === null ? null : `segment ${segment}`,
    loop === null ? null : `loop ${loop}`,
    element,
  ];
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? "" : ` (${known.join(", ")})`;
}
