"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { UserButton } from "./user-button";

const fetchSheet = () => import("./user-menu-sheet").then((module) => module.UserMenuSheet);
const UserMenuSheet = dynamic(fetchSheet, { ssr: false, loading: () => <UserButton pending /> });

/** The account menu. Its code is fetched when the pointer or the focus comes near, so that no page starts with it. */
export function UserMenu() {
  const [asked, setAsked] = useState(false);
  if (asked) return <UserMenuSheet />;
  return (
    <UserButton
      onPointerEnter={() => void fetchSheet()}
      onFocus={() => void fetchSheet()}
      onClick={() => setAsked(true)}
    />
  );
}
