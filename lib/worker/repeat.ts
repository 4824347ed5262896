import { logger } from "@/lib/logger";

/**
 * Runs a chore, waits, runs it again, until told to stop; a round that fails is logged and the next one comes all the
 * same. Answers how to stop: it waits for the round that is running.
 */
export function repeat(
  kind: string,
  everyMs: number,
  chore: (signal: AbortSignal) => Promise<unknown>,
): () => Promise<void> {
  const stopping = new AbortController();
  let wake: () => void = () => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const rounds = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await chore(stopping.signal);
      } catch (error) {
        logger.error("worker.chore_failed", { kind, error });
      }
      if (!stopping.signal.aborted) await pause();
    }
  })();

  return async () => {
    stopping.abort();
    wake();
    await rounds;
  };
}
