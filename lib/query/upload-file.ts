import type { ErrorView } from "@/lib/domain/shared/app-error";
import { goToSignIn, RequestFailed } from "./fetch-value";

/**
 * Sends a file as the raw body of a request, with the share that has left so far (0 to 1). XMLHttpRequest, because fetch
 * does not tell how much of a body was sent. Throws RequestFailed with the server's words.
 */
export function uploadFile<T>(
  address: string,
  file: File,
  headers: Record<string, string>,
  onProgress: (share: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      const body = request.response as { value?: T; error?: ErrorView } | null;
      if (request.status < 300 && body?.value !== undefined) return resolve(body.value);
      if (body?.error?.code === "not_signed_in") goToSignIn();
      reject(new RequestFailed(request.status, body?.error ?? BROKEN));
    };
    request.onerror = () => reject(new RequestFailed(0, BROKEN));
    request.send(file);
  });
}

const BROKEN: ErrorView = {
  code: "unexpected",
  message: "The upload broke off.",
  next: "Check the connection and send the file again; nothing was imported.",
};
