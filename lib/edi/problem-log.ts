import type { X12Problem } from "./types";

/** Problems kept in a file's report; what comes later is only counted. */
export const MAX_PROBLEMS = 1_000;

/** Collects the problems of a file up to a limit, so that a broken file of gigabytes cannot fill the memory. */
export class ProblemLog {
  private readonly kept: X12Problem[] = [];
  private dropped = 0;

  add(problem: X12Problem): void {
    if (this.kept.length < MAX_PROBLEMS || problem.grade === "refuse") this.kept.push(problem);
    else this.dropped += 1;
  }

  /** In file order; the last one says how many were left out. */
  all(): X12Problem[] {
    if (this.dropped === 0) return this.kept;
    const message = `${this.dropped} further problems are not listed.`;
    return [...this.kept, { grade: "warning", segment: null, element: null, loop: null, message }];
  }
}
