import "server-only";
import { AppError } from "@/lib/domain/shared/app-error";
import { logger } from "@/lib/logger";

/**
 * Turns whatever was thrown into words for the browser. An expected failure says what it says. Anything else is
 * logged by the id of its request, and the browser learns nothing but that id: messages of Prisma and PostgreSQL carry
 * the values they stumbled over.
 */
export function reportError(error: unknown, where: { requestId: string; name: string }): AppError {
  if (error instanceof AppError) return error;
  logger.error("request.failed", { requestId: where.requestId, task: where.name, error });
  return new AppError("unexpected", "Something went wrong on our side; nothing was changed.", {
    next: `Try again. If it stays, tell your administrator this reference: ${where.requestId}`,
  });
}
