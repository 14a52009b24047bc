/** How a file is read, for the terminal: one sentence, what is new, the figures, the texts that are not used. */
import { type Difference, figuresTable, type Held, sentence, unusedTexts } from "../lectures/index.ts";
import { formatCell, plural, quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import type { Recognition } from "../model/observation.ts";
import { formatIssue } from "./terminal.ts";
import { safeLine, safeText, shorten } from "./wrap.ts";

const LONGEST_LABEL = 44;
const LONGEST_TEXT = 100;
const MOST_ROWS = 30;
const MOST_TEXTS = 12;

export interface ShownFile {
  readonly recognition: Recognition;
  /** null: its lecture is confirmed. */
  readonly held: Held | null;
  readonly issues: readonly Issue[];
}

/** A screen a file, unless there is more to see. */
export function lectureScreen(
  { recognition, held, issues }: ShownFile,
  commune: string,
  labelOf: (statement: string) => string,
  screen: number,
): string {
  const { path } = recognition.file.source;
  return [
    `── ${path}`,
    sentence(recognition, commune, labelOf),
    ...stateLines(held),
    ...figureLines(recognition, screen),
    ...unusedLines(recognition),
  ]
    .map(safeLine)
    .concat(issues.filter((i) => i.severity !== "info").map(formatIssue))
    .join("\n");
}

/** What is confirmed, read again. `differences` null: the file is no longer there. */
export function rereadTexts(
  files: readonly { readonly path: string; readonly differences: readonly Difference[] | null }[],
): readonly string[] {
  const told = files.flatMap(({ path, differences }) => {
    if (differences === null)
      return [safeLine(`${path} : le fichier n'est plus là ; ses chiffres restent ceux confirmés.`)];
    return differences.length === 0
      ? []
      : [safeText([`${path} :`, ...differences.map(({ says }) => `  • ${says}`)].join("\n"))];
  });
  const found = files.reduce((sum, { differences }) => sum + (differences?.length ?? 0), 0);
  const count = plural(files.length, "fichier confirmé, relu", "fichiers confirmés, relus");
  return [
    ...told,
    found === 0
      ? `${count} : rien n'est lu autrement.`
      : `${count} : ${plural(found, "différence")}. Les chiffres restent ceux confirmés.`,
  ];
}

function stateLines(held: Held | null): readonly string[] {
  if (held === null) return ["Lecture confirmée."];
  if (held.state === "first") return ["Premier fichier de ce modèle : tout est à regarder."];
  if (held.state === "same") return ["Comme les fichiers confirmés : rien de nouveau."];
  if (held.state === "unread" || held.differences.length === 0) return [];
  const like = held.like?.recognition.file.source.path ?? "";
  return [
    `Ce qui change par rapport à ${like} :`,
    ...held.differences.map(({ says, place }) => `  • ${says}${place ? `, ${formatCell(place)}` : ""}`),
  ];
}

/** How many columns, from this one on, go side by side in that width: one at least. */
function columnsAt(columns: readonly string[], from: number, width: number): number {
  let left = width;
  const over = columns.slice(from).findIndex((column) => {
    left -= column.length + 2;
    return left < 0;
  });
  return over < 0 ? columns.length - from : Math.max(1, over);
}

function figureLines({ observations }: Recognition, screen: number): readonly string[] {
  const { columns, rows } = figuresTable(observations);
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_ROWS);
  const width = Math.min(LONGEST_LABEL, Math.max(...shown.map(({ label }) => label.length)));
  const lines: string[] = [];
  for (let from = 0; from < columns.length; ) {
    const own = columns.slice(from, from + columnsAt(columns, from, screen - width - 2));
    const line = (label: string, cells: readonly string[]): string =>
      `  ${shorten(label, LONGEST_LABEL).padEnd(width)}  ${cells.map((cell, i) => cell.padStart(own[i]?.length ?? 0)).join("  ")}`;
    lines.push(
      "",
      line("", own),
      ...shown.map(({ label, cells }) => line(label, cells.slice(from, from + own.length))),
    );
    from += own.length;
  }
  const left = rows.length - shown.length;
  return left > 0 ? [...lines, `  … et ${plural(left, "autre ligne", "autres lignes")}`] : lines;
}

function unusedLines(recognition: Recognition): readonly string[] {
  const texts = unusedTexts(recognition);
  if (texts.length === 0) return ["", "Aucun autre texte : tout est lu."];
  const shown = texts.slice(0, MOST_TEXTS);
  const left = texts.length - shown.length;
  return [
    "",
    "Textes qui ne changent aucun chiffre, les plus proches d'abord :",
    ...shown.map(({ text, place, why }) => {
      const where = [place ? formatCell(place) : "", why].filter((part) => part !== "").join(" ; ");
      return `  ${quote(shorten(text.replace(/\s+/g, " "), LONGEST_TEXT))}${where ? ` (${where})` : ""}`;
    }),
    ...(left > 0 ? [`  … et ${plural(left, "autre, plus loin", "autres, plus loin")}`] : []),
  ];
}
