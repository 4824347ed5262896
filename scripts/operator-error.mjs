// A failure that the person at the terminal can do something about: one sentence, no stack.
export class OperatorError extends Error {}

/** Runs `main`; an OperatorError ends the process with its sentence and code 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Says that a folder cannot be written to when that is what went wrong; anything else is passed on. */
export function explainUnwritable(error, folder, advice) {
  if (["EACCES", "EPERM", "EROFS"].includes(error?.code)) {
    throw new OperatorError(`Dorsal may not write to ${folder}: ${advice}.`);
  }
  throw error;
}
