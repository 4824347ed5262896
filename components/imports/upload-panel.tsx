"use client";

import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { useDropzone } from "react-dropzone";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { errorViewOf } from "@/lib/query/fetch-value";
import { uploadFile } from "@/lib/query/upload-file";
import { UploadRow, type Upload } from "./upload-row";

interface Created {
  importId: string;
  alreadyImported: boolean;
}

/**
 * Drop files here, or choose them: one goes after the other, each with its progress to the end of its import. `history`: the
 * claims were sent before unless somebody says otherwise.
 */
export function UploadPanel({
  title = "Drop claim files and remittances here",
  hint = "Claims (837P) and what payers answered (835), as your billing system or clearinghouse writes them.",
  history = false,
}: {
  title?: string;
  hint?: string;
  history?: boolean;
}) {
  const [isHistory, setHistory] = useState(history);
  const { uploads, add } = useUploads();
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    onDrop: (files) => add(files, isHistory),
    noClick: true,
    noKeyboard: true,
  });
  return (
    <section aria-label="Import files" className="rounded-lg border border-line bg-surface shadow-low">
      <input {...getInputProps({ "aria-label": "Claim files to import" })} />
      <div
        {...getRootProps()}
        className={cn(
          "m-3 grid gap-x-4 gap-y-3 rounded-md border border-dashed border-line-strong px-5 py-4 sm:grid-cols-[auto_1fr] sm:items-center",
          isDragActive && "border-solid border-accent bg-accent-soft",
        )}
      >
        <span className="flex size-11 items-center justify-center rounded-full bg-accent-soft text-accent-ink max-sm:hidden">
          <FileUp className="size-5" aria-hidden />
        </span>
        <div className="grid gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <div>
              <p className="text-lg font-semibold">{isDragActive ? "Let go to import" : title}</p>
              <p className="text-muted">{hint}</p>
            </div>
            <Button variant="primary" onClick={open}>
              Choose files
            </Button>
          </div>
          <Checkbox checked={isHistory} onChange={setHistory}>
            The claims in these files were already sent to the payers
            <span className="block text-sm text-muted">
              They are checked, compared and kept as history; nobody has to work them.
            </span>
          </Checkbox>
        </div>
      </div>
      {uploads.length > 0 && (
        <ul className="border-t border-line">
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Sends one file after the other, so that a slow line is not shared and the order is the one of choosing. */
function useUploads() {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const tail = useRef(Promise.resolve());
  const put = (key: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));

  const send = async (key: string, file: File, isHistory: boolean) => {
    try {
      const created = await uploadFile<Created>(
        "/api/v1/imports",
        file,
        { "x-file-name": encodeURIComponent(file.name), ...(isHistory ? { "x-history": "1" } : {}) },
        (share) => put(key, { share }),
      );
      put(key, { ...created, share: 1 });
    } catch (error) {
      put(key, { error: errorViewOf(error) });
    }
  };
  const add = (files: File[], isHistory: boolean) => {
    for (const file of files) {
      const key = crypto.randomUUID();
      const upload = { key, name: file.name, bytes: file.size, share: 0, importId: null, error: null };
      setUploads((all) => [{ ...upload, alreadyImported: false }, ...all]);
      tail.current = tail.current.then(() => send(key, file, isHistory));
    }
  };
  return { uploads, add };
}
