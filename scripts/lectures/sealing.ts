/**
 * What a lecture keeps of a file: the texts that its reading uses, those of known words, and those confirmed for print. Of every other text –
 * deleted, hidden, a note, a comment – its place and a keyed hash (map/seal.ts): a later file is still held to it, and nobody reads it again.
 */
import { isValue, readText, says, seal, shapeOf } from "../map/index.ts";
import { periodOfDelivery } from "../model/delivery.ts";
import { oneLine } from "../model/format.ts";
import { type Beside, type Cell, shownIn } from "../model/grid.ts";
import type { Issue, Place } from "../model/issue.ts";
import type { Answer, ConfirmedFile } from "../model/lecture.ts";
import { cellsOf, type Provenance, provenanceKey, type ReadTable, type Recognition } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { CHOICES } from "../model/question.ts";
import { isReceived, type Received, type Sealed } from "../model/received.ts";
import { ownDaysIn } from "../model/typed.ts";
import { printedNotes } from "./notes.ts";
import { WORDS } from "./remark-keys.ts";

export interface Sealing {
  /** Of the folder of the lectures. */
  readonly key: string;
  /** Is a text made of words that name nobody? */
  readonly isKnown: (text: string) => boolean;
}

/** As it may be written: without the texts that it does not use. */
export function withoutUnused(file: ConfirmedFile, { key, isKnown }: Sealing): ConfirmedFile {
  const { recognition } = file;
  const ticked = printedNotes(recognition, file.answers).map(({ text }) => text);
  const used = new Set([...usedTexts(recognition), ...ticked]);
  const shapes = new Set([...used].map(shapeOf).filter(hasWord));
  const periods = [...periodsIn(recognition)];
  const isKept = (text: string, isShown: boolean): boolean =>
    text.trim() === "" ||
    shapes.has(shapeOf(text)) ||
    (isShown && (used.has(oneLine(text)) || isKnown(text) || isValue(text.trim())));
  const sealed = (text: string): Sealed => {
    const own = seal(text, key);
    const isTold = periods.some((period) => says(readText(text).dates, period));
    const dates = isTold ? own.dates : own.dates.filter(({ unit }) => unit === "number");
    return { ...own, dates };
  };
  const names = new Map(
    recognition.tables.flatMap((table, i): readonly (readonly [string, string])[] => {
      const { part, hidden } = table.grid;
      return isKept(part, !hidden) || holdsFigures(table, recognition) ? [] : [[part, String(i + 1)]];
    }),
  );
  const within = (text: string): boolean => isKept(text, true) || [...used].some((one) => one.includes(text));
  const keeping: Keeping = { isKept, within, sealed, nameOf: (part) => names.get(part) ?? part };
  const tables = recognition.tables.map((table) => sealTable(table, keeping));
  const grids = tables.map(({ grid }) => grid);
  return {
    ...file,
    key,
    recognition: { ...recognition, file: { ...recognition.file, grids }, tables },
    remarks: file.remarks.map((remark) => sealRemark(remark, keeping)),
    answers: file.answers.map((answer) =>
      answer.kind === "remark" || answer.choice === CHOICES.unknown || within(answer.text)
        ? answer
        : ({ ...answer, text: "", sealed: sealed(answer.text) } satisfies Answer),
    ),
  };
}

/** A label has so many signs at most. */
const CUT = 500;

/** Labels, families, names of parts with figures, and each text that says something of a figure. */
function usedTexts(recognition: Recognition): ReadonlySet<string> {
  const { file, tables, observations, printed, undated } = recognition;
  const lines = [...observations, ...printed].flatMap(({ label, family }) => [label, family ?? ""]);
  const figures = new Set([...observations, ...printed, ...undated].map(({ provenance }) => provenanceKey(provenance)));
  const cells = tables.flatMap(cellsOf).flatMap(({ reading, place }) => {
    const text = oneLine(place.raw);
    const isUsed = reading.kind === "text" && reading.means !== null;
    // of a label that is too long, the first signs alone are one
    const isLabel = lines.some((label) => label.length >= CUT && text.startsWith(label));
    return isUsed || isLabel || figures.has(provenanceKey(place)) ? [text] : [];
  });
  const parts = tables.flatMap((table) => (holdsFigures(table, recognition) ? [table.grid.part] : []));
  const all = [...lines, ...undated.map(({ label }) => label), ...cells, ...parts, file.source.path];
  return new Set(all.filter((text) => text.trim() !== ""));
}

const holdsFigures = ({ grid }: ReadTable, { observations, printed, undated }: Recognition): boolean =>
  [...observations, ...printed, ...undated].some(({ provenance }) => provenance.part === grid.part);

/** Months that a text may say of a figure. */
const periodsIn = ({ file, observations }: Recognition): readonly Period[] => [
  periodOfDelivery(file.source.delivery),
  ...observations.map(({ period }) => period),
];

/** "{n}" is any number: that one is used keeps no other. */
const hasWord = (shape: string): boolean => /\p{L}/u.test(shape.replace(/\{\p{L}+\}/gu, ""));

/** What is kept of a file's texts. */
interface Keeping {
  readonly isKept: (text: string, isShown: boolean) => boolean;
  /** Is it kept, or a part of a text that is? */
  readonly within: (text: string) => boolean;
  readonly sealed: (text: string) => Sealed;
  readonly nameOf: (part: string) => string;
}

function sealTable(table: ReadTable, { isKept, sealed, nameOf }: Keeping): ReadTable {
  const { grid } = table;
  const { besides = [], comments = [], ...own } = grid;
  const isShown = shownIn(grid);
  const besideOf = (beside: Beside): Beside =>
    beside.kind === "unplain" || isKept(beside.text, false)
      ? beside
      : { kind: beside.kind, text: "", sealed: sealed(beside.text) };
  const rows = grid.rows.map((cells, row) =>
    cells.map((cell, column): Cell => {
      const text = isKept(oneLine(cell.text), isShown(row, column)) ? {} : { text: "", sealed: sealed(cell.text) };
      return { ...cell, ...text, ...(cell.beside && { beside: cell.beside.map(besideOf) }) };
    }),
  );
  const isOpen = (text: string): boolean => isKept(text, !grid.hidden);
  const left = [...besides.filter((text) => !isOpen(text)), ...comments];
  const days = grid.rows.flat().flatMap(({ text }) => ownDaysIn(text));
  const part = nameOf(grid.part);
  return {
    ...table,
    grid: {
      ...own,
      rows,
      ...(part !== grid.part && { part, sealedPart: sealed(grid.part) }),
      ...(besides.some(isOpen) && { besides: besides.filter(isOpen) }),
      ...(left.length > 0 && { sealedBesides: left.map(sealed) }),
      ...(days.length > 0 && { ownDays: days }),
    },
  };
}

function sealRemark(remark: Issue, keeping: Keeping): Issue {
  const { nameOf, within } = keeping;
  const place = <T extends Place>(own: T): T => ({
    ...own,
    ...(own.part !== undefined && { part: nameOf(own.part) }),
    ...("raw" in own && !within(own.raw) && { raw: "" }),
  });
  const { asks: _, place: at, also, ...own } = remark;
  return {
    ...own,
    ...("about" in own && { about: sealReceived(own.about, keeping) }),
    ...(at && { place: place(at) }),
    ...(also && { also: also.map((one): Provenance => place(one)) }),
  } as Issue;
}

/** No sentence is kept: what a remark says is said anew where it is shown. */
const isWords = (name: string, one: unknown): boolean =>
  WORDS.has(name) && [one].flat().every((text) => typeof text === "object" && text !== null && isReceived(text));
const wordless = (one: unknown): unknown => (Array.isArray(one) ? [] : NO_WORDS);
const NO_WORDS: Received = { received: "", sealed: "" };

/** The texts of what a remark is about. */
function sealReceived(about: unknown, keeping: Keeping): unknown {
  if (typeof about !== "object" || about === null) return about;
  if (Array.isArray(about)) return about.map((one) => sealReceived(one, keeping));
  if (isReceived(about)) {
    const { received } = about;
    return keeping.within(received)
      ? about
      : ({ received: "", sealed: keeping.sealed(received).shape } satisfies Received);
  }
  return Object.fromEntries(
    Object.entries(about).map(([name, one]) => [name, isWords(name, one) ? wordless(one) : sealReceived(one, keeping)]),
  );
}
