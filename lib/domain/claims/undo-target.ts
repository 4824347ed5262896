/** How a version came about, in the order of the versions. */
export interface VersionStep {
  versionNumber: number;
  /** import | correction | undo */
  origin: string;
}

/**
 * The version whose content an undo brings back: the state before the newest correction that was not undone yet.
 * Null where nothing is left to undo: an import starts afresh, as the practice's system sent it.
 */
export function undoTarget(steps: readonly VersionStep[]): { correction: number; target: number } | null {
  let states: number[] = [];
  for (const step of [...steps].sort((a, b) => a.versionNumber - b.versionNumber)) {
    if (step.origin === "import") states = [step.versionNumber];
    else if (step.origin === "undo") states.pop();
    else states.push(step.versionNumber);
  }
  const correction = states.at(-1);
  const target = states.at(-2);
  return correction === undefined || target === undefined ? null : { correction, target };
}
