"use client";

import { useCallback, useEffect, useSyncExternalStore } from "react";

/**
 * What somebody typed to find a claim: a name, a member id. It stays in this tab, under the person and list it was typed
 * for, so that it is still there when they come back from a claim. It is in no address, and gone when they sign out or
 * turn to another list.
 */
interface TypedText {
  /** Person and list. */
  owner: string;
  text: string;
}

const STORE = "dorsal.typed";
const NOTHING: TypedText = { owner: "", text: "" };

const listeners = new Set<() => void>();
/** Undefined until the tab's storage was looked at; holds the text where the storage is closed. */
let current: TypedText | undefined;

function read(): TypedText {
  if (current === undefined) {
    try {
      const stored: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? "null");
      current = isTypedText(stored) ? stored : NOTHING;
    } catch {
      current = NOTHING;
    }
  }
  return current;
}

function keep(typed: TypedText): void {
  current = typed;
  try {
    if (typed.text === "") sessionStorage.removeItem(STORE);
    else sessionStorage.setItem(STORE, JSON.stringify(typed));
  } catch {
    // Storage is closed: the text lives as long as the page.
  }
  for (const listener of listeners) listener();
}

/** What `owner` typed; nothing when it was somebody else, or another list. */
export function readTypedText(owner: string): string {
  const typed = read();
  return typed.owner === owner ? typed.text : "";
}

export function writeTypedText(owner: string, text: string): void {
  keep({ owner, text });
}

/** For signing out, and for lists that were left. */
export function forgetTypedText(): void {
  keep(NOTHING);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The text of one person and list. The server, and with it the first paint, knows none. */
export function useTypedText(owner: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => readTypedText(owner),
    () => "",
  );
  useEffect(() => {
    if (read().text !== "" && read().owner !== owner) forgetTypedText();
  }, [owner]);
  return [text, useCallback((next: string) => writeTypedText(owner, next), [owner])];
}

function isTypedText(stored: unknown): stored is TypedText {
  if (typeof stored !== "object" || stored === null) return false;
  const { owner, text } = stored as Record<string, unknown>;
  return typeof owner === "string" && typeof text === "string";
}
