/**
 * A file to save, never to show: streamed, not kept by any cache, and named in a way that no file name can break out of
 * the header.
 */
export function fileResponse(
  body: AsyncIterable<Uint8Array> | Uint8Array<ArrayBuffer> | string,
  file: { fileName: string; mediaType: string; byteSize?: number },
): Response {
  const headers = new Headers({
    "content-type": file.mediaType,
    "content-disposition": disposition(file.fileName),
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  if (file.byteSize !== undefined) headers.set("content-length", String(file.byteSize));
  const isWhole = typeof body === "string" || body instanceof Uint8Array;
  return new Response(isWhole ? body : toStream(body), { headers });
}

function disposition(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w.-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

function toStream(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
