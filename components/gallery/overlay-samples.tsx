"use client";

import { Copy, Ellipsis, Trash2 } from "lucide-react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/input";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { Panel } from "@/components/ui/panel";
import { Popover } from "@/components/ui/popover";
import { Tooltip } from "@/components/ui/tooltip";
import { toast } from "@/lib/query/toasts";
import { Sample } from "./sample";

/** What lies over the page. */
export function OverlaySamples() {
  return (
    <Panel title="Over the page">
      <Sample label="Windows">
        <Dialog
          title="Override this finding"
          description="R-M01 on line 2: modifier 76 without a repeat procedure."
          trigger={<Button>Open a dialog</Button>}
          footer={
            <>
              <DialogClose render={<Button variant="ghost">Cancel</Button>} />
              <Button variant="primary">Override</Button>
            </>
          }
        >
          <Field label="Reason" description="Kept with the claim; others will read it.">
            <Textarea rows={4} />
          </Field>
        </Dialog>
        <AlertDialog
          title="Hand over batch 12?"
          confirm="Hand over batch 12"
          onConfirm={() => toast.success("Batch 12 was handed over.")}
          trigger={<Button>Ask first</Button>}
        >
          Once its file has left, the release cannot be taken back.
        </AlertDialog>
      </Sample>
      <Sample label="Sheets">
        <Menu trigger={<IconButton label="More" icon={<Ellipsis />} variant="secondary" />}>
          <MenuItem icon={<Copy aria-hidden />} shortcut="C">
            Copy the claim number
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 aria-hidden />} tone="danger">
            Take back
          </MenuItem>
        </Menu>
        <Popover title="Why is it here?" trigger={<Button variant="link">Why is it here?</Button>}>
          <p className="text-muted">It carries stimulation codes and needs a specialty coder.</p>
        </Popover>
        <Tooltip content="Takes the next claim" shortcut="N">
          <Button>Hover me</Button>
        </Tooltip>
      </Sample>
      <Sample label="Toasts">
        <Button
          onClick={() =>
            toast.success("Line 2 has modifier 76 now.", {
              action: { label: "Undo", onClick: () => toast.info("Undone.") },
            })
          }
        >
          Success with undo
        </Button>
        <Button
          onClick={() =>
            toast.error("The claim changed while you were editing.", {
              description: "Look at both versions.",
            })
          }
        >
          Failure
        </Button>
      </Sample>
    </Panel>
  );
}
