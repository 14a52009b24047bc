/** Tables written as plain text, and what is read of them as one line a count. */

import { parseSettings } from "../../scripts/holdings/settings.ts";
import { settingsWord } from "../../scripts/lectures/answers.ts";
import type { Beside, Cell, Grid, ReadFile } from "../../scripts/model/grid.ts";
import type { Issue } from "../../scripts/model/issue.ts";
import type { Observation, Recognition } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { remember } from "../../scripts/model/remember.ts";
import type { Settings } from "../../scripts/model/settings.ts";
import { loadNomenclature, loadWords } from "../../scripts/nomenclature/index.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";

export const NOMENCLATURE = loadNomenclature();
export const WORDS = loadWords();
const COMMUNE = "commune: { nom: Saint-Aubin-les-Tilleuls }";

/** Settings from the lines of convention.yaml after the commune's, or with another commune's. */
export const settingsOf = (yaml = ""): Settings =>
  parseSettings(`${yaml.startsWith("commune:") ? "" : COMMUNE}\n${yaml}\n`, "convention.yaml");

/** Its words are thousands: once for all the tables of the same settings. */
export const recogniserOf = remember((settings: string) => createRecogniser(NOMENCLATURE, settingsOf(settings)));

/**
 * "Police{1x2}" => a cell over two columns; "~Tapages" => set back by two spaces; "^" => a place that a merged cell covers; "\n" in a
 * cell is a line end; "11<struck: 12>" => a struck 12 beside what a person sees of it.
 */
function cellOf(written: string): Cell {
  const [, own, kind, said = ""] = /^(.*)<(unplain|struck|hidden): (.*)>$/s.exec(written) ?? [];
  if (own !== undefined) return { ...cellOf(own), beside: [{ kind: kind as Beside["kind"], text: said }] };
  const text = written.replace(/^~+/, (marks) => "  ".repeat(marks.length));
  if (text === "^") return { text: "", covered: true };
  const span = /^(.*)\{(\d)x(\d)\}$/s.exec(text);
  if (!span) return { text };
  return { text: span[1] ?? "", rowSpan: Number(span[2]), colSpan: Number(span[3]) };
}

/** One line a row, cells between bars; shorter rows are filled with empty cells. */
export function gridOf(table: string, file = "2026-T1/etat.csv", part = "CSV"): Grid {
  const rows = table
    .replace(/^\n|\n\s*$/g, "")
    .split("\n")
    .map((line) => (line.trim() === "" ? [] : line.split("|").map((t) => cellOf(t.trim().replaceAll("\\n", "\n")))));
  const width = Math.max(...rows.map((r) => r.length));
  return {
    file,
    part,
    rows: rows.map((r) => [...r, ...Array.from({ length: width - r.length }, () => ({ text: "" }))]),
  };
}

export interface Options {
  /** Lines of convention.yaml. */
  readonly settings?: string;
  readonly part?: string;
  readonly name?: string;
  readonly delivery?: string;
  /** Texts beside the cells of each sheet, as those in the header of its pages. */
  readonly besides?: readonly string[];
  /** Comments of its cells. */
  readonly comments?: readonly string[];
  /** Of each sheet, from 1. */
  readonly hiddenRows?: readonly string[];
  readonly hiddenColumns?: readonly string[];
  /** Nobody sees its sheets. */
  readonly hidden?: boolean;
}

export interface Read {
  readonly recognition: Recognition;
  readonly observations: readonly Observation[];
  /** "homicides PN 2026-01/2026-03 = 3", in the order of the cells; a line unknown to the nomenclature in « ». */
  readonly counts: readonly string[];
  /** "error ambiguous-reading", each once. */
  readonly rules: readonly string[];
  readonly issues: readonly Issue[];
}

const lineOf = (o: Observation): string => {
  const name = o.kind === "total" ? `total « ${o.label} »` : (o.indicator ?? `« ${o.label} »`);
  return `${name} ${o.force} ${periodKey(o.period)} = ${o.value ?? o.status}`;
};

/** Recognises one table, or the sheets of one workbook (name => table). */
export function readTables(tables: string | Readonly<Record<string, string>>, options: Options = {}): Read {
  const { settings = "", part = "CSV", name = "etat.csv", delivery = "2026-T1", besides = [], comments = [] } = options;
  const [hiddenRows = [], hiddenColumns = []] = [options.hiddenRows, options.hiddenColumns].map((places) =>
    places?.map((place) => Number(place) - 1),
  );
  const path = `${delivery}/${name}`;
  const sheets = typeof tables === "string" ? { [part]: tables } : tables;
  const file: ReadFile = {
    source: { path, delivery, name, sha256: "" },
    format: "csv",
    grids: Object.entries(sheets).map(([sheet, table]) => ({
      ...gridOf(table, path, sheet),
      ...{ besides, comments, hiddenRows, hiddenColumns },
      ...(options.hidden && { hidden: true }),
    })),
  };
  const { value: recognition, issues: told } = recogniserOf(settings)(file);
  // most of these short tables say no force: what is asked of it has its own tests (tests/lectures/unsaid-force.test.ts)
  const issues = told.filter(({ rule }) => rule !== "force-unsaid");
  const { observations } = recognition;
  return {
    recognition,
    observations,
    counts: observations.map(lineOf),
    rules: [...new Set(issues.map((i) => `${i.severity} ${i.rule}`))],
    issues,
  };
}

/** The line of convention.yaml that gives an answer of an issue, the first one unless another is wanted. */
export function wordLine(issue: Issue | undefined, reading?: string): string {
  const { text, may } = issue?.asks ?? { text: "", may: [] };
  const choice = may.map(settingsWord).find((word) => reading === undefined || word === reading);
  return choice ? `  - { texte: ${JSON.stringify(text)}, lecture: ${choice} }` : "";
}
