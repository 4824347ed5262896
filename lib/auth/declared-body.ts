import { AppError } from "@/lib/domain/shared/app-error";

/**
 * The request's body piece by piece. Throws `refused` at its end when it is shorter or longer than was declared: a cut
 * upload must not become a file that looks whole.
 */
export async function* declaredBody(request: Request): AsyncGenerator<Uint8Array, void, undefined> {
  const declared = request.headers.get("content-length");
  let received = 0;
  if (request.body) {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      received += chunk.byteLength;
      yield chunk;
    }
  }
  if (declared !== null && received !== Number(declared)) {
    throw new AppError("refused", "The upload broke off before the file was complete.", {
      next: "Check the connection and send the file again.",
    });
  }
}
