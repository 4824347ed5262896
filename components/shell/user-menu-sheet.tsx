"use client";

import { LogOut, Monitor, Moon, Rows3, Rows4, Sun, UserCog } from "lucide-react";
import { Menu, MenuItem, MenuRadioGroup, MenuSeparator } from "@/components/ui/menu";
import { ROLE_LABELS } from "@/lib/domain/access/roles";
import type { Density, Theme } from "./preferences/preference-names";
import { usePreferences } from "./preferences/use-preferences";
import { useShellSession } from "@/lib/query/shell-session";
import { UserButton } from "./user-button";
import { useSignOut } from "./use-sign-out";

const THEMES: { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: "system", label: "Like the system", icon: <Monitor aria-hidden /> },
  { value: "light", label: "Light", icon: <Sun aria-hidden /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden /> },
];
const DENSITIES: { value: Density; label: string; icon: React.ReactNode }[] = [
  { value: "dense", label: "Dense", icon: <Rows4 aria-hidden /> },
  { value: "comfortable", label: "Comfortable", icon: <Rows3 aria-hidden /> },
];

/** The menu itself: who is signed in, how it looks to them, and the way out. Comes open, as it is fetched when asked for. */
export function UserMenuSheet() {
  const { member, organization } = useShellSession();
  const { theme, density, setTheme, setDensity } = usePreferences();
  const { signOut, pending } = useSignOut();
  return (
    <Menu align="end" label="Your account" defaultOpen trigger={<UserButton />}>
      <div className="px-2 pt-1.5 pb-1">
        <p className="font-semibold">{member.name}</p>
        <p className="text-sm text-muted">
          {ROLE_LABELS[member.role]} · {organization.name}
        </p>
      </div>
      <MenuSeparator />
      <MenuItem icon={<UserCog aria-hidden />} href="/account">
        Password, second factor, sessions
      </MenuItem>
      <MenuSeparator />
      <MenuRadioGroup label="Theme" value={theme} onChange={setTheme} options={THEMES} />
      <MenuRadioGroup label="Rows" value={density} onChange={setDensity} options={DENSITIES} />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={signOut} disabled={pending}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
