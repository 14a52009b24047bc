/** What stands around a table: captions, titles, sheet, file, folder; nearest first. */
import { quarterOfDelivery } from "../../model/delivery.ts";
import { bareName } from "../../model/grid.ts";
import type { Period } from "../../model/period.ts";
import { fold, type Words } from "../../nomenclature/index.ts";
import type { FacetParser } from "../words/facets.ts";
import { type Facets, isExplained } from "../words/said.ts";
import type { Tools } from "../words/tools.ts";
import { type Block, captionsIn, type Layout } from "./blocks.ts";
import { isFootnote, type View, type ViewCell } from "./view.ts";

/** One text around a row: among the rows of its table, just above the table, or only at the top of the document. */
export interface Line {
  readonly text: string;
  readonly facets: Facets;
  readonly cell: ViewCell | null;
  readonly where: "within" | "above" | "top";
}

/** A cell as a line of text. */
export const toLine = (cell: ViewCell, where: Line["where"]): Line => ({
  text: cell.text,
  facets: cell.facets,
  cell,
  where,
});

export const isNear = ({ where }: Line): boolean => where !== "top";

/**
 * The title of the document among the lines over a table, -1 for none: it names the statement, and captions with a period may stand under
 * it. What stands over it is a letterhead.
 */
export function titleIndex(lines: readonly Line[]): number {
  const named = lines.findIndex(({ facets }) => facets.statements.length > 0);
  const isDated = ({ facets, where }: Line): boolean => where !== "within" && facets.periods.length > 0;
  return named === -1 ? lines.findLastIndex(isDated) : named;
}

export interface Surroundings {
  /** Nearest first: the captions over the row within its table, those of the table, the document's titles. */
  readonly lines: readonly Line[];
  /**
   * Text boxes, headers and footers of printed pages, comments of cells; notes and sentences of the whole grid, wherever they stand; all
   * that stands under its last table.
   */
  readonly notes: readonly Line[];
  readonly sheet: Line;
  /** The file's name without its extension. */
  readonly file: Line;
  readonly folder: Period | null;
  /** A file of the other force stands beside it: its name says whose facts it counts. */
  readonly isOneOfPair: boolean;
}

/** "Confidentiel - IS 101 - T1 2026": whatever its first word, a text that names the statement and its period is a title. */
const isNamed = ({ text, facets }: ViewCell): boolean =>
  facets.statements.length > 0 && facets.periods.length > 0 && !/^\s*[\p{L}.]+\s*:|\.\s*$/u.test(text);

/** "À : mairie de …" heads a mail. */
const OF_A_MAIL = /^\s*(?:de|from|envoy[ée]|date|[àa]|to|cci?)\s*:/i;

/** "Source : …", "Édité le …": a note says nothing of the table that follows. */
export function isNote(view: View, cell: ViewCell, words: Words): boolean {
  const { text, facets } = cell;
  if (isNamed(cell)) return false;
  // "(2) Police" over a table: its number, where no cell sends to a note of that number
  if (/^\s*\(\d\)/.test(text) && facets.force !== null && isExplained(facets)) return isFootnote(view, text);
  if (/^\s*(?:\(\d+\)|\*|n\.?b\.?\s*:|n°|(?:vos |nos )?r[ée]f|t[ée]l)/i.test(text)) return true;
  if (OF_A_MAIL.test(text)) return true;
  const folded = `${fold(text)} `;
  return words.notes.some((note) => folded.startsWith(`${note} `));
}

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
 * What stands around each block. A table without a caption of its own continues the one before it when it repeats its header
 * or has none (the next page); otherwise only the upper titles of the first table speak of it, or of the last one that names its
 * statement, and the lowest where it says but a period. A single table without a text above it has its title below, among `trailing`;
 * what names the statement and its period there speaks of all of them.
 */
export function surround(
  view: View,
  { blocks, trailing }: Layout,
  { words, parse, file, beside, sheets }: Tools,
): readonly Surroundings[] {
  const usable = (cells: readonly ViewCell[]) => cells.filter((c) => !isNote(view, c, words));
  const nearFirst = (cells: readonly ViewCell[]) => usable(cells).toReversed();
  const nameLine = (text: string): Line => ({ text, facets: parse(text), cell: null, where: "top" });
  const names = {
    sheet: sheetLine(view.grid.part, sheets === 1, parse),
    file: nameLine(bareName(file.name)),
    folder: quarterOfDelivery(file.delivery) ?? null,
    isOneOfPair: beside.some((name) => isOtherForce(parse(bareName(name)), parse(bareName(file.name)))),
  };
  const within = blocks.flatMap((b) => [...b.lines, ...captionsIn(b)]);
  const noted = [...within.filter((c) => isNote(view, c, words) || /\.\s*$/.test(c.text)), ...trailing];
  const { besides = [], comments = [] } = view.grid;
  const notes = [...[...besides, ...comments].map(nameLine), ...noted.map((c) => toLine(c, "top"))];
  const titlesOf = ({ lines }: Block) => {
    const all = usable(lines);
    const over = all.filter((c, n) => n < all.length - 1 || all.length === 1 || c.facets.statements.length > 0);
    const dated = (all.length > 1 ? all.slice(-1) : []).filter(saysPeriodAlone);
    const asTitles = (cells: readonly ViewCell[]) => cells.toReversed().map((c) => toLine(c, "top"));
    return { titles: asTitles(over), dated: asTitles(dated) };
  };
  let upper: ReturnType<typeof titlesOf> = { titles: [], dated: [] };
  const isAlone = blocks.length === 1 && usable(blocks[0]?.lines ?? []).length === 0;
  const below = isAlone ? usable(trailing).filter(isTitle) : [];
  // at the foot of each page
  const last = trailing.filter(isNamed).map((cell) => toLine(cell, "top"));
  let before: { readonly block: Block; readonly near: readonly Line[]; readonly far: readonly Line[] } | null = null;
  return blocks.map((block, i): Surroundings => {
    const captions = nearFirst(block.lines).map((c) => toLine(c, "above"));
    const goesOn = before !== null && captions.length === 0 && continues(view, block, before.block);
    const captionsBefore = before ? [...headingsLeftOut(view, block, before.block), ...captionsIn(before.block)] : [];
    const near: readonly Line[] =
      before !== null && goesOn
        ? [...nearFirst(captionsBefore).map((c) => toLine(c, "above")), ...before.near]
        : captions;
    const others = captions.length === 0 ? [...upper.dated, ...upper.titles] : upper.titles;
    const far: readonly Line[] =
      before !== null && goesOn ? before.far : i === 0 ? below.map((c) => toLine(c, "top")) : others;
    before = { block, near, far };
    if (i === 0 || captions.some(({ facets }) => facets.statements.length > 0)) upper = titlesOf(block);
    return { lines: [...near, ...far, ...last], notes, ...names };
  });
}

/** "Délinquance constatée au 3e trimestre 2026" just over the first table: of those without a caption of their own too. */
const saysPeriodAlone = ({ facets: { force, periods, statements, weakForce } }: ViewCell): boolean =>
  periods.length > 0 && statements.length === 0 && force === null && weakForce === null;

/** "IS101 POLICE" beside "IS101 GENDARMERIE", and not beside "IST gendarmerie". */
function isOtherForce(one: Facets, other: Facets): boolean {
  const forces = [one, other].map(({ force, weakForce }) => force ?? weakForce);
  return forces.includes("PN") && forces.includes("GN") && one.statements.join() === other.statements.join();
}

/**
 * The sheet's name: "CPN Valmont" is a district, unless another sheet may be of another force.
 */
function sheetLine(text: string, isOnly: boolean, parse: FacetParser): Line {
  const own = parse(text);
  const isDistrict = isOnly && own.mentions.includes("district");
  return { text, facets: isDistrict ? { ...own, weakForce: null } : own, cell: null, where: "top" };
}

/** "IS 101 – 1er trimestre 2026": understood whole, unlike "Voir aussi l'I.S.T du 4e trimestre". */
const isTitle = ({ facets }: ViewCell): boolean =>
  isExplained(facets) && (facets.statements.length > 0 || facets.periods.length > 0);

/** A page may repeat no more than the lowest headings. */
const continues = (view: View, block: Block, before: Block): boolean =>
  block.header.length === 0 || `\n${headerTexts(view, before)}`.endsWith(`\n${headerTexts(view, block)}`);

/**
 * Those of the table before that this one, which goes on, does not repeat, and that stand over all its columns: "Gendarmerie" over "T1 2025 |
 * T1 2026" is said of the next page too, as a caption is.
 */
const headingsLeftOut = (view: View, block: Block, before: Block): readonly ViewCell[] =>
  before.header.slice(0, -block.header.length).flatMap((row) => {
    const [first, ...others] = view.own(row).filter(({ column }) => column > view.firstColumn);
    return first && others.every(({ text }) => text === first.text) ? [first] : [];
  });
