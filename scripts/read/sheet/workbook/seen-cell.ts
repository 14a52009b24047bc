/** A stored cell -> its text as it is seen, and the names of what is not plain in it. */
import { otherFormat, SHEET } from "../../plain/lists.ts";
import { type Construct, NAMES, seenOn, unplain } from "../../plain/rule.ts";
import { absenceOf, lookOf } from "../../plain/said.ts";
import { type SeenText, withBeside } from "../../plain/seen-text.ts";
import { createTextWriter, type RunLook } from "../../plain/text-writer.ts";
import { showNumber, showText } from "./number-format.ts";
import type { CellStyle, Run, StoredCell, StoredValue } from "./workbook.ts";

export interface SeenWhere {
  readonly from1904: boolean;
  /** false: the sheet leaves its zeros blank. */
  readonly showsZeros: boolean;
  readonly showsFormulas: boolean;
}

const told = (seen: SeenText, ...constructs: readonly Construct[]): SeenText => withBeside(seen, unplain(constructs));

export function seenCell({ value, style, formula, odd = [] }: StoredCell, where: SeenWhere): SeenText {
  const seen = seenValue(value, style, where);
  const isNothing = value.kind === "waiting" || (seen.text === "" && !seen.beside);
  return told(
    seen,
    ...odd,
    ...(formula !== undefined && where.showsFormulas && !isNothing ? [SHEET.showsFormulas] : []),
  );
}

function seenValue(value: StoredValue, style: CellStyle, { from1904, showsZeros }: SeenWhere): SeenText {
  if (value.kind === "waiting") return { text: "", beside: [{ kind: "hidden", text: "" }] };
  if (!showsZeros && (value.kind === "number" ? value.value : value.number) === 0)
    return told({ text: "0" }, SHEET.blankZero);
  if (value.kind === "number") {
    const { text, isOdd } = showNumber(value.value, style.format, from1904);
    return told(seenRuns([{ text }], style), ...(isOdd ? [otherFormat(style.format)] : []));
  }
  const seen = seenRuns(value.runs, style);
  const shown = showText(seen.text, style.format);
  const text = shown.isOdd && !isFigure(shown.text) ? "" : shown.text;
  return told({ ...seen, text }, ...(shown.isOdd ? [otherFormat(style.format)] : []));
}

/** A figure that is not seen is told; a text that is not seen is none. */
export const isFigure = (text: string): boolean => /\d/.test(text) && !/\p{L}/u.test(text);

/** Pieces that are not plain are left out of a text that has others: "11" struck out then "9" is « 9 ». */
function seenRuns(runs: readonly Run[], style: CellStyle): SeenText {
  const behind = [{ ground: style.ink.ground }];
  const pieces = runs.map(({ text, look = style, bold = look.bold }) => {
    const { unseen, constructs, ...said } = look;
    const all = [...constructs, ...absenceOf({ unseen }), ...seenOn([said.ink], behind)];
    return { text, look: lookOf({ ...said, bold, constructs: all }, false) };
  });
  const isBlank = ({ text }: { readonly text: string }): boolean => text.trim() === "";
  const plain = pieces.filter(({ look }) => look.constructs.length === 0);
  const isHiddenFigure = plain.every(isBlank) && isFigure(pieces.map(({ text }) => text).join(""));
  const isRaised = pieces.every((piece) => isBlank(piece) || (piece.look.position ?? "line") !== "line");
  const writer = createTextWriter();
  for (const { text, look } of pieces) {
    if (look.constructs.length === 0 || isHiddenFigure) writer.add(text, isRaised ? onLine(look) : look);
    else if (text.trim() !== "") writer.addConstruct(...look.constructs);
  }
  const seen = writer.take(true);
  return isRaised && isFigure(seen.text) ? told(seen, NAMES.moved) : seen;
}

const onLine = (look: RunLook): RunLook => ({ ...look, position: "line" });
