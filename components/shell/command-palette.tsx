"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { Keyboard, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { dialogBackdrop, dialogPopup } from "@/components/ui/popup-styles";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import { WORK_QUEUE_NAMES, WORK_QUEUES } from "@/lib/domain/claims/work-queues";
import { ClaimHits, useClaimHits } from "./claim-hits";
import { DENIAL_QUEUE_NAMES, DENIAL_QUEUES } from "@/lib/domain/denials/denial-queues";
import { DENIAL_LETTERS, denialQueueHref, QUEUE_LETTERS, queueHref, SECTIONS } from "./navigation";
import { PaletteItem, PALETTE_GROUP } from "./palette-item";
import { usePreferences } from "./preferences/use-preferences";
import { useShellSession } from "@/lib/query/shell-session";
import { takeTypedAhead } from "./typed-ahead";
import { useSignOut } from "./use-sign-out";

/** One field for everything: claims by number, patient or member id, places, and what can be done. */
export function CommandPalette({
  open,
  onOpenChange,
  onHelp,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onHelp: () => void;
}) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialogBackdrop} />
        <Dialog.Popup
          className={cn(dialogPopup, "max-w-2xl overflow-hidden")}
          aria-label="Search and commands"
        >
          <PaletteBody close={() => onOpenChange(false)} onHelp={onHelp} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({ close, onHelp }: { close: () => void; onHelp: () => void }) {
  const router = useRouter();
  const { can } = useShellSession();
  const [text, setText] = useState("");
  const hits = useClaimHits(text);
  const [chosen, setChosen] = useState("");
  const [firstHit, setFirstHit] = useState<string | undefined>();
  // Found claims come a moment later than places; Enter must then open the first claim, not a place.
  if (hits.hits[0]?.claimId !== firstHit) {
    setFirstHit(hits.hits[0]?.claimId);
    if (hits.hits[0]) setChosen(hits.hits[0].claimId);
  }
  const go = (href: string) => {
    close();
    router.push(href);
  };
  return (
    <Command
      label="Search and commands"
      value={chosen}
      onValueChange={setChosen}
      loop
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Search className="size-4 shrink-0 text-faint" aria-hidden />
        <Command.Input
          value={text}
          onValueChange={setText}
          onFocus={() => setText((before) => before + takeTypedAhead())}
          placeholder="Claim number, patient, member id, or a place…"
          className="h-12 w-full bg-transparent text-lg outline-none"
        />
        <Kbd>Esc</Kbd>
      </div>
      <Command.List className="max-h-[min(28rem,60vh)] overflow-y-auto p-1.5">
        {hits.hits.length === 0 && (
          <Command.Empty className="px-3 py-8 text-center text-muted">
            {hits.pending
              ? "Searching…"
              : "Nothing matches. Claims are found by the beginning of a number or name."}
          </Command.Empty>
        )}
        {can("claims.view") && <ClaimHits hits={hits} onChoose={(id) => go(`/claims/${id}`)} />}
        {can("claims.view") && (
          <Command.Group heading="Queues" className={PALETTE_GROUP}>
            {WORK_QUEUE_NAMES.map((name) => (
              <PaletteItem
                key={name}
                value={`queue ${WORK_QUEUES[name].label}`}
                keys={`g ${QUEUE_LETTERS[name]}`}
                onSelect={() => go(queueHref(name))}
              >
                {WORK_QUEUES[name].label}
              </PaletteItem>
            ))}
          </Command.Group>
        )}
        {can("denials.view") && (
          <Command.Group heading="Denials" className={PALETTE_GROUP}>
            {DENIAL_QUEUE_NAMES.map((name) => (
              <PaletteItem
                key={name}
                value={`denials ${DENIAL_QUEUES[name].label}`}
                keys={`g ${DENIAL_LETTERS[name]}`}
                onSelect={() => go(denialQueueHref(name))}
              >
                {DENIAL_QUEUES[name].label}
              </PaletteItem>
            ))}
          </Command.Group>
        )}
        <Command.Group heading="Go to" className={PALETTE_GROUP}>
          {SECTIONS.flatMap((section) => section.items)
            .filter((item) => can(item.permission))
            .map((item) => (
              <PaletteItem
                key={item.href}
                value={`${item.label} ${item.words ?? ""}`}
                keys={`g ${item.letter}`}
                icon={<item.icon aria-hidden />}
                onSelect={() => go(item.href)}
              >
                {item.label}
              </PaletteItem>
            ))}
          <PaletteItem value="account password second factor sessions" onSelect={() => go("/account")}>
            Your account
          </PaletteItem>
        </Command.Group>
        <Commands close={close} onHelp={onHelp} go={go} />
      </Command.List>
    </Command>
  );
}

function Commands({
  close,
  onHelp,
  go,
}: {
  close: () => void;
  onHelp: () => void;
  go: (href: string) => void;
}) {
  const { can } = useShellSession();
  const { theme, density, setTheme, setDensity } = usePreferences();
  const { signOut } = useSignOut();
  const then = (run: () => void) => () => {
    close();
    run();
  };
  return (
    <Command.Group heading="Do" className={PALETTE_GROUP}>
      {can("imports.create") && (
        <PaletteItem value="import a claim file upload 837" onSelect={() => go("/imports")}>
          Import a claim file
        </PaletteItem>
      )}
      {can("batches.release") && (
        <PaletteItem value="release ready claims batch" onSelect={() => go("/batches")}>
          Release ready claims
        </PaletteItem>
      )}
      <PaletteItem
        value="theme dark light appearance"
        onSelect={then(() => setTheme(theme === "dark" ? "light" : "dark"))}
      >
        {theme === "dark" ? "Light theme" : "Dark theme"}
      </PaletteItem>
      <PaletteItem
        value="density rows comfortable dense"
        onSelect={then(() => setDensity(density === "dense" ? "comfortable" : "dense"))}
      >
        {density === "dense" ? "Comfortable rows" : "Dense rows"}
      </PaletteItem>
      <PaletteItem
        value="help keyboard shortcuts keys"
        keys="?"
        icon={<Keyboard aria-hidden />}
        onSelect={then(onHelp)}
      >
        Keyboard and help
      </PaletteItem>
      <PaletteItem value="sign out log out leave" onSelect={then(signOut)}>
        Sign out
      </PaletteItem>
    </Command.Group>
  );
}
