"use client";

import { useState, useSyncExternalStore } from "react";
import {
  DENSITY_COOKIE,
  THEME_COOKIE,
  toDensity,
  toTheme,
  type Density,
  type Theme,
} from "./preference-names";

const YEAR_SECONDS = 31_536_000;

/** Theme and density as chosen, with the way to choose anew; takes effect at once and is remembered for a year. */
export function usePreferences() {
  const [, repaint] = useState(0);
  const read = (name: string) => document.documentElement.dataset[name];
  const never = () => () => undefined;
  const theme = toTheme(
    useSyncExternalStore(
      never,
      () => read("theme"),
      () => undefined,
    ),
  );
  const density = toDensity(
    useSyncExternalStore(
      never,
      () => read("density"),
      () => undefined,
    ),
  );
  const choose = (name: "theme" | "density", cookie: string, value: string, isDefault: boolean) => {
    if (isDefault) delete document.documentElement.dataset[name];
    else document.documentElement.dataset[name] = value;
    document.cookie = `${cookie}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    repaint((count) => count + 1);
  };
  return {
    theme,
    density,
    setTheme: (next: Theme) => choose("theme", THEME_COOKIE, next, next === "system"),
    setDensity: (next: Density) => choose("density", DENSITY_COOKIE, next, next === "dense"),
  };
}
