"use client";

import { Select } from "@/components/ui/select";
import type { Density, Theme } from "./preference-names";
import { usePreferences } from "./use-preferences";

export const THEME_OPTIONS: { value: Theme; label: string }[] = [
  { value: "system", label: "Like the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];
export const DENSITY_OPTIONS: { value: Density; label: string }[] = [
  { value: "dense", label: "Dense rows" },
  { value: "comfortable", label: "Comfortable rows" },
];

/** Theme and density as two small selects, for pages outside the shell. */
export function PreferenceControls() {
  const { theme, density, setTheme, setDensity } = usePreferences();
  return (
    <div className="flex gap-2">
      <Select label="Theme" value={theme} onChange={setTheme} options={THEME_OPTIONS} className="w-40" />
      <Select
        label="Density"
        value={density}
        onChange={setDensity}
        options={DENSITY_OPTIONS}
        className="w-44"
      />
    </div>
  );
}
