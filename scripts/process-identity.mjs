// Is that process still the one we mean? Process numbers are given out again, also after a restart of the machine.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function fromPs(field, pid) {
  try {
    return execFileSync("ps", ["-o", `${field}=`, "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/** Something that no other process ever has: when it was started, and since which start of the machine. Null: it is gone. */
export function identityOf(pid) {
  if (process.platform !== "linux") return fromPs("lstart", pid);
  const stat = read(`/proc/${pid}/stat`);
  if (!stat) return null;
  // The name in brackets may hold spaces; what follows the last bracket is regular.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z") return null;
  return `${read("/proc/sys/kernel/random/boot_id")?.trim() ?? ""} ${fields[19]}`;
}

/** The command line of a living process, or null. */
export function commandOf(pid) {
  if (process.platform !== "linux") return fromPs("command", pid);
  return read(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim() || null;
}

/** Waits until a process is gone; answers whether it went in time. */
export async function waitUntilGone(pid, seconds) {
  const end = Date.now() + seconds * 1000;
  while (identityOf(pid) !== null) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
