/** A stored cell -> the text that a person sees, with what stands beside it. */

import type { Cell } from "../../../model/grid.ts";
import { BLACK, isFaint, TINIEST_POINTS, WHITE } from "../../contract/contrast.ts";
import { createTextWriter, type SeenText, UNSURE, withBeside } from "../../seen/seen-text.ts";
import { type Shown, type ShownWhere, showNumber, showText } from "./shown.ts";
import type { CellStyle, Font, Run, StoredCell, StoredValue } from "./workbook.ts";

export interface SeenWhere extends ShownWhere {
  readonly showsFormulas: boolean;
}

export function seenCell({ value, style, formula, replaced }: StoredCell, where: SeenWhere): Cell {
  const { text, beside = [] } = seenOf(value, style, where);
  const all = [
    ...beside,
    ...(style.unusual && text !== "" ? [UNSURE] : []),
    ...(formula && where.showsFormulas ? [UNSURE] : []),
    ...(replaced ? [{ kind: "other", text: "" } as const] : []),
  ];
  return all.length > 0 ? { text, beside: all } : { text };
}

function seenOf(value: StoredValue, style: CellStyle, where: ShownWhere): SeenText {
  if (value.kind === "text") return seenText(value.runs, style);
  // A person sees an empty cell: no figure is read there, and the zero is told.
  if (value.kind === "shown" && value.number === 0 && !where.showsZeros)
    return { text: "", beside: [{ kind: "hidden", text: "0" }] };
  return value.kind === "shown"
    ? withBeside(seenRuns(value.runs, style), value.beside)
    : seenValue(value, style, where);
}

/** A number as its format shows it; an error as the sheet does: "#REF!". */
function seenValue(
  value: Exclude<StoredValue, { kind: "text" | "shown" }>,
  style: CellStyle,
  where: ShownWhere,
): SeenText {
  const shown: Shown =
    value.kind === "number"
      ? showNumber(value.value, style.format, where)
      : { text: value.kind === "boolean" ? (value.value ? "VRAI" : "FAUX") : value.kind === "error" ? value.text : "" };
  const font = shown.colour ? { ...style.font, colour: shown.colour } : style.font;
  const unseen = shown.text === "" ? undefined : unseenKind(font, style.fill);
  return {
    text: unseen ? "" : shown.text,
    beside: [
      ...(unseen ? [{ kind: unseen, text: shown.text }] : []),
      ...(shown.beside ? [shown.beside] : []),
      // A whole figure above or under the line: a figure, or a note mark alone?
      ...((font.position !== "baseline" || font.signs) && value.kind === "number" ? [UNSURE] : []),
    ],
  };
}

/** "12" then raised "1" => "12¹"; "11" struck out then "9" => "9", with "11" beside. */
function seenRuns(runs: readonly Run[], style: CellStyle): SeenText {
  const filled = runs.filter((run) => run.text !== "");
  const fontOf = (run: Run): Font => run.font ?? style.font;
  // A figure that stands whole above or under the line: a figure, or a note mark alone?
  const whole = filled.length > 0 && filled.every((run) => fontOf(run).position !== "baseline");
  const writer = createTextWriter();
  for (const run of filled) {
    const font = fontOf(run);
    writer.add(run.text, {
      kind: unseenKind(font, style.fill) ?? (font.signs && /\d/.test(run.text) ? "unsure" : null),
      position: whole ? "baseline" : font.position,
      // A raised mark is written as one already.
      ...(font.position === "baseline" && { type: { size: font.size, isLink: false } }),
    });
  }
  const seen = writer.take();
  return whole && /^[\d\s]+$/.test(seen.text) ? withBeside(seen, [UNSURE]) : seen;
}

function seenText(runs: readonly Run[], style: CellStyle): SeenText {
  const colour = style.format.text?.colour;
  const inked = colour ? runs.map((run) => ({ ...run, font: { ...(run.font ?? style.font), colour } })) : runs;
  const { text, beside = [] } = seenRuns(inked, style);
  const shown = showText(text, style.format);
  return withBeside({ text: shown.text }, [...beside, ...(shown.beside ? [shown.beside] : [])]);
}

/** Why a person does not see a text of this font as a part of the cell's. */
function unseenKind(font: Font, fill: CellStyle["fill"]): "struck" | "hidden" | "faint" | undefined {
  if (font.hidden) return "hidden";
  if (font.struck) return "struck";
  return font.size <= TINIEST_POINTS || isFaint(font.colour ?? BLACK, fill ?? WHITE) ? "faint" : undefined;
}
