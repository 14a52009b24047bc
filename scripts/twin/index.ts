/**
 * Between reading and recognition: a document and its PDF, made from it in an office program, are one document. The PDF shows what a
 * person sees. What both say must agree; where the document is in doubt of what is seen, the PDF settles it.
 */

import type { Cell, Grid, ReadFile } from "../model/grid.ts";
import { aNote, anError, aWarning, type Issue, type Result } from "../model/issue.ts";
import type { Provenance } from "../model/observation.ts";
import { received } from "../model/received.ts";
import {
  type Line,
  linesOf,
  type Place,
  pairLines,
  provenanceOf,
  type Value,
  withContinuations,
  written,
} from "./lines.ts";

/** More lines than a statement has are not compared. */
const MOST_LINES = 2_000;

const key = ({ grid, row, column }: Place): string => `${grid} ${row} ${column}`;

/**
 * Both as they were read. The original, of which the PDF has settled what it could; the PDF, of which nothing is read apart. Where one of
 * them was not read, each stays as it is.
 */
export function joinTwins(
  original: Result<ReadFile>,
  pdf: Result<ReadFile>,
): readonly [Result<ReadFile>, Result<ReadFile>] {
  const [own, shown] = [original.value.grids, pdf.value.grids];
  if (own.length === 0 || shown.length === 0) return [original, pdf];
  const [lines, shownLines] = [linesOf(own), withContinuations(linesOf(shown))];
  if (Math.max(lines.length, shownLines.length) > MOST_LINES) return [original, pdf];
  const pairs = pairLines(lines, shownLines);
  const faults = pairs.flatMap(([line, other]) => disagreements(line, other));
  const paired = new Set(pairs.flat());
  const alone = [...lines, ...shownLines].filter((line) => !paired.has(line));
  const settled = new Set([...pairs.flatMap(([line, other]) => settledIn(line, other)), ...settledTexts(own, shown)]);
  const isWhole = faults.length === 0 && alone.length === 0 && lines.length > 0;
  const issues = [
    ...original.issues.filter(({ rule }) => !(isWhole && rule === "may-look-otherwise")),
    ...faults.map((fault) => disagree(own, shown, fault)),
    ...linesAlone(pdf.value, alone),
  ];
  const grids = own.map((grid, g) => withoutDoubts(grid, g, settled));
  return [
    { value: { ...original.value, grids }, issues },
    { value: { ...pdf.value, grids: [] }, issues: [isTwin(original.value, pdf.value, settled.size)] },
  ];
}

type Fault = readonly [Value, Value | undefined];

/** Cells that say two things. One of which the PDF itself is in doubt says nothing. */
function disagreements(line: Line, other: Line): readonly Fault[] {
  if (other.values.some(({ cell }) => cell.beside)) return [];
  if (line.values.length !== other.values.length) {
    const differing = line.values.findIndex(
      ({ cell }, i) => written(cell.text) !== written(other.values[i]?.cell.text ?? ""),
    );
    const at = Math.max(0, Math.min(differing, line.values.length - 1));
    return [[line.values[at] as Value, other.values[at]]];
  }
  return line.values.flatMap((value, i): readonly Fault[] => {
    const shown = other.values[i] as Value;
    return written(value.cell.text) === written(shown.cell.text) ? [] : [[value, shown]];
  });
}

/** Figures in doubt that the PDF shows, without a doubt, in the same place of the same line. */
const settledIn = (line: Line, other: Line): readonly string[] =>
  line.values.length !== other.values.length
    ? []
    : line.values.flatMap((value, i) => {
        const shown = other.values[i]?.cell;
        return value.cell.beside && shown && !shown.beside && written(shown.text) === written(value.cell.text)
          ? [key(value)]
          : [];
      });

/** Titles, heads and labels in doubt that the PDF shows as they are. */
function settledTexts(own: readonly Grid[], shown: readonly Grid[]): readonly string[] {
  const texts = new Set(
    shown.flatMap(({ rows }) => rows.flat().flatMap(({ text, beside }) => (beside ? [] : [written(text)]))),
  );
  return own.flatMap(({ rows }, grid) =>
    rows.flatMap((cells, row) =>
      cells.flatMap(({ text, beside }, column) =>
        beside && /\p{L}/u.test(text) && texts.has(written(text)) ? [key({ grid, row, column })] : [],
      ),
    ),
  );
}

const withoutDoubts = (grid: Grid, g: number, settled: ReadonlySet<string>): Grid => ({
  ...grid,
  rows: grid.rows.map((cells, row) =>
    cells.map((cell, column): Cell => {
      if (!settled.has(key({ grid: g, row, column }))) return cell;
      const { beside: _, ...plain } = cell;
      return plain;
    }),
  ),
});

function disagree(grids: readonly Grid[], shown: readonly Grid[], [value, other]: Fault): Issue {
  const place = provenanceOf(grids, value);
  const there = other && provenanceOf(shown, other);
  const seen = ({ raw, part, row, column }: Provenance) => ({ text: received(raw), part: received(part), row, column });
  return anError("twin-disagrees", {
    about: { document: seen(place), pdf: there ? seen(there) : null },
    place,
    ...(there && { also: [there] }),
  });
}

/** Lines of figures that one of them alone has. */
function linesAlone(pdf: ReadFile, alone: readonly Line[]): readonly Issue[] {
  if (alone.length === 0) return [];
  const labels = [...new Set(alone.map(({ label }) => label))].map(received);
  return [
    aWarning("twin-line-alone", {
      about: { pdf: received(pdf.source.name), labels },
      place: { file: pdf.source.path },
    }),
  ];
}

const isTwin = (original: ReadFile, pdf: ReadFile, settled: number): Issue =>
  aNote("twin-read", {
    about: { original: received(original.source.name), settled },
    place: { file: pdf.source.path },
  });
