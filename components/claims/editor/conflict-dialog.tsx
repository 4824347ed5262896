"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { CorrectionConflict } from "@/lib/domain/claims/claim-screen";
import { fieldInWords } from "@/lib/domain/claims/claim-fields";
import { BeforeAfter } from "../difference-list";
import { conflictRows } from "./conflict-rows";

/** Somebody was faster: field by field what they changed, and what was refused. Nothing was overwritten. */
export function ConflictDialog({
  conflict,
  onClose,
}: {
  conflict: CorrectionConflict | null;
  onClose: () => void;
}) {
  const router = useRouter();
  if (conflict === null) return null;
  const rows = conflictRows(conflict);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="large"
      title={`${conflict.changedBy ?? "Somebody"} changed this claim after you opened it`}
      description="Nothing was overwritten, and what you typed is kept. Load the present version, then decide field by field."
      footer={
        <Button
          variant="primary"
          onClick={() => {
            router.refresh();
            onClose();
          }}
        >
          Load version {conflict.currentVersion}
        </Button>
      }
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">Fields changed by others and by you</caption>
        <thead>
          <tr className="border-b border-line text-left text-sm text-muted">
            <th scope="col" className="py-1 pr-4 font-medium">
              Field
            </th>
            <th scope="col" className="py-1 pr-4 font-medium">
              Theirs, saved
            </th>
            <th scope="col" className="py-1 font-medium">
              Yours, not saved
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.line}-${row.field}`} className="border-b border-line align-top">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {fieldInWords(row.line, row.field)}
              </th>
              <td className="py-1.5 pr-4">
                {row.theirs ? <BeforeAfter {...row.theirs} /> : <span className="text-faint">unchanged</span>}
              </td>
              <td className="py-1.5">
                {row.yours ? <BeforeAfter {...row.yours} /> : <span className="text-faint">unchanged</span>}
              </td>
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={3} className="py-3 text-muted">
                The claim was saved again without a difference in its fields.
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </Dialog>
  );
}
