/** What stands around a table: captions, titles, sheet, file, folder; nearest first. */
import { quote } from "../model/format.ts";
import type { Force, StatementId } from "../model/observation.ts";
import {
  comparePeriods,
  contains,
  lengthOf,
  month,
  type Period,
  parseQuarterId,
  periodKey,
  wholeYear,
} from "../model/period.ts";
import { fold, type Measure, type Words } from "../nomenclature/index.ts";
import { type FacetParser, type Facets, isExplained } from "./facets.ts";
import type { Block } from "./layout.ts";
import type { PeriodPart } from "./period-text.ts";
import type { Anchor } from "./resolve.ts";
import { isYearLike, type View, type ViewCell } from "./view.ts";

/** One text around the table. `near`: it stands in the table or just above it, and not only at the top of the document. */
export interface Line {
  readonly text: string;
  readonly facets: Facets;
  readonly cell: ViewCell | null;
  readonly near: boolean;
}

export interface Surroundings {
  /** Lines above the table, nearest first: its captions, then the document's titles. */
  readonly lines: readonly Line[];
  readonly sheet: Facets;
  readonly file: Facets;
  readonly folder: Period | null;
}

/** "Source : …", "Édité le …": a note says nothing of the table that follows. */
export function isNote(text: string, words: Words): boolean {
  if (/^\s*(?:\(\d+\)|\*|n\.?b\.?\s*:|n°|(?:vos |nos )?r[ée]f|t[ée]l)/i.test(text)) return true;
  const folded = `${fold(text)} `;
  return words.notes.some((note) => folded.startsWith(`${note} `));
}

const toLine = (cell: ViewCell, near: boolean): Line => ({ text: cell.text, facets: cell.facets, cell, near });

const headerTexts = (view: View, block: Block): string =>
  block.header
    .map((r) =>
      view
        .own(r)
        .map((c) => c.text)
        .join("|"),
    )
    .join("\n");

/**
 * The surroundings of block `i`. A table without a caption of its own continues the one before it when it repeats its header
 * or has none (the next page); otherwise only the first table's upper titles speak of it.
 */
export function surround(
  view: View,
  blocks: readonly Block[],
  i: number,
  words: Words,
  parse: FacetParser,
  file: FileNames,
): Surroundings {
  const usable = (cells: readonly ViewCell[]) => cells.filter((c) => !isNote(c.text, words));
  let owner = i;
  while (owner > 0) {
    const block = blocks[owner];
    const before = blocks[owner - 1];
    if (!block || !before || usable(block.lines).length > 0) break;
    if (block.header.length > 0 && headerTexts(view, block) !== headerTexts(view, before)) break;
    owner--;
  }
  const own = usable(blocks[owner]?.lines ?? []);
  const continued =
    owner < i
      ? usable(blocks.slice(owner, i).flatMap((b) => b.items.flatMap((x) => (x.kind === "line" ? [x.cell] : []))))
      : [];
  const first = usable(blocks[0]?.lines ?? []);
  const titles =
    owner === 0
      ? []
      : first.filter((c, n) => n < first.length - 1 || first.length === 1 || c.facets.statements.length > 0);
  return {
    lines: [
      ...continued.toReversed().map((c) => toLine(c, true)),
      ...own.toReversed().map((c) => toLine(c, true)),
      ...titles.toReversed().map((c) => toLine(c, false)),
    ],
    sheet: parse(file.part),
    file: parse(file.name.replace(/\.[A-Za-z0-9]{2,5}$/, "")),
    folder: folderQuarter(file.delivery),
  };
}

export interface FileNames {
  readonly part: string;
  readonly name: string;
  readonly delivery: string;
}

/** "2026-T1-rectificatif" => first quarter of 2026 */
const folderQuarter = (delivery: string): Period | null =>
  parseQuarterId(/^\d{4}-T[1-4]/.exec(delivery)?.[0] ?? "") ?? null;

/** A part that says both its year and its months. */
function fullPeriod(part: PeriodPart): Period | undefined {
  if (part.full) return part.full;
  if (typeof part.year !== "number" || part.rolling) return undefined;
  if (part.within) {
    const first = part.cumulative ? 1 : part.within[0];
    return { first: month(part.year, first), last: month(part.year, part.within[1]) };
  }
  return part.wholeYear && !part.cumulative ? wholeYear(part.year) : undefined;
}

/** A bare year among words that are not understood ("Réf. : EM/2026-118") names no period of the statement. */
const isTelling = (f: Facets): boolean =>
  f.statements.length > 0 ||
  isExplained(f) ||
  f.periods.some((p) => fullPeriod(p) !== undefined || p.within !== undefined || p.cumulative);

interface Level {
  readonly source: Anchor["source"];
  readonly parts: readonly PeriodPart[];
}

/** The latest period named by the nearest level; a quarter without its year takes the year of the next level that has one. */
export function findAnchor(around: Surroundings, headings: readonly ViewCell[]): Anchor | null {
  const headingParts = headings.flatMap((c): readonly PeriodPart[] =>
    isYearLike(c)
      ? [{ year: Number(c.text) }]
      : c.facets.measure === null || c.facets.measure === "count"
        ? c.facets.periods
        : [],
  );
  const said = around.lines.filter((l) => isTelling(l.facets));
  const near = said.filter((l) => l.near).flatMap((l) => l.facets.periods);
  const far = said.filter((l) => !l.near).flatMap((l) => l.facets.periods);
  const levels: readonly Level[] = [
    { source: "title", parts: near },
    { source: "title", parts: far },
    { source: "header", parts: headingParts },
    { source: "sheet", parts: around.sheet.periods },
    { source: "file", parts: around.file.periods },
    { source: "folder", parts: around.folder ? [{ full: around.folder }] : [] },
  ];
  let months: { readonly within: readonly [number, number]; readonly source: Anchor["source"] } | null = null;
  let year: number | null = null;
  for (const { source, parts } of levels) {
    const full = parts.map(fullPeriod).filter((p) => p !== undefined);
    const years = parts.flatMap((p) =>
      typeof p.year === "number" ? [p.year] : p.full ? [Number(p.full.last.slice(0, 4))] : [],
    );
    if (months !== null && year === null && years.length > 0) year = Math.max(...years);
    else if (months === null && full.length > 0) {
      const latest = full.toSorted((a, b) => comparePeriods(b, a) || lengthOf(a) - lengthOf(b))[0];
      if (latest && (year === null || Number(latest.last.slice(0, 4)) === year || source !== "folder"))
        return { period: latest, source };
      if (latest && year !== null)
        return {
          period: {
            first: month(year, Number(latest.first.slice(5))),
            last: month(year, Number(latest.last.slice(5))),
          },
          source,
        };
    } else if (months === null) {
      const partial = parts.filter((p) => p.within !== undefined && p.year === undefined && !p.full);
      const last = partial.toSorted((a, b) => (b.within?.[1] ?? 0) - (a.within?.[1] ?? 0))[0];
      if (last?.within) months = { within: last.within, source };
      if (years.length > 0 && year === null) year = Math.max(...years);
    }
    if (months !== null && year !== null)
      return {
        period: { first: month(year, months.within[0]), last: month(year, months.within[1]) },
        source: months.source,
      };
  }
  return null;
}

/** The statement that the nearest text names alone; null when none does, or when the nearest names two. */
export function findStatement(around: Surroundings): StatementId | null {
  for (const f of [...around.lines.map((l) => l.facets), around.sheet, around.file]) {
    const [first, second] = [...new Set(f.statements)];
    if (first && !second) return first;
  }
  return null;
}

export type ForceFinding =
  | { readonly kind: "force"; readonly force: Force; readonly text: string }
  | { readonly kind: "none" }
  | { readonly kind: "doubt"; readonly readings: readonly string[] };

/**
 * The force that captions, sheet or file say. A force said in a letterhead, with the statement's title between it and the
 * table, may be the sender and not the counts: both readings are given.
 */
export function findForce(around: Surroundings, inBlock: readonly Line[]): ForceFinding {
  let between: Line | null = null;
  for (const line of [...inBlock, ...around.lines]) {
    const { force, total, weakForce, statements } = line.facets;
    const said = force ?? (total && isExplained(line.facets) ? "ensemble" : null);
    if (said) {
      if (between && statements.length === 0 && line.facets.periods.length === 0 && said !== "ensemble")
        return {
          kind: "doubt",
          readings: [
            `${quote(line.text)} dit quelle force a enregistré les faits`,
            `${quote(line.text)} est l'en-tête du service, et les faits sont ceux des deux forces`,
          ],
        };
      const { force: sheet } = around.sheet;
      // "Police et gendarmerie" in the title of a workbook of one sheet a force
      if (said === "ensemble" && sheet && sheet !== said && !inBlock.includes(line))
        return { kind: "force", force: sheet, text: "le nom de la feuille" };
      return { kind: "force", force: said, text: line.text };
    }
    if (weakForce && weakForce !== "ensemble" && inBlock.includes(line))
      return {
        kind: "doubt",
        readings: [
          `${quote(line.text)} dit quelle force a enregistré les faits`,
          `${quote(line.text)} ne dit rien des chiffres`,
        ],
      };
    if (!inBlock.includes(line) && (statements.length > 0 || line.facets.periods.length > 0)) between ??= line;
  }
  for (const [facets, text] of [
    [around.sheet, "le nom de la feuille"],
    [around.file, "le nom du fichier"],
  ] as const)
    if (facets.force) return { kind: "force", force: facets.force, text };
  return { kind: "none" };
}

/** A measure said by a caption or title: "Faits élucidés", "Taux pour 1 000 habitants". */
export function findMeasure(around: Surroundings, inBlock: readonly Line[], axisHasPeriod: boolean): Measure | null {
  for (const line of [...inBlock, ...around.lines]) {
    const { measure } = line.facets;
    if (measure === "other" || measure === "rate") return measure;
    if (measure !== null && measure !== "count" && !axisHasPeriod) return measure;
  }
  return [around.sheet, around.file].map((f) => f.measure).find((m) => m === "other" || m === "rate") ?? null;
}

/** The period said by the nearest caption or title that says one, then by sheet and file. */
export function findPeriodLine(around: Surroundings, inBlock: readonly Line[]): PeriodFinding {
  const said = [...inBlock, ...around.lines].filter((l) => l.facets.periods.length > 0);
  const [nearest] = said;
  if (nearest) {
    if (nearest.facets.periods.length > 1)
      return {
        kind: "doubt",
        text: nearest.text,
        readings: nearest.facets.periods.map((p) => partText(p, nearest.text)),
      };
    const others = said
      .slice(1)
      .flatMap((l) => l.facets.periods.map(fullPeriod))
      .filter((p) => p !== undefined);
    const [part] = nearest.facets.periods;
    const own = part ? fullPeriod(part) : undefined;
    const sheet = around.sheet.periods.length === 1 ? around.sheet.periods.map(fullPeriod)[0] : undefined;
    if (own && sheet && periodKey(sheet) !== periodKey(own) && !around.sheet.periods[0]?.wholeYear)
      return {
        kind: "doubt",
        text: nearest.text,
        readings: [`${periodKey(own)} (titre)`, `${periodKey(sheet)} (nom de la feuille)`],
      };
    const rival = isExplained(nearest.facets) || own === undefined ? undefined : others.find((p) => !contains(p, own));
    if (rival && own) return { kind: "doubt", text: nearest.text, readings: [periodKey(own), periodKey(rival)] };
    return part ? { kind: "part", part, text: nearest.text, explained: isExplained(nearest.facets) } : { kind: "none" };
  }
  for (const [facets, text] of [
    [around.sheet, "nom de la feuille"],
    [around.file, "nom du fichier"],
  ] as const) {
    const [part, second] = facets.periods;
    if (part && !second) return { kind: "part", part, text, explained: false };
  }
  return { kind: "none" };
}

export type PeriodFinding =
  | { readonly kind: "part"; readonly part: PeriodPart; readonly text: string; readonly explained: boolean }
  | { readonly kind: "none" }
  | { readonly kind: "doubt"; readonly text: string; readonly readings: readonly string[] };

function partText(part: PeriodPart, text: string): string {
  const full = fullPeriod(part);
  return full ? periodKey(full) : quote(text);
}
