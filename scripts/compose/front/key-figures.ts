/** Four numbers, large, each with last year's and its curve: what is announced first, then the commune's usual concerns. */
import { type Analysis, comparisonOf, readingOf } from "../../model/analysis.ts";
import type { KeyFigure } from "../../model/document/front-page.ts";
import { curveOf, figureCell } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, foremostLines, shortName } from "../context/lines.ts";
import { countWord } from "../words/words.ts";
import { announced } from "./announced.ts";

const SHOWN = 4;

/** Property, violence, vehicles, tranquillity. */
const CONCERNS: readonly string[] = [
  "cambriolages-logement",
  "coups-blessures-15-ans-plus",
  "vols-dans-vehicules",
  "tranquillite-salubrite",
];

export const keyFigures = (c: Context): readonly KeyFigure[] =>
  keyLines(c, { told: announced(c).map(({ line }) => line), countOf: (a) => a.quarter.value }).map((line) =>
    keyFigure(c, line),
  );

interface Choice {
  /** What is announced, in this order. */
  readonly told: readonly CountedLine[];
  readonly countOf: (a: Analysis) => number | null;
}

export function keyLines(c: Context, { told, countOf }: Choice): readonly CountedLine[] {
  const lines = c.nomenclature.statements.flatMap((s) => foremostLines(c, s.id));
  const rank = (line: CountedLine): number => {
    const place = told.findIndex(({ whole }) => whole === line.whole);
    if (place !== -1) return place;
    const concern = CONCERNS.indexOf(line.whole.indicator ?? "");
    return told.length + (concern === -1 ? CONCERNS.length : concern);
  };
  const size = ({ whole }: CountedLine): number => countOf(whole) ?? 0;
  return lines
    .filter(({ whole }) => countOf(whole) !== null)
    .toSorted((a, b) => rank(a) - rank(b) || size(b) - size(a))
    .slice(0, SHOWN);
}

const keyFigure = (c: Context, line: CountedLine): KeyFigure => ({
  line: line.key,
  label: shortName(c, line),
  value: figureCell(line.whole.quarter),
  mark: readingOf(line.whole)?.verdict ?? "not-judged",
  before: beforeWords(line),
  curve: curveOf(line.whole),
});

function beforeWords({ whole }: CountedLine): string {
  const before = whole.quarterBefore.value;
  if (comparisonOf(whole, "quarter")?.acrossBreak) return "rupture de série depuis";
  return before === null ? "" : `${countWord(before)} un an plus tôt`;
}
