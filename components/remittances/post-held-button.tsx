"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { postHeldPaymentAction } from "@/lib/actions/remittances";
import type { PaymentView } from "@/lib/domain/remittances/remittance-screen";
import { countOf } from "@/lib/format/counts";
import { formatCents } from "@/lib/format/money";
import { useAction } from "@/lib/query/use-action";

/** Posts a held payment as it is. What it does to the books is said first; it asks why. */
export function PostHeldButton({
  payment,
}: {
  payment: Pick<PaymentView, "id" | "version" | "claimCount" | "amountCents" | "gapCents">;
}) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const post = useAction(postHeldPaymentAction, {
    success: ({ gapCents }) =>
      gapCents === 0
        ? "The payment was posted."
        : `The payment was posted; ${formatCents(gapCents)} stands as its difference.`,
    onSuccess: () => setOpen(false),
    onError: (error) => error.fields?.reason !== undefined,
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      initialFocus={field}
      width="small"
      title="Post it although it does not add up?"
      description={`${countOf(payment.claimCount, "claim")} and the deposit of ${formatCents(payment.amountCents)} go into the books. This cannot be taken back here.`}
      trigger={<Button>Post anyway…</Button>}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button
            variant="primary"
            pending={post.pending}
            onClick={() => void post.run({ paymentId: payment.id, seenVersion: payment.version, reason })}
          >
            Post the payment
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>
          {payment.gapCents === 0
            ? "What its claims leave unexplained becomes an entry of each such claim and stays open."
            : `The ${formatCents(Math.abs(payment.gapCents))} that its claims do not explain become an entry of their own, so that the books are worth the deposit to the cent.`}
        </p>
        <Field
          label="Why is it right to post it?"
          description="Stands with the payment, with your name. No patient data."
          error={post.error?.fields?.reason}
        >
          <Textarea
            ref={field}
            value={reason}
            maxLength={500}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
