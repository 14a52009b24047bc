/** Four numbers, large, each with last year's and its curve: what is announced first, then the commune's usual concerns. */
import { comparisonOf, type Figure } from "../../model/analysis.ts";
import type { KeyFigure } from "../../model/document/front-page.ts";
import { curveOf, figureCell } from "../context/cells.ts";
import { type Context, findLine } from "../context/context.ts";
import { type CountedLine, foremostLines, shortName } from "../context/lines.ts";
import { saidOf } from "../context/said.ts";
import { countWord } from "../words/words.ts";
import { type Announced, announced } from "./announced.ts";

const SHOWN = 4;

export const keyFigures = (c: Context): readonly KeyFigure[] =>
  keyFiguresOf(c, announced(c), (line) => ({
    figure: line.whole.quarter,
    before: beforeWords(line),
    curve: curveOf(line.whole),
  }));

/** What stands large of one line. */
interface Shown extends Pick<KeyFigure, "before" | "curve"> {
  readonly figure: Figure;
}

/** @param told what is announced, in this order. @param of what is shown of a line: its quarter, its year */
export function keyFiguresOf(
  c: Context,
  told: readonly Announced[],
  of: (line: CountedLine) => Shown,
): readonly KeyFigure[] {
  const rank = ({ whole }: CountedLine): number => {
    const place = told.findIndex(({ line }) => line.whole === whole);
    if (place !== -1) return place;
    return told.length + (findLine(c, whole.statement, whole.indicator)?.front ?? Number.MAX_SAFE_INTEGER);
  };
  return foremostLines(c)
    .map((line) => ({ line, ...of(line) }))
    .filter(({ figure }) => figure.value !== null)
    .toSorted((a, b) => rank(a.line) - rank(b.line) || (b.figure.value ?? 0) - (a.figure.value ?? 0))
    .slice(0, SHOWN)
    .map(({ line, figure, before, curve }) => ({
      line: line.key,
      label: shortName(c, line),
      value: figureCell(figure),
      mark: saidOf(line.whole)?.sign ?? "ordinary",
      before,
      curve,
    }));
}

function beforeWords({ whole }: CountedLine): string {
  const before = whole.quarterBefore.value;
  if (comparisonOf(whole, "quarter")?.acrossBreak) return "rupture de série depuis";
  return before === null ? "" : `${countWord(before)} un an plus tôt`;
}
