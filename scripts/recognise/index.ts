/**
 * Stage 2 of the main path: grids to observations. What was understood of each file, and what was not; one mechanism for
 * every layout. From a file to one number:
 *
 *   index.ts         a file       its grids; what they say together
 *   table/table.ts   a grid       its blocks; a doubt refuses the whole grid
 *   table/block.ts   one table    its columns, rows, statement, own period
 *   table/cells.ts   its rows     in order, under their captions and families
 *   table/cell.ts    one number   a count, a printed figure, nothing, or a doubt (layout/outcome.ts)
 *   table/count.ts   its facts    their period and their value: an observation
 *
 * The rooms, each of which uses only those before it:
 *
 *   persons/   what of a file names a person, and is not shown
 *   words/     a text to what it says: a line, a force, a period, a measure, a number
 *   layout/    where things stand: tables, headings, captions; what a person sees of them
 *   periods/   the months that texts say together
 *   meaning/   what a number counts: statement, line, family, force, place, measure, and what each column is for
 *   table/     one grid read, number by number; its issues, and the readings of the control sheet
 *   doubts/    tables that may be read in two ways beside the others of their file
 */

import type { ReadFile } from "../model/grid.ts";
import { aNote, asWarning, aWarning, hasError, type Issue, type Result } from "../model/issue.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { OTHER_STATEMENT, type Recognition, type StatementId } from "../model/observation.ts";
import type { Aside } from "../model/question.ts";
import { received } from "../model/received.ts";
import type { Settings } from "../model/settings.ts";
import {
  type BaseScope,
  baseColumns,
  HEAD_WITHIN,
  loadPlaceWords,
  loadWords,
  withBlankFamilies,
} from "../nomenclature/index.ts";
import { withAsides } from "./doubts/asides.ts";
import { withDoubts } from "./doubts/index.ts";
import { hasOwnFigures, placeIssues } from "./doubts/other-places.ts";
import { forceIssues } from "./doubts/unsaid-forces.ts";
import { createNamesNobody, type NamesNobody, withoutPersons, withoutTheirWords } from "./persons/index.ts";
import { closeTable, type OpenTable, openTable } from "./table/table.ts";
import { withCodes } from "./words/codes.ts";
import { createFacetParser, type FacetParser } from "./words/facets.ts";
import { createLabels } from "./words/labels.ts";
import { createPlaceReader } from "./words/place-text.ts";
import type { Tools } from "./words/tools.ts";
import { createVocabulary } from "./words/vocabulary.ts";

/**
 * What understands the grids of a file that was read. A table that may be read in two ways is refused (error), a heading or a row that
 * is not understood is named (warning) and its numbers are kept in no table; a document that is no statement of the
 * convention is said to be one. `beside`: the names of the other files of its delivery. `asides`: figures that a person has left out.
 */
export function createRecogniser(
  nomenclature: Nomenclature,
  settings: Settings,
  asides: readonly Aside[] = [],
): (file: ReadFile, beside?: readonly string[]) => Result<Recognition> {
  const words = loadWords();
  const labels = createLabels(nomenclature, settings);
  const placeWords = loadPlaceWords();
  const parseAll = createFacetParser(words, nomenclature, settings, null);
  const parserFor = (file: string): FacetParser =>
    settings.words.some((w) => w.file === file) ? createFacetParser(words, nomenclature, settings, file) : parseAll;
  const persons = createNamesNobody(nomenclature, settings);
  return (file, beside = []) => {
    const parse = parserFor(file.source.path);
    const placeIn = createPlaceReader(placeWords, words, nomenclature, settings, parse);
    const tools = { words, nomenclature, settings, labels, parse, placeWords, placeIn, file: file.source };
    return recogniseFile(file, { ...tools, vocabulary: createVocabulary(tools), beside, asides }, persons);
  };
}

const isTitle = (text: string): boolean => text.length <= 120 && !/\.\s*$/.test(text);

function recogniseFile(
  file: ReadFile,
  knowledge: Omit<Tools, "sheets" | "statement">,
  persons: NamesNobody,
): Result<Recognition> {
  const base = findPublicBase(file);
  if (base) return publicBase(file, base);
  const seen = file.grids.filter((grid) => !grid.hidden);
  const labels = withCodes(knowledge.labels, seen);
  const alone = { ...knowledge, labels, sheets: seen.length, statement: null };
  const first = file.grids.map((grid) => openTable(grid, alone));
  const tools = { ...alone, statement: statementOf(first) };
  const doubted = withDoubts(
    tools.statement === null ? first : file.grids.map((grid) => openTable(grid, tools)),
    tools,
  );
  const open = withAsides(doubted, tools);
  const tables = open.map((table) => closeTable(table, tools));
  const value = withBlankFamilies({
    file,
    tables: tables.map((t) => t.table),
    observations: tables.flatMap((t) => t.observations),
    undated: tables.flatMap((t) => t.undated),
    printed: tables.flatMap((t) => t.printed),
  });
  const names = namesOf(open, tools);
  const found = { hasOwn: hasOwnFigures(open), isNamed: names.length > 0 };
  const issues: readonly Issue[] = [
    ...tables.flatMap((t) => t.issues),
    ...placeIssues(open, found, tools.settings),
    ...forceIssues(open, tools),
  ];
  const [title] = names;
  // without a grid the reader has already said why
  const isUnread = file.grids.length > 0 && value.observations.length === 0;
  // where rates or changes were read, only an error says why there is no count; elsewhere any issue does
  const isTold = value.printed.length > 0 ? hasError(issues) : issues.length > 0;
  const isStatement = title !== undefined || value.tables.some((t) => t.statement !== OTHER_STATEMENT);
  if (isStatement && isUnread && !isTold)
    return withoutPersons({ value, issues: [...issues, withoutFigures(value, title)] }, persons);
  const other = otherDocument(value);
  const own = other.length > 0 ? issues.map(asWarning) : issues;
  return withoutPersons({ value, issues: [...own, ...other] }, persons);
}

/** The one statement of a file of which some tables are of none. */
function statementOf(tables: readonly OpenTable[]): StatementId | null {
  const ids = new Set(tables.flatMap(({ readings }) => readings.map(({ statement }) => statement)));
  const [only = null, another] = [...ids].filter((id) => id !== OTHER_STATEMENT);
  return ids.has(OTHER_STATEMENT) && another === undefined ? only : null;
}

/** Texts of a file that name a statement of the convention; a sentence only speaks of one. */
const namesOf = (tables: readonly OpenTable[], tools: Tools): readonly string[] => [
  ...tables.flatMap(({ view }) =>
    view.grid.rows.flatMap((_, row) =>
      view.own(row).flatMap((c) => (c.facets.statements.length > 0 && isTitle(c.text) ? [c.text] : [])),
    ),
  ),
  ...(tools.parse(tools.file.name).statements.length > 0 ? [tools.file.name] : []),
];

/**
 * "IS 101" over a picture, or over numbers that are none to the program; "IS 101 - Faits élucidés", over numbers that count no facts: said,
 * and not taken for another document.
 */
function withoutFigures({ file, printed }: Recognition, title: string | undefined): Issue {
  return aWarning("no-figures-read", {
    about: { title: title === undefined ? null : received(title), hasPrinted: printed.length > 0 },
    place: { file: file.source.path },
  });
}

/** The scope of the public base that the file is; undefined for anything else: a base has its place in data/reference/ alone. */
const findPublicBase = (file: ReadFile): BaseScope | undefined =>
  file.grids.flatMap((grid) =>
    grid.rows.slice(0, HEAD_WITHIN).flatMap((cells) => baseColumns(cells.map(({ text }) => text))?.scope ?? []),
  )[0];

/** A base of the SSMSI among the statements: nothing is read of it there, and its place is named. */
const publicBase = (file: ReadFile, scope: BaseScope): Result<Recognition> => ({
  value: { file, tables: [], observations: [], undated: [], printed: [] },
  issues: [aWarning("public-base-in-delivery", { about: { scope }, place: { file: file.source.path } })],
});

/** Faults of reading in documents that are no statement stop no bulletin: each document is set aside, and named. */
export function withoutOthers(issues: readonly Issue[], recognised: readonly Result<Recognition>[]): readonly Issue[] {
  const others = new Set(
    recognised.flatMap(({ value, issues: own }) =>
      own.some((i) => i.rule === "other-document") ? [value.file.source.path] : [],
    ),
  );
  return withoutTheirWords(issues, recognised).map((issue) =>
    issue.place && others.has(issue.place.file) ? asWarning(issue) : issue,
  );
}

function otherDocument({ file, tables, observations }: Recognition): readonly Issue[] {
  if (file.grids.length === 0 || tables.some((t) => t.statement !== OTHER_STATEMENT)) return [];
  return [aNote("other-document", { about: { isShown: observations.length > 0 }, place: { file: file.source.path } })];
}
