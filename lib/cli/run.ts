import { EXIT, UsageError, type Command, type Output } from "./command";
import { editCommand } from "./edit";
import { generateCommand } from "./generate";
import { remitCommand } from "./remit";
import { x12Command } from "./x12";
import { xrayCommand } from "./xray";

const COMMANDS: readonly Command[] = [editCommand, remitCommand, xrayCommand, x12Command, generateCommand];

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const list = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    "Usage: dorsal COMMAND [options]",
    "",
    ...list,
    "",
    "dorsal COMMAND --help shows a command's options and examples.",
    "Exit codes: 0 accepted or clean, 1 something blocks, 2 refused or unreadable.",
  ].join("\n");
}

/** Runs the command line; returns the exit code and never throws for a mistake of the caller. */
export async function run(args: string[], output: Output): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    output.out(overview());
    return name === undefined ? EXIT.unreadable : EXIT.ok;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    output.err(`dorsal has no command ${JSON.stringify(name)}.\n\n${overview()}`);
    return EXIT.unreadable;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    output.out(command.usage);
    return EXIT.ok;
  }
  try {
    return await command.run(rest, output);
  } catch (error) {
    if (isUsageMistake(error)) {
      output.err(error.message);
      return EXIT.unreadable;
    }
    throw error;
  }
}

/** Our own, and what `parseArgs` says of options that do not exist. */
function isUsageMistake(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code?.startsWith("ERR_PARSE_ARGS_") ?? false;
}
