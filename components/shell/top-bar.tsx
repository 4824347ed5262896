"use client";

import { Keyboard, Menu as MenuIcon, Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut, useShortcutHint } from "@/components/ui/shortcuts/use-shortcut";
import { useShellSession } from "@/lib/query/shell-session";
import { startTypingAhead } from "./typed-ahead";
import { UserMenu } from "./user-menu";

// Fetched at the first key or when the pointer comes near: no page's start pays for it, and it is there when asked for.
const fetchPalette = () => import("./command-palette").then((module) => module.CommandPalette);
const CommandPalette = dynamic(fetchPalette, { ssr: false });
const near = () => void fetchPalette().catch(() => undefined);

const PALETTE = { id: "shell.palette", keys: "Mod+k", label: "Search and commands", group: "Everywhere" };
const SEARCH = { id: "shell.search", keys: "/", label: "Search claims", group: "Everywhere" };

/** Above every page: the practice, the search, help and the person. */
export function TopBar({ onMenu, onHelp }: { onMenu: () => void; onHelp: () => void }) {
  const { organization } = useShellSession();
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    document.addEventListener("keydown", near, { once: true });
    return () => document.removeEventListener("keydown", near);
  }, []);
  const show = () => {
    startTypingAhead();
    setOpened(true);
    setOpen(true);
  };
  useShortcut(PALETTE, show);
  useShortcut(SEARCH, show);
  // Where letters are switched off, the chord still works and is what is shown.
  const letter = useShortcutHint(SEARCH);
  const chord = useShortcutHint(PALETTE);
  return (
    <header className="sticky top-0 z-30 flex h-(--top-bar) items-center gap-1.5 border-b border-line bg-surface px-2 sm:gap-3 sm:px-6 print:static">
      <IconButton
        label="Queues and places"
        icon={<MenuIcon />}
        className="lg:hidden print:hidden"
        onClick={onMenu}
      />
      <p className="min-w-0 truncate text-base font-semibold max-sm:hidden">{organization.name}</p>
      <button
        type="button"
        onClick={show}
        onPointerEnter={near}
        onFocus={near}
        className="mx-auto flex h-8 w-full max-w-md min-w-0 items-center gap-2 rounded-md border border-line-strong/60 bg-canvas px-2.5 text-left text-base text-faint hover:border-line-strong hover:text-muted print:hidden"
      >
        <Search className="size-4 shrink-0" aria-hidden />
        <span className="min-w-0 flex-1 truncate">Search claims, patients, places…</span>
        <Kbd className="max-sm:hidden">{letter ?? chord}</Kbd>
      </button>
      <div className="flex items-center gap-1 print:hidden">
        <IconButton label="Keyboard and help" shortcut="?" icon={<Keyboard />} onClick={onHelp} />
        <UserMenu />
      </div>
      {opened && <CommandPalette open={open} onOpenChange={setOpen} onHelp={onHelp} />}
    </header>
  );
}
