"use client";

import { MemberMark as Mark } from "@/components/ui/member-mark";
import { useWorklistSetting } from "./worklist-context";

/** A person of the worklist; oneself stands out. */
export function MemberMark({ name, id }: { name: string; id: string | null }) {
  const { me } = useWorklistSetting();
  return <Mark name={name} isMe={id === me.id} />;
}
