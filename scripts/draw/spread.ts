/** How like communes spread, and where the commune stands among them: range, middle half, median, a dot. */
import type { SpreadStrip } from "../model/chart.ts";
import { escapeXml } from "../model/xml.ts";

const WIDTH = 90;
const HEIGHT = 16;
const MARGIN = 4;
const MIDDLE = HEIGHT / 2;

/** From zero, so that two lines of one table compare. */
export function drawSpread({ min, q1, median, q3, max, own, alternative }: SpreadStrip): string {
  const top = Math.max(max, own ?? 0) || 1;
  const x = (value: number): number => Math.round((MARGIN + (value / top) * (WIDTH - 2 * MARGIN)) * 10) / 10;
  return [
    `<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeXml(alternative)}">`,
    `<path d="M${x(min)} ${MIDDLE}L${x(max)} ${MIDDLE}"/>`,
    `<rect class="sparkline__band" x="${x(q1)}" y="3" width="${Math.max(0.8, x(q3) - x(q1))}" height="${HEIGHT - 6}"/>`,
    `<path d="M${x(median)} 2L${x(median)} ${HEIGHT - 2}"/>`,
    own === null ? "" : `<circle cx="${x(own)}" cy="${MIDDLE}" r="3"/>`,
    "</svg>",
  ].join("");
}
