"use client";

import { Copy } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/lib/query/toasts";

export interface InvitationLink {
  path: string;
  expiresAt: string;
}

/** The link of an invitation, to be handed over; it is shown here and never again. */
export function InvitationLinkView({ link }: { link: InvitationLink }) {
  const address = new URL(link.path, window.location.origin).href;
  return (
    <div className="grid gap-4">
      <Callout tone="warning" title="Shown only now">
        Whoever has this link can join in this person&apos;s name. Hand it over in a way that only they read.
      </Callout>
      <Field label="Invitation link" description="Works once, for seven days.">
        <Input readOnly mono value={address} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <div>
        <Button
          variant="primary"
          onClick={() => {
            navigator.clipboard
              .writeText(address)
              .then(() => toast.success("Link copied."))
              .catch(() => toast.error("The browser did not allow copying; select the link instead."));
          }}
        >
          <Copy aria-hidden />
          Copy the link
        </Button>
      </div>
    </div>
  );
}
