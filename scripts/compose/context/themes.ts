/** Lines by theme, in the order of page one. */
import { THEMES, type Theme } from "../../model/nomenclature.ts";
import { type Context, findLine } from "./context.ts";
import type { CountedLine } from "./lines.ts";

const THEME_LABELS: Readonly<Record<Theme, string>> = {
  personnes: "Personnes",
  vols: "Vols et atteintes aux biens",
  logements: "Logements",
  vehicules: "Véhicules",
  "cadre-de-vie": "Cadre de vie",
};

/** Themes without a line are left out; the lines that the nomenclature does not know come last. */
export function linesByTheme(c: Context, lines: readonly CountedLine[]) {
  const own = (theme: Theme | undefined) =>
    lines.filter(({ whole }) => findLine(c, whole.statement, whole.indicator)?.theme === theme);
  return [
    ...THEMES.map((theme) => ({ label: THEME_LABELS[theme], lines: own(theme) })),
    { label: "Autres lignes transmises", lines: own(undefined) },
  ].filter((group) => group.lines.length > 0);
}
