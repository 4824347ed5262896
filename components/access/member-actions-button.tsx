"use client";

import { Ellipsis } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { useFetched } from "@/components/ui/use-fetched";
import type { MemberRow } from "./member-row";

const fetchActions = () => import("./member-actions").then((module) => module.MemberActions);

/** The button before the actions of a member. Their code is fetched when it is pressed, so that no page starts with it. */
export function MemberActionsButton({ member }: { member: MemberRow }) {
  const { part: Actions, near, ask } = useFetched(fetchActions);
  if (Actions) return <Actions member={member} />;
  return (
    <IconButton
      label={`Actions for ${member.name}`}
      size="small"
      icon={<Ellipsis />}
      aria-haspopup="menu"
      onPointerEnter={near}
      onFocus={near}
      onClick={ask}
    />
  );
}
