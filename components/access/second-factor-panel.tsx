"use client";

import { ShieldCheck, ShieldOff } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Panel } from "@/components/ui/panel";
import { offerSecondFactorAction } from "@/lib/actions/account";
import { useAction } from "@/lib/query/use-action";
import { toast } from "@/lib/query/toasts";
import type { SecondFactorOffer } from "./enrol-form";

// Fetched when it is first offered: no page pays for it.
const EnrolForm = dynamic(() => import("./enrol-form").then((module) => module.EnrolForm), { ssr: false });

/** Whether an authenticator app is set up, and the way to set one up or to change it. */
export function SecondFactorPanel({ isEnrolled, isRequired }: { isEnrolled: boolean; isRequired: boolean }) {
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null);
  const [enrolled, setEnrolled] = useState(isEnrolled);
  const { run, pending } = useAction(offerSecondFactorAction, { refresh: false, onSuccess: setOffer });
  return (
    <Panel
      title="Second factor"
      description={
        isRequired
          ? "Your organization asks for a code from an authenticator app beside the password."
          : "A code from an authenticator app beside the password. Not required here, and worth having."
      }
      actions={
        enrolled ? (
          <Badge tone="success" icon={ShieldCheck}>
            On
          </Badge>
        ) : (
          <Badge tone="warning" icon={ShieldOff}>
            Off
          </Badge>
        )
      }
    >
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void run({})} pending={pending}>
          {enrolled ? "Change to another device" : "Set up an authenticator app"}
        </Button>
        {enrolled && (
          <p className="text-sm text-muted">Device lost? An administrator can reset your second factor.</p>
        )}
      </div>
      <Dialog
        title={enrolled ? "Change to another device" : "Set up an authenticator app"}
        open={offer !== null}
        onOpenChange={(open) => !open && setOffer(null)}
      >
        {offer && (
          <EnrolForm
            offer={offer}
            onEnrolled={() => {
              setOffer(null);
              setEnrolled(true);
              toast.success("The second factor is on. Your other sessions have ended.");
            }}
          />
        )}
      </Dialog>
    </Panel>
  );
}
