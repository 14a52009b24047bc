/** Notes of the commune and breaks in series: a dotted line over their quarter, with its words where there is room. */

import type { ChartData } from "../model/chart.ts";
import { FLAG_ROW, type Frame, flagsOf } from "./frame.ts";
import { INK, pathThrough, stroke, textWidth, words } from "./ink.ts";

const ruleAt = (x: number, top: number, { area }: Frame, isBreak: boolean): string =>
  stroke(
    pathThrough([
      { x, y: top },
      { x, y: area.bottom },
    ]),
    isBreak ? INK.ink : INK.muted,
    0.7,
    isBreak ? "1 2" : "2 2",
  );

/**
 * A dotted line from the words to the axis. Words go to the side that has more room; those whose line is nearest to its edge stand highest, so that
 * no line passes through the words of another.
 */
export function drawFlags(data: ChartData, frame: Frame): string {
  const { area, width } = frame;
  const placed = flagsOf(data).map((flag) => ({ ...flag, x: frame.x(flag.at), isRight: frame.x(flag.at) > width / 2 }));
  const rows = [
    ...placed.filter(({ isRight }) => isRight).toSorted((a, b) => b.x - a.x),
    ...placed.filter(({ isRight }) => !isRight).toSorted((a, b) => a.x - b.x),
  ];
  return rows
    .map(({ x, text, isBreak, isRight }, i) => {
      const y = area.top - FLAG_ROW * (rows.length - i) + FLAG_ROW / 2 - 4;
      const above = rows.slice(0, i).map((other) => other.x);
      const end = isRight
        ? Math.max(0, ...above.filter((other) => other < x))
        : Math.min(width, ...above.filter((other) => other > x));
      const at = { x: x + (isRight ? -3 : 3), y };
      const said = shortened(text, Math.abs(x - end) - 6);
      return ruleAt(x, y - 3, frame, isBreak) + words(said, at, INK.ink, isRight ? "end" : "start");
    })
    .join("");
}

/** Where there is no room for words: the dotted line alone. */
export const drawBreaks = ({ breaks }: ChartData, frame: Frame): string =>
  breaks.map(({ before }) => ruleAt(frame.x(before - 0.5), frame.area.top, frame, true)).join("");

/** "Éclairage public rénové dans le quartier" => "Éclairage public rénové…", cut after a word; of words in brackets, none where not all. */
function shortened(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const kept = text.split(" ");
  while (kept.length > 1 && textWidth(`${kept.join(" ")}…`) > room) kept.pop();
  return `${kept
    .join(" ")
    .replace(/\([^)]*$/, "")
    .replace(/[ ,;:.]+$/, "")}…`;
}
