/** What is printed: on lines as wide as the terminal, broken between words (a terminal cuts them anywhere), without control characters. */
import { stripVTControlCharacters } from "node:util";
import { showHidden } from "../model/hidden-characters.ts";

const widthOf = (text: string): number => stripVTControlCharacters(text).length;
/** Between words, but neither before « : », nor within « n° 3 ». */
const BREAK = /(?<=[^ ])(?<!n°|«)(?= (?![:;?!»]))/;
/** How far the lines that follow go in, under the one that they go on from. */
const HANGING = 2;

/** A word longer than the terminal, a path for instance, stays whole: it is copied from there. A no-break space breaks nothing. */
export function wrap(text: string, width: number | undefined): string {
  if (width === undefined || width < 20) return text;
  return text
    .split("\n")
    .map((line) => (widthOf(line) <= width ? line : wrapLine(line, width)))
    .join("\n");
}

function wrapLine(line: string, width: number): string {
  const indent = " ".repeat((/^ */.exec(line)?.[0].length ?? 0) + HANGING);
  const lines: string[] = [];
  let current = "";
  for (const piece of line.split(BREAK)) {
    if (current.trim() === "" || widthOf(current + piece) <= width) current += piece;
    else {
      lines.push(current);
      current = indent + piece.trimStart();
    }
  }
  return [...lines, current].join("\n");
}

/** Keeps the beginning and the end, whole words of them: "2026-T1/aaaa…aaaa.xls", "Vols de … du domicile" */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, Math.ceil(most / 2) - 1);
  const tail = text.slice(-Math.floor(most / 2));
  // half of it is kept all the same: a name without a space has no other place to be cut
  const whole = (part: string, cut: RegExp): string => {
    const shorter = part.replace(cut, "");
    return shorter.length > part.length / 2 ? shorter : part;
  };
  return `${whole(head, /(?<= )[^ ]*$/)}…${whole(tail, /^[^ ]*(?= )/)}`;
}

/** Kept over several lines: a message and its remedy. */
export const safeText = showHidden;

/** On one line, whatever a name holds: "a\nERREUR" => "a[U+000A]ERREUR" */
export const safeLine = (text: string): string => showHidden(text).replaceAll("\n", "[U+000A]").replaceAll("\t", " ");
