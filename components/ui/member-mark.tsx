import { cn } from "./cn";

/** A person as initials, with the name for whoever hovers or listens. */
export function MemberMark({ name, isMe }: { name: string; isMe: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5" title={isMe ? `${name} (you)` : name}>
      <span
        aria-hidden
        className={cn(
          "inline-flex size-6 items-center justify-center rounded-full border text-xs font-semibold",
          isMe ? "border-accent-line bg-accent-soft text-accent-ink" : "border-line bg-sunken text-muted",
        )}
      >
        {initials(name)}
      </span>
      <span className="sr-only">{isMe ? `you, ${name}` : name}</span>
    </span>
  );
}

/** "Rosa Delgado" -> "RD". */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const first = words[0]?.charAt(0) ?? "?";
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? "") : "";
  return `${first}${last}`.toUpperCase();
}
