/** A stored cell -> its text, and the names of what is not plain in it. */
import type { Cell } from "../../../model/grid.ts";
import { WHITE } from "../../contract/contrast.ts";
import { subscript, superscript } from "../../contract/raised.ts";
import { otherFormat, SHEET } from "../../plain/lists.ts";
import { isInkSeen, LEAST, unplain } from "../../plain/rule.ts";
import { showNumber, showText } from "./number-format.ts";
import type { CellStyle, Font, Odd, Run, StoredCell, StoredValue } from "./workbook.ts";

export interface SeenWhere {
  readonly from1904: boolean;
  /** false: the sheet leaves its zeros blank. */
  readonly showsZeros: boolean;
  readonly showsFormulas: boolean;
}

export interface Seen {
  readonly text: string;
  readonly odd: Odd;
}

export const cellOf = ({ text, odd }: Seen): Cell => (odd.length === 0 ? { text } : { text, beside: unplain(odd) });

export function seenCell({ value, style, formula, odd = [] }: StoredCell, where: SeenWhere): Seen {
  const { text, odd: own } = seenOf(value, style, where);
  if (text === "" && own.length === 0) return { text, odd };
  return {
    text,
    odd: [...own, ...style.odd, ...odd, ...(formula && where.showsFormulas ? [SHEET.showsFormulas] : [])],
  };
}

function seenOf(value: StoredValue, style: CellStyle, { from1904, showsZeros }: SeenWhere): Seen {
  if (value.kind === "waiting") return { text: "", odd: [] };
  if (!showsZeros && (value.kind === "number" ? value.value : value.number) === 0)
    return { text: "0", odd: [SHEET.blankZero] };
  if (value.kind === "text") return seenText(value.runs, value.odd ?? [], style);
  const { text, isOdd } = showNumber(value.value, style.format, from1904);
  return {
    text,
    odd: [
      ...oddOf(style.font, style, text),
      ...(isOdd ? [otherFormat(style.format)] : []),
      ...(style.font.position === "baseline" ? [] : [SHEET.raised]),
    ],
  };
}

/** Digits much smaller than those beside them are no part of their number. */
const MUCH_SMALLER = 0.88;

/** "12" then raised "1" => "12¹". Pieces that are not plain are left out of a text that has others: "11" struck out then "9" is « 9 ». */
function seenRuns(runs: readonly Run[], style: CellStyle): Seen {
  const filled = runs.filter((run) => run.text !== "").map(({ text, font }) => ({ text, font: font ?? style.font }));
  const isRaised = filled.length > 0 && filled.every(({ font }) => font.position !== "baseline");
  const pieces = filled.map(({ text, font }) => ({ text, font, odd: oddOf(font, style, text) }));
  const written = ({ text, font }: { text: string; font: Font }): string =>
    isRaised || font.position === "baseline" ? text : font.position === "raised" ? superscript(text) : subscript(text);
  const plain = pieces
    .filter(({ odd }) => odd.length === 0)
    .map(written)
    .join("");
  const whole = pieces.map(written).join("");
  const isTwoSizes = pieces.some(({ text, font }, i) => {
    const next = pieces[i + 1];
    if (!next || !/\d$/.test(text) || !/^\d/.test(next.text) || next.font.position !== "baseline") return false;
    return Math.min(font.size, next.font.size) < MUCH_SMALLER * Math.max(font.size, next.font.size);
  });
  return {
    text: plain.trim() === "" && isFigure(whole) ? whole : plain,
    odd: [
      ...pieces.filter(({ text }) => text.trim() !== "").flatMap(({ odd }) => odd),
      ...(isTwoSizes ? [SHEET.twoSizes] : []),
      ...(isRaised && isFigure(whole) ? [SHEET.raised] : []),
    ],
  };
}

/** A figure that is not seen is told; a text that is not seen is none. */
export const isFigure = (text: string): boolean => /\d/.test(text) && !/\p{L}/u.test(text);

function seenText(runs: readonly Run[], own: Odd, style: CellStyle): Seen {
  const { text, odd } = seenRuns(runs, style);
  const shown = showText(text, style.format);
  const more = shown.isOdd ? [otherFormat(style.format)] : [];
  return { text: shown.isOdd && !isFigure(shown.text) ? "" : shown.text, odd: [...odd, ...own, ...more] };
}

function oddOf(font: Font, style: CellStyle, text: string): Odd {
  return [
    ...font.odd,
    ...faintness(font, style),
    ...(font.size < LEAST.type ? [SHEET.tiny] : []),
    ...(font.signs && /\d/.test(text) ? [SHEET.font] : []),
  ];
}

/** Ink is held against the ground of its own cell: white on a dark head is plain. */
const faintness = ({ ink }: Font, { grounds }: CellStyle): Odd =>
  (grounds.length > 0 ? grounds : [WHITE]).every((ground) => isInkSeen({ ink: ink ?? undefined, ground }, "black"))
    ? []
    : [SHEET.ink];
