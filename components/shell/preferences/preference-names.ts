/** What a person chose about the look. Kept in cookies, so that the server paints the first frame right: no flash. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ["dense", "comfortable"] as const;
export type Density = (typeof DENSITIES)[number];

export const THEME_COOKIE = "dorsal_theme";
export const DENSITY_COOKIE = "dorsal_density";

export function toTheme(text: string | undefined): Theme {
  return THEMES.find((theme) => theme === text) ?? "system";
}

export function toDensity(text: string | undefined): Density {
  return DENSITIES.find((density) => density === text) ?? "dense";
}
