/** A form, read back as the file that it was made of would be: the grids of scripts/form/form.ts. */
import type { Beside, Cell, Format, Grid, ReadFile } from "../../scripts/model/grid.ts";

const saidOf = (text: string, name: string): string => new RegExp(`^${name} : (.*)$`, "m").exec(text)?.[1] ?? "";
const linesOf = (text: string): string => text.replaceAll("⏎", "\n").replaceAll("¦", "|");

export function readForm(text: string): ReadFile {
  const delivery = saidOf(text, "livraison");
  const path = `${delivery}/forme`;
  const [, ...sheets] = text.split(/^# /m);
  const format = saidOf(text, "format");
  return {
    source: { path, delivery, name: "forme", sha256: "" },
    format: format === "aucun" ? null : (format as Format),
    grids: sheets.map((sheet) => gridOf(sheet, path)),
  };
}

function gridOf(sheet: string, file: string): Grid {
  const [head = "", ...lines] = sheet.trimEnd().split("\n");
  const columns = /^colonnes masquées : (.*)$/m
    .exec(sheet)?.[1]
    ?.split(", ")
    .map((column) => Number(column) - 1);
  const parts = lines.filter((line) => line.includes(" |")).map((line) => line.split(/ \|(?: |$)/));
  const rows = parts.filter(([name]) => name !== "à côté" && name !== "commentaire");
  const texts = (kind: string): readonly string[] =>
    parts.flatMap(([name, text = ""]) => (name === kind ? [linesOf(text)] : []));
  const width = Math.max(...rows.map((row) => row.length - 1));
  const names = rows.map(([name = ""]) => name.replace(" (masquée)", ""));
  const hiddenRows = rows.flatMap(([name = ""], r) => (name.endsWith(" (masquée)") ? [r] : []));
  return {
    file,
    part: linesOf(head.replace(" (masquée)", "")),
    ...(head.endsWith(" (masquée)") && { hidden: true }),
    ...(hiddenRows.length > 0 && { hiddenRows }),
    ...(columns && { hiddenColumns: columns }),
    ...(names.some((name) => !/^\d+$/.test(name)) && { rowNames: names }),
    ...(texts("à côté").length > 0 && { besides: texts("à côté") }),
    ...(texts("commentaire").length > 0 && { comments: texts("commentaire") }),
    rows: rows.map(([, ...cells]) => Array.from({ length: width }, (_, c) => cellOf(cells[c] ?? ""))),
  };
}

function cellOf(written: string): Cell {
  if (written === "^") return { text: "", covered: true };
  const beside = [...written.matchAll(/ ?\[(struck|hidden|unplain) ([^\]]*)\]/g)].map(
    ([, kind, text = ""]): Beside => ({ kind: kind as Beside["kind"], text: linesOf(text) }),
  );
  const [, rowSpan = 1, colSpan = 1] = (/\{(\d+)×(\d+)\}/.exec(written) ?? []).map(Number);
  const text = linesOf(written.replaceAll(/ ?\[(?:struck|hidden|unplain) [^\]]*\]/g, "").replace(/ ?\{\d+×\d+\}/, ""));
  return {
    text,
    ...(rowSpan > 1 && { rowSpan }),
    ...(colSpan > 1 && { colSpan }),
    ...(beside.length > 0 && { beside }),
  };
}
