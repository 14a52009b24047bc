/** Figures and turned texts that stand at a table without being in one of its cells -> doubts, in French. */
import type { PageBlock } from "./blocks.ts";
import type { PdfPage } from "./drawn/marks.ts";
import { type Line, textOf } from "./lines.ts";
import type { Unit } from "./units.ts";

/** In points, and in ems: a figure so near to a table may be one of its own; the figures of a chart stand elsewhere. */
const [BESIDE, ABOVE] = [60, 2];

export const doubtsBesideTables = (loose: readonly Line[], blocks: readonly PageBlock[]): readonly string[] =>
  loose
    .filter((line) =>
      blocks.some(
        (block) =>
          block.kind === "table" &&
          line.x1 > (block.bands[0]?.x0 ?? 0) - BESIDE &&
          line.x0 < (block.bands.at(-1)?.x1 ?? 0) + BESIDE &&
          line.baseline > (block.rows[0]?.top ?? 0) - ABOVE * line.size &&
          line.baseline < (block.rows.at(-1)?.bottom ?? 0) + (ABOVE + 1) * line.size,
      ),
    )
    .map(doubtOf);

/** In ems: words at the left of a figure, no further above or below, may be its label. A chart has none within its lines. */
const LABEL = 2.5;
export const isBesideWords = (line: Line, zone: readonly Unit[]): boolean =>
  zone.some(
    ({ text, x1, baseline }) =>
      /\p{L}{2}/u.test(text) && x1 < line.x0 && Math.abs(baseline - line.baseline) < LABEL * line.size,
  );

export const doubtOf = ({ units }: Line): string =>
  `on ne peut pas dire à quoi se rapporte « ${textOf(units)} », seul sur sa ligne.`;

/** Texts in other directions within a table that no cell holds; words across the whole of it are a stamp. */
export function doubtsOfTurned(page: PdfPage, blocks: readonly PageBlock[]): readonly string[] {
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  return page.turned
    .filter(({ text, isUpright }) => isUpright || /\d/.test(text))
    .filter(({ text, box: { x0, y0, x1, y1 } }) =>
      tables.some(
        ({ rows, bands }) =>
          (x0 + x1) / 2 > (bands[0]?.x0 ?? 0) &&
          (x0 + x1) / 2 < (bands.at(-1)?.x1 ?? 0) &&
          (y0 + y1) / 2 > (rows[0]?.top ?? 0) &&
          (y0 + y1) / 2 < (rows.at(-1)?.bottom ?? 0) &&
          !rows.some(({ cells }) => cells.some((cell) => cell.text.includes(text))),
      ),
    )
    .map(
      ({ text }) =>
        `« ${text} » est écrit dans un autre sens que le tableau où il se trouve ; on ne peut pas dire à quoi il se rapporte.`,
    );
}
