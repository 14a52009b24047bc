/** A stored cell -> the text that a person sees, with what stands beside it. */

import type { Beside, Cell } from "../../../model/grid.ts";
import { BLACK, isFaint, WHITE } from "../../contract/contrast.ts";
import { superscript } from "../../document/document.ts";
import { type Shown, type ShownWhere, showNumber, showText } from "./shown.ts";
import type { CellStyle, Font, Run, StoredCell, StoredValue } from "./workbook.ts";

export interface SeenWhere extends ShownWhere {
  readonly showsFormulas: boolean;
}

const UNSURE: Beside = { kind: "unsure", text: "" };

export function seenCell({ value, style, formula, replaced }: StoredCell, where: SeenWhere): Cell {
  const { text, beside } = value.kind === "text" ? seenText(value.runs, style) : seenValue(value, style, where);
  const all = [
    ...beside,
    ...(style.repeated && text !== "" ? [UNSURE] : []),
    ...(formula && where.showsFormulas ? [UNSURE] : []),
    ...(replaced ? [{ kind: "other", text: "" } as const] : []),
  ];
  return all.length > 0 ? { text, beside: all } : { text };
}

interface Seen {
  readonly text: string;
  readonly beside: readonly Beside[];
}

/** A number as its format shows it; an error as the sheet does: "#REF!". */
function seenValue(value: Exclude<StoredValue, { kind: "text" }>, style: CellStyle, where: ShownWhere): Seen {
  const shown: Shown =
    value.kind === "number"
      ? showNumber(value.value, style.format, where)
      : { text: value.kind === "boolean" ? (value.value ? "VRAI" : "FAUX") : value.kind === "error" ? value.text : "" };
  const font = shown.white ? { ...style.font, colour: WHITE } : style.font;
  const unseen = shown.text === "" ? undefined : unseenKind(font, style.fill);
  return {
    text: unseen ? "" : shown.text,
    beside: [
      ...(unseen ? [{ kind: unseen, text: shown.text }] : []),
      ...(shown.beside ? [shown.beside] : []),
      // A whole figure above or under the line: a figure, or a note mark alone?
      ...(font.position !== "line" && value.kind === "number" ? [UNSURE] : []),
    ],
  };
}

/** "12" then raised "1" => "12¹"; "11" struck out then "9" => "9", with "11" beside. */
function seenText(runs: readonly Run[], style: CellStyle): Seen {
  const unseen: { kind: "struck" | "faint"; text: string }[] = [];
  let text = "";
  let isJoined = false;
  const filled = runs.filter((run) => run.text !== "");
  const whole = filled.every(({ font }) => (font ?? style.font).position !== "line");
  for (const run of filled) {
    const font = run.font ?? style.font;
    const kind = run.text.trim() === "" ? undefined : unseenKind(font, style.fill);
    const last = unseen.at(-1);
    if (!kind) text += whole ? run.text : placed(run.text, font);
    else if (isJoined && last?.kind === kind) last.text += run.text;
    else unseen.push({ kind, text: run.text });
    isJoined = kind !== undefined;
  }
  const shown = showText(text, style.format);
  const hides = shown.white && shown.text !== "" && isFaint(WHITE, style.fill ?? WHITE);
  return {
    text: hides ? "" : shown.text,
    beside: [
      ...unseen,
      ...(hides ? [{ kind: "faint" as const, text: shown.text }] : []),
      ...(shown.beside ? [shown.beside] : []),
      ...(whole && filled.length > 0 && /^[\d\s]+$/.test(text) ? [UNSURE] : []),
    ],
  };
}

const LOWERED_ZERO = 0x2080;
const lowered = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(LOWERED_ZERO + Number(digit)));

const placed = (text: string, { position }: Font): string =>
  position === "raised" ? superscript(text) : position === "lowered" ? lowered(text) : text;

/** Why a person does not see a text of this font as a part of the cell's. */
function unseenKind(font: Font, fill: CellStyle["fill"]): "struck" | "faint" | undefined {
  if (font.struck) return "struck";
  return font.tiny || isFaint(font.colour ?? BLACK, fill ?? WHITE) ? "faint" : undefined;
}
