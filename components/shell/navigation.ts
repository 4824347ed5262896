import {
  BookOpenCheck,
  ChartColumn,
  Building2,
  FileInput,
  HandCoins,
  House,
  Landmark,
  PackageCheck,
  ScanLine,
  ScrollText,
  Undo2,
  Users,
  type LucideIcon,
} from "lucide-react";
import type { Permission } from "@/lib/domain/access/permissions";
import type { Role } from "@/lib/domain/access/roles";
import type { WorkQueue } from "@/lib/domain/claims/work-queues";
import type { DenialQueue } from "@/lib/domain/denials/denial-queues";

export interface Destination {
  label: string;
  href: string;
  icon: LucideIcon;
  permission: Permission;
  /** Pressed after g. */
  letter: string;
  /** For the palette: other words people use for it. */
  words?: string;
}

export interface Section {
  label: string;
  items: readonly Destination[];
}

/** Above the queues: how one's work and all of it stand. No role has two homes, so they share a letter. */
export const OVERVIEW: Section = {
  label: "Overview",
  items: [
    {
      label: "My coding",
      href: "/home/coding",
      icon: House,
      permission: "claims.sign",
      letter: "h",
      words: "home my day findings denied of mine",
    },
    {
      label: "Denial work",
      href: "/home/denials",
      icon: House,
      permission: "denials.work",
      letter: "h",
      words: "home my day deadlines worked recovered",
    },
    {
      label: "Dashboard",
      href: "/dashboard",
      icon: ChartColumn,
      permission: "kpis.view",
      letter: "k",
      words: "key figures kpi denial rate receivables trends",
    },
    {
      label: "X-ray",
      href: "/xray",
      icon: ScanLine,
      permission: "xray.view",
      letter: "x",
      words: "835 remittances denied recovery",
    },
  ],
};

/** Everything beside the queues, the overview first. What the role does not include is not shown, and the page itself refuses it. */
export const SECTIONS: readonly Section[] = [
  OVERVIEW,
  {
    label: "Files",
    items: [
      {
        label: "Imports",
        href: "/imports",
        icon: FileInput,
        permission: "imports.view",
        letter: "i",
        words: "837 upload file quarantine",
      },
      {
        label: "Remittances",
        href: "/remittances",
        icon: HandCoins,
        permission: "remittances.view",
        letter: "n",
        words: "835 era eob payment check eft deposit plb held",
      },
      {
        label: "Batches",
        href: "/batches",
        icon: PackageCheck,
        permission: "batches.view",
        letter: "b",
        words: "release 837 download outbound",
      },
      {
        label: "Work-back",
        href: "/work-back",
        icon: Undo2,
        permission: "workback.view",
        letter: "w",
        words: "corrections to key practice management csv",
      },
    ],
  },
  {
    label: "Set-up",
    items: [
      {
        label: "Payers",
        href: "/payers",
        icon: Landmark,
        permission: "payers.view",
        letter: "p",
        words: "profiles parameters filing limit second lead",
      },
      {
        label: "Edits",
        href: "/edits",
        icon: BookOpenCheck,
        permission: "payers.view",
        letter: "e",
        words: "rules catalogue denials prevented",
      },
      {
        label: "Members",
        href: "/settings/members",
        icon: Users,
        permission: "members.view",
        letter: "m",
        words: "users roles invite permissions",
      },
      {
        label: "Organization",
        href: "/settings/organization",
        icon: Building2,
        permission: "organization.view",
        letter: "o",
        words: "billing entities npi tin settings",
      },
      {
        label: "Audit trail",
        href: "/settings/audit",
        icon: ScrollText,
        permission: "audit.view",
        letter: "a",
        words: "history chain verify compliance",
      },
    ],
  },
];

/** The letter after g for each queue. */
export const QUEUE_LETTERS: Record<WorkQueue, string> = {
  specialty: "q",
  general: "c",
  review: "r",
  ready: "y",
  released: "l",
  filed: "f",
};

export function queueHref(queue: WorkQueue): string {
  return `/worklist?queue=${queue}`;
}

/** The letter after g for each queue of denials. */
export const DENIAL_LETTERS: Record<DenialQueue, string> = { to_work: "d", waiting: "t", settled: "s" };

export function denialQueueHref(queue: DenialQueue): string {
  return `/denials?queue=${queue}`;
}

/** Where a role's day begins. */
export function homeOf(role: Role): string {
  switch (role) {
    case "coder":
    case "lead_coder":
      return "/home/coding";
    case "denial_specialist":
    case "denial_lead":
      return "/home/denials";
    case "leader":
    case "physician":
      return "/dashboard";
    case "administrator":
      return "/imports";
    case "compliance_officer":
      return "/settings/audit";
    default:
      return queueHref("specialty");
  }
}
