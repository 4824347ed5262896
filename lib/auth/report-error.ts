import "server-only";
import { AppError, type ErrorView } from "@/lib/domain/shared/app-error";

/**
 * Turns whatever was thrown into words for the browser. An expected failure says what it says. Anything else is
 * logged by the id of its request, with its kind and place but without its text: messages of Prisma and PostgreSQL
 * carry the values they stumbled over.
 */
export function reportError(error: unknown, where: { requestId: string; name: string }): AppError {
  if (error instanceof AppError) return error;
  const thrown = error instanceof Error ? error : null;
  const line = {
    level: "error",
    event: "unexpected_error",
    requestId: where.requestId,
    name: where.name,
    kind: thrown?.name ?? typeof error,
    code: codeOf(error),
    at: framesOf(thrown),
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
  return new AppError("unexpected", "Something went wrong on our side; nothing was changed.", {
    next: `Try again. If it stays, tell your administrator this reference: ${where.requestId}`,
  });
}

export type { ErrorView };

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^[A-Z0-9_]{2,40}$/i.test(code) ? code : undefined;
}

/** The frames of a stack without its first lines, which repeat the message. */
function framesOf(error: Error | null): string[] {
  const frames = (error?.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 8).map((line) => line.trim());
}
