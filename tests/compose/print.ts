/** A bulletin as plain text, as a person would read it aloud: for tests of the wording, and for reviewing it. */

import type { Verdict } from "../../scripts/model/degree.ts";
import type { Block, Bulletin } from "../../scripts/model/document/bulletin.ts";
import type { FrontPage } from "../../scripts/model/document/front-page.ts";
import type { Table } from "../../scripts/model/document/table.ts";

const table = (t: Table): string =>
  [
    `Tableau ${t.number}. ${t.title}`,
    t.columns.map((c) => (c.group ? `${c.group} / ${c.label}` : c.label)).join(" | "),
    ...t.rows.map(
      (r) =>
        "  ".repeat(r.level) +
        r.cells
          .map(({ sparkline, spread, text, mark = null }) => {
            const drawn = sparkline ?? spread;
            return drawn ? `~${drawn.alternative}~` : `${text}${markOf(mark)}`;
          })
          .join(" | "),
    ),
    `Champ : ${t.champ}`,
    `Source : ${t.source}`,
    ...(t.notes ?? []).map((n) => `Note : ${n}`),
  ].join("\n");

function block(b: Block): string {
  switch (b.kind) {
    case "paragraph":
      return b.text;
    case "heading":
      return `### ${b.text}`;
    case "list":
      return b.items.map((i) => `- ${i.lead ? `${i.lead} ` : ""}${i.text}`).join("\n");
    case "notices":
      return b.items.map((i) => `! [${i.severity}] ${i.title}. ${i.text}`).join("\n");
    case "table":
      return table(b.table);
    case "charts":
      return [
        `${b.title} — Champ : ${b.champ} — Source : ${b.source}`,
        ...b.charts.map(
          (f) =>
            `Graphique ${f.number}. ${f.chart.title} (${f.chart.unit})\n  ${f.reading}\n  alt : ${f.chart.alternative}`,
        ),
      ].join("\n");
    case "curves":
      return [
        `Graphique ${b.number}. ${b.title}`,
        ...b.themes.map(
          ({ label, scale, curves }) =>
            `  ${label}, échelle ${scale} : ${curves.map(({ chart }) => `${chart.title} ~${chart.alternative}~`).join(" | ")}`,
        ),
        ...b.notes.map((n) => `Note : ${n}`),
      ].join("\n");
    case "definitions":
      return b.items.map((i) => `${i.term} : ${i.text}`).join("\n");
  }
}

/** « En bref »: the news, its points, the numbers. */
export const printFront = ({ headline, points, keyFigures }: FrontPage): string =>
  [
    `# ${headline}`,
    "",
    ...points.map(({ tag, mark, lead, text }) => `[${tag}${markOf(mark)}] ${lead}${lead && " "}${text}`),
    "",
    ...keyFigures.map(
      ({ value, mark, label, before, curve }) =>
        `(${value.text}${markOf(mark)}) ${label}${before && ", "}${before}${curve ? ` ~${curve.alternative}~` : ""}`,
    ),
  ].join("\n");

/** " ▲" established, " △" to follow. */
const markOf = (verdict: Verdict | null): string => (verdict === null ? "" : (MARKS[verdict] ?? ""));
const MARKS: Partial<Record<Verdict, string>> = {
  "rise-established": " ▲",
  "rise-to-follow": " △",
  "fall-established": " ▼",
  "fall-to-follow": " ▽",
};

/** « En bref » and « Où en est-on ». */
export const printPageOne = ({ front, sections }: Pick<Bulletin, "front" | "sections">): string =>
  [printFront(front), ...(sections.find(({ id }) => id === "ou-en-est-on")?.blocks ?? []).map(block)].join("\n\n");

export const printBulletin = (b: Bulletin): string =>
  [
    `${b.title} – ${b.commune} – ${b.quarterLabel} – ${b.editionDate} – ${b.banner ?? ""}`,
    `\n${printFront(b.front)}`,
    ...b.sections.map((s) => `\n## ${s.title} [${s.id}]\n\n${s.blocks.map(block).join("\n\n")}`),
  ].join("\n");
