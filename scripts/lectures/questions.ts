/** What a person is asked: each doubt of a file with what may be answered, each of these tried before it is offered. */
import { createHash } from "node:crypto";
import { shapeOf } from "../map/index.ts";
import { oneLine } from "../model/format.ts";
import { hasError, type Issue, type Place, type Result } from "../model/issue.ts";
import type { Answer } from "../model/lecture.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { cellsOf, entersSeries, type Observation, type Provenance, type Recognition } from "../model/observation.ts";
import { type Asking, CHOICES, type ChoiceId, isAside, type Question, type QuestionKind } from "../model/question.ts";
import { CIVILITY } from "../nomenclature/index.ts";
import { nearIndicators } from "./near-lines.ts";
import { placeOfText } from "./place-of-text.ts";

/** Reads the file again with one more answer. */
type Try = (answer: Answer) => Result<Recognition>;

interface Known {
  readonly recognition: Recognition;
  /** Of the file, told as they are. */
  readonly issues: readonly Issue[];
  /** Given already. */
  readonly answers: readonly Answer[];
  readonly nomenclature: Nomenclature;
  /** Is a text made of words that name nobody? */
  readonly isKnown: (text: string) => boolean;
  readonly attempt: Try;
  /** Is a line known as it was sent: confirmed so of a file before? */
  readonly isKept: (line: Pick<Observation, "statement" | "label">) => boolean;
}

/** Always there, and in no need to be tried. */
const ASIDES = [CHOICES.leaveOut, CHOICES.unknown] as const;

export function questionsOf(known: Known): readonly Question[] {
  const { issues, attempt } = known;
  const doubts = issues.flatMap((issue): readonly Question[] => {
    const question = questionOf(issue);
    if (!question) return [];
    const tried = question.may.filter(
      (choice) => !isAside({ choice }) && settles(question, attempt(answerTo(question, choice))),
    );
    // the place of the doubt is a figure of its; a person looks for the text
    const place = placeOfText(question.text, known.recognition);
    const likeName = question.kind === "head" && looksLikePerson(question.text, known.isKnown);
    return [{ ...question, likeName, ...(place && { places: [place] }), may: [...tried, ...ASIDES] }];
  });
  const lines = lineQuestions(known);
  return [...doubts, ...lines, ...nameQuestions(known, [...doubts, ...lines])];
}

export const answerTo = ({ kind, text, statement, bound }: Question, choice: ChoiceId): Answer => ({
  kind,
  text,
  choice,
  statement,
  ...(bound !== undefined && { bound }),
});

/** "force-3f9a21c0": of the file, the place, the kind and the text received. */
export function questionId(
  { kind, text }: { readonly kind: QuestionKind | "lines"; readonly text: string },
  { file, ...at }: Place,
): string {
  const where = "row" in at ? [at.part, at.row, at.column] : [];
  const hash = createHash("sha256").update(JSON.stringify([file, ...where, kind, text]));
  return `${kind}-${hash.digest("hex").slice(0, 8)}`;
}

export const questionAt = (asking: Asking, place: Place, more: Partial<Question> = {}): Question => ({
  statement: null,
  likeName: false,
  list: null,
  id: questionId(asking, place),
  file: place.file,
  places: "row" in place ? [place] : [],
  ...asking,
  ...more,
});

/** null: it asks nothing of the person. */
export const questionOf = ({ asks, place }: Issue): Question | null =>
  asks && asks.may.length > 0 && place ? questionAt(asks, place) : null;

/** The doubt is no longer said; what comes is figures, or the next clear question. */
const settles = ({ id }: Question, { value, issues }: Result<Recognition>): boolean =>
  !issues.some((other) => questionOf(other)?.id === id) && (value.observations.length > 0 || hasError(issues));

/**
 * Each line that the nomenclature does not know, in one list, which one answer settles: a line must not leave the series in silence, nor be
 * printed unseen. One that looks like a person's name is answered alone.
 */
function lineQuestions(known: Known): readonly Question[] {
  const { recognition, answers, nomenclature, isKnown, attempt, isKept } = known;
  const { observations } = recognition;
  const isAnswered = (label: string): boolean => answers.some((a) => a.kind === "line" && a.text === label);
  const unknown = new Map(
    observations
      .filter((o) => o.indicator === null && entersSeries(o) && !isAnswered(o.label) && !isKept(o))
      .map((o) => [`${o.statement}|${o.label}`, o]),
  );
  const list = questionId({ kind: "lines", text: "" }, { file: recognition.file.source.path });
  return [...unknown.values()].map((o): Question => {
    const likeName = looksLikePerson(o.label, isKnown);
    const asking: Asking = { kind: "line", text: o.label, may: [] };
    const about = { statement: o.statement, likeName, list: likeName ? null : list };
    const question = questionAt(asking, placeOfLabel(o, recognition), about);
    const isWhole = (choice: ChoiceId): boolean =>
      attempt(answerTo(question, choice)).value.observations.length >= observations.length;
    const near = nearIndicators(o, observations, nomenclature).filter(isWhole);
    return { ...question, may: [...near, CHOICES.asSent, ...ASIDES] };
  });
}

/** The cell of the label in the figure's row; elsewhere the figure's own. */
function placeOfLabel({ label, provenance }: Observation, { tables }: Recognition): Provenance {
  const cells = tables.filter(({ grid }) => grid.part === provenance.part).flatMap(cellsOf);
  const own = cells.find(({ place }) => place.row === provenance.row && oneLine(place.raw) === label);
  return own?.place ?? provenance;
}

/** What a bulletin may print of a table once it is confirmed, besides its lines: heads, captions, families, names of sheets. */
const printable = ({ file, tables }: Recognition): readonly (readonly [text: string, place: Place])[] =>
  tables.flatMap((table): readonly (readonly [string, Place])[] => {
    const cells = cellsOf(table);
    if (!cells.some(({ reading }) => reading.kind === "count")) return [];
    // what is understood names a line or a column: « Cambr. log. »
    const printed = cells.filter(
      ({ reading }) =>
        reading.kind === "not-understood" ||
        (reading.kind === "text" && reading.role !== "title" && reading.means === null),
    );
    const { part } = table.grid;
    return [[part, { file: file.source.path, part }], ...printed.map(({ place }) => [place.raw, place] as const)];
  });

/** Whoever answers these has read the text itself. */
const BY_ITS_WORDS: ReadonlySet<QuestionKind> = new Set(["name", "line", "head"]);

/** Of each text that is written as a person's name, once. */
function nameQuestions({ recognition, answers, isKnown }: Known, asked: readonly Question[]): readonly Question[] {
  const settled = new Set(
    [...answers, ...asked].flatMap(({ kind, text }) => (BY_ITS_WORDS.has(kind) ? [shapeOf(text)] : [])),
  );
  const names = new Map(
    printable(recognition).filter(([text]) => looksLikePerson(text, isKnown) && !settled.has(shapeOf(text))),
  );
  return [...names].map(([text, place]) =>
    questionAt({ kind: "name", text, may: [CHOICES.nobody, CHOICES.leaveOut] }, place, { likeName: true }),
  );
}

const CIVIL = new RegExp(`(?<!\\p{L})${CIVILITY}(?!\\p{L})`, "u");

/** « KERVADEC, Anne », « mme kervadec »: a civility, whatever its letters, or two words of which the statements know none. */
function looksLikePerson(label: string, isKnown: (text: string) => boolean): boolean {
  if (isKnown(label)) return false;
  const words = label
    .replace(/-\n\s*/g, "") // "Homi-\ncides"
    .split(/[^\p{L}'’-]+/u)
    .filter((word) => word.length > 1);
  return (
    CIVIL.test(label.toUpperCase()) || (words.length >= 2 && words.length <= 4 && words.every((word) => !isKnown(word)))
  );
}
