/** Figures and turned texts that stand at a table without being in one of its cells -> doubts, in French. */
import { isValue } from "./bands.ts";
import type { PageBlock, TableBlock } from "./blocks.ts";
import { type Box, overlap } from "./drawn/geometry.ts";
import type { PdfPage, TurnedText } from "./drawn/marks.ts";
import { type Line, textOf, type Unit } from "./lines.ts";

/** In points, and in ems: a figure so near to a table may be one of its own; the figures of a chart stand elsewhere. */
const [BESIDE, ABOVE] = [60, 2];

export const doubtsBesideTables = (loose: readonly Line[], blocks: readonly PageBlock[]): readonly string[] =>
  loose
    .filter((line) =>
      isNearTable(
        line,
        blocks.filter((block) => block.kind === "table" && mayHold(block, line.baseline)),
      ),
    )
    .map(doubtOf);

export function isNearTable({ x0, x1, baseline, size }: Omit<Unit, "text">, blocks: readonly PageBlock[]): boolean {
  const around = {
    x0: x0 - BESIDE,
    x1: x1 + BESIDE,
    y0: baseline - (ABOVE + 1) * size,
    y1: baseline + ABOVE * size,
  };
  return blocks.some((block) => block.kind === "table" && overlap(around, boxOfTable(block)));
}

/** It holds figures, and lacks some: it has no lines, or a blank cell; or the figure stands above it or below. A chart's legend holds none. */
const mayHold = ({ rows, pitch }: TableBlock, baseline: number): boolean => {
  const cells = rows.flatMap((row) => row.cells);
  const isLevel = baseline > (rows[0]?.top ?? 0) && baseline < (rows.at(-1)?.bottom ?? 0);
  return (
    cells.some(({ text }) => isValue(text)) &&
    (pitch !== undefined || !isLevel || cells.some(({ text }) => text === ""))
  );
};

const boxOfTable = ({ rows, bands }: TableBlock): Box => ({
  x0: bands[0]?.x0 ?? 0,
  x1: bands.at(-1)?.x1 ?? 0,
  y0: rows[0]?.top ?? 0,
  y1: rows.at(-1)?.bottom ?? 0,
});

/** In ems: words at the left of a figure, no further above or below, may be its label. A chart has none within its lines. */
const LABEL = 2.5;
export const isBesideWords = (line: Line, zone: readonly Unit[]): boolean =>
  zone.some(
    ({ text, x1, baseline }) =>
      /\p{L}{2}/u.test(text) && x1 < line.x0 && Math.abs(baseline - line.baseline) < LABEL * line.size,
  );

export const doubtOf = ({ units }: Line): string =>
  `on ne peut pas dire à quoi se rapporte « ${textOf(units)} », seul sur sa ligne.`;

const isWithin = ({ box: { x0, y0, x1, y1 } }: TurnedText, blocks: readonly PageBlock[]): boolean => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return blocks.some((block) => block.kind === "table" && overlap({ x0: x, x1: x, y0: y, y1: y }, boxOfTable(block)));
};

const isHeld = ({ text }: TurnedText, blocks: readonly PageBlock[]): boolean =>
  blocks.some(
    (block) => block.kind === "table" && block.rows.some(({ cells }) => cells.some((c) => c.text.includes(text))),
  );

/** Texts in other directions within a table that no cell holds; words across the whole of it are a stamp. */
export const doubtsOfTurned = ({ turned }: PdfPage, blocks: readonly PageBlock[]): readonly string[] =>
  turned
    .filter((one) => (one.isUpright || /\d/.test(one.text)) && isWithin(one, blocks) && !isHeld(one, blocks))
    .map(
      ({ text }) =>
        `« ${text} » est écrit dans un autre sens que le tableau où il se trouve ; on ne peut pas dire à quoi il se rapporte.`,
    );

/** Texts in other directions that stand in no table: words across the page, as « CONFIDENTIEL », and what runs up its margin. */
export const turnedBeside = ({ turned }: PdfPage, blocks: readonly PageBlock[]): readonly string[] =>
  turned.flatMap((one) => {
    const isBeside = one.isUpright ? /\p{L}/u.test(one.text) && !isWithin(one, blocks) : /\p{L}{2}/u.test(one.text);
    return isBeside ? [one.text] : [];
  });
