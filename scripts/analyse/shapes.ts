/** What the series of each line show over the years, and which of them may be told. */
import type { Analysis, Shape } from "../model/analysis.ts";
import { sinceLastBreak } from "./breaks.ts";
import { LEVELS } from "./methods/degree.ts";
import { shapeOf } from "./methods/shape.ts";

/**
 * The bulletin's own quarter is left out: it must not be that quarter that makes it. Told: under the level, Bonferroni over all the lines that have one.
 * @param lines analyses of one line each, its main one first: that one alone has a shape.
 */
export function withShapes(lines: readonly (readonly Analysis[])[], phi: number): readonly (readonly Analysis[])[] {
  const shapes = lines.map(([main]) => (main ? shapeBefore(main, phi) : null));
  const among = shapes.filter((shape) => shape !== null).length;
  return lines.map((line, i) => {
    const shape = shapes[i];
    return line.map((a, rank) =>
      rank > 0 || !shape ? a : { ...a, shape: { ...shape, told: shape.p * among < LEVELS.shape.toFollow } },
    );
  });
}

function shapeBefore({ series, breaks }: Analysis, phi: number): Omit<Shape, "told"> | null {
  const quarters = sinceLastBreak(series, breaks)
    .map(({ figure: { period, value } }, time) => ({ period, time, value }))
    .slice(0, -1);
  return shapeOf(
    quarters.flatMap(({ period, time, value }) => (value === null ? [] : [{ period, time, count: value }])),
    phi,
  );
}
