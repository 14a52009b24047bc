/** Counts, printed figures and files made in code, for the tests of the rules. */

import { type CheckInput, check } from "../../scripts/check/index.ts";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import type { Grid } from "../../scripts/model/grid.ts";
import type { Issue, Told } from "../../scripts/model/issue.ts";
import type { Force, Observation, PrintedFigure, Recognition } from "../../scripts/model/observation.ts";
import { type Period, parsePeriodKey, parseQuarterId } from "../../scripts/model/period.ts";
import { tell } from "../../scripts/model/remarks/index.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { spoken } from "../spoken.ts";

export const period = (text: string): Period => {
  const found = parseQuarterId(text) ?? parsePeriodKey(text);
  if (!found) throw new Error(`no period: ${text}`);
  return found;
};

/** "cambriolages-logement PN 2026-T1 12", with what differs from the defaults. */
export function count(text: string, more: Partial<Observation> & { file?: string; row?: number } = {}): Observation {
  const [indicator = "", force = "", span = "", value = ""] = text.split(" ");
  const { file, row = 1, ...rest } = more;
  const delivery = rest.delivery ?? "2026-T1";
  return {
    statement: "IS101",
    indicator: indicator.startsWith("?") ? null : indicator,
    label: indicator.replace("?", ""),
    family: null,
    kind: "line",
    force: force as Force,
    period: period(span),
    value: value === "nd" ? null : Number(value),
    status: value === "nd" ? "missing" : "normal",
    delivery,
    provenance: { file: file ?? `${delivery}/IS101.csv`, part: "CSV", row, column: 2, raw: value },
    ...rest,
  };
}

/** The change printed at the end of the row of a line. */
export const printed = (raw: string, more: Partial<PrintedFigure> = {}): PrintedFigure => ({
  statement: "IS101",
  indicator: "homicides",
  label: "Homicides",
  family: null,
  force: "ensemble",
  measure: raw.includes("%") ? "change-percent" : "change",
  value: Number(raw.replace(/[^\d,.+-]/g, "").replace(",", ".")),
  precision: 0.5 * 10 ** -(/,(\d+)/.exec(raw)?.[1]?.length ?? 0),
  between: null,
  delivery: "2026-T1",
  provenance: { file: "2026-T1/IS101.csv", part: "CSV", row: 1, column: 9, raw },
  ...more,
});

export const grid = (file: string, rows: readonly (readonly string[])[]): Grid => ({
  file,
  part: "CSV",
  rows: rows.map((row) => row.map((text) => ({ text }))),
});

/** One recognition a file of the counts; files with neither count nor table by `files`. */
export function recognise(
  observations: readonly Observation[],
  figures: readonly PrintedFigure[] = [],
  grids: readonly Grid[] = [],
): readonly Recognition[] {
  const paths = new Set([
    ...observations.map((o) => o.provenance.file),
    ...figures.map((f) => f.provenance.file),
    ...grids.map((g) => g.file),
  ]);
  return [...paths].map((path) => {
    const [delivery = "", name = ""] = path.split("/");
    const own = observations.filter((o) => o.provenance.file === path);
    return {
      file: {
        source: { path, delivery, name, sha256: "" },
        format: "csv",
        grids: grids.filter((g) => g.file === path),
      },
      tables: [],
      observations: own,
      undated: [],
      printed: figures.filter((f) => f.provenance.file === path),
    };
  });
}

export const settings = (yaml = "") => parseSettings(`commune: { nom: Essai }\n${yaml}`, "convention.yaml");

/** The issues of the rules named; `today` is before any delivery is due unless said otherwise. */
/** With their French, as a person reads them. */
export function issuesOf(rules: readonly string[], input: Partial<CheckInput>): readonly (Issue & Told)[] {
  const full = {
    recognitions: [],
    nomenclature: loadNomenclature(),
    settings: settings(),
    today: "2000-01-01",
    ...input,
  };
  return check(full)
    .filter((issue) => rules.includes(issue.rule))
    .map((issue) => ({ ...issue, ...tell(issue, "eyes") }));
}

/** What a person reads of an issue, its spaces made plain. */
export const told = (issue: Issue) => {
  const { rule, severity, message, hint = "" } = spoken(issue);
  return {
    rule,
    severity,
    message: plain(message),
    hint: plain(hint),
  };
};
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
