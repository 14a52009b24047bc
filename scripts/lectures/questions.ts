/** What a person is asked: each doubt of a file with its numbered answers, each of them tried before it is offered. */
import { quote } from "../model/format.ts";
import { hasError, type Issue, type Result } from "../model/issue.ts";
import type { Answer } from "../model/lecture.ts";
import { editDistance } from "../model/nearest.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { entersSeries, type Recognition } from "../model/observation.ts";
import { CIVILITY, fold } from "../nomenclature/index.ts";
import { abstract } from "./abstract.ts";

export interface Choice {
  /** In French. */
  readonly says: string;
  readonly answer: Answer;
}

export interface Question {
  readonly asks: string;
  /** The message of the doubt that it settles; null: it settles none. */
  readonly settles: string | null;
  readonly place: Issue["place"];
  readonly choices: readonly Choice[];
}

/** Reads the file again with one more answer. */
type Try = (answer: Answer) => Result<Recognition>;

const READINGS: Readonly<Record<string, string>> = {
  ignorer: "ne pas en tenir compte",
  commune: "c'est la commune",
  ensemble: "police et gendarmerie ensemble",
  police: "police nationale",
  gendarmerie: "gendarmerie nationale",
  nombre: "des nombres de faits",
  evolution: "des évolutions",
  taux: "des taux",
};

interface Asking {
  readonly recognition: Recognition;
  /** Of the file, told as they are. */
  readonly issues: readonly Issue[];
  /** Given already. */
  readonly answers: readonly Answer[];
  readonly nomenclature: Nomenclature;
  /** Is a text made of words that name nobody? */
  readonly isKnown: (text: string) => boolean;
  readonly attempt: Try;
}

export function questionsOf(asking: Asking): readonly Question[] {
  const { issues, attempt } = asking;
  const doubts = issues.flatMap((issue): readonly Question[] => {
    if (!issue.choices) return [];
    const choices = issue.choices.flatMap(({ text, reading, says }): readonly Choice[] => {
      const answer: Answer = { kind: "word", text, reading };
      return settles(issue, attempt(answer)) ? [{ says: says ?? READINGS[reading] ?? reading, answer }] : [];
    });
    return choices.length > 0
      ? [
          {
            asks: withoutReadings(issue.message, choices.length > 1),
            settles: issue.message,
            place: issue.place,
            choices,
          },
        ]
      : [];
  });
  const lines = lineQuestions(asking);
  return [...doubts, ...lines, ...nameQuestions(asking, lines)];
}

/** "… peut se lire de plusieurs façons : 1) …": the answers say them. */
const withoutReadings = (message: string, isChoice: boolean): string => {
  const said = message.replace(/[\s\u00a0]*:\s*1\)\s.*$/s, ".");
  if (said === message) return `${message} Que dit-il ?`;
  return `${said} ${isChoice ? "Laquelle est la bonne ?" : "Si celle-ci n'est pas la bonne, arrêtez là, et demandez au service le bon fichier."}`;
};

/** The doubt is no longer said; what comes is figures, or the next clear question. */
const settles = (issue: Issue, { value, issues }: Result<Recognition>): boolean =>
  !issues.some((other) => other.rule === issue.rule && other.message === issue.message) &&
  (value.observations.length > 0 || hasError(issues));

/**
 * A line that the nomenclature does not know and that is near one which it knows: it must not leave the series in silence. One that looks
 * like a person's name is asked about too.
 */
function lineQuestions({ recognition, answers, nomenclature, isKnown, attempt }: Asking): readonly Question[] {
  const { observations } = recognition;
  const isAnswered = (label: string): boolean => answers.some((a) => a.kind === "line" && a.label === label);
  const unknown = new Map(
    observations
      .filter((o) => o.indicator === null && entersSeries(o) && !isAnswered(o.label))
      .map((o) => [`${o.statement}|${o.label}`, o]),
  );
  return [...unknown.values()].flatMap((o): readonly Question[] => {
    const indicators = nomenclature.statements.find((s) => s.id === o.statement)?.indicators ?? [];
    const held = new Set(
      observations.filter((other) => other.statement === o.statement).map((other) => other.indicator),
    );
    const near = indicators
      .filter(({ id }) => !held.has(id))
      .map((indicator) => ({ indicator, distance: distanceTo(o.label, [indicator.label, ...indicator.aliases]) }))
      .filter(({ distance }) => distance <= NEAR)
      .toSorted((a, b) => a.distance - b.distance)
      .slice(0, 3);
    const isName = looksLikePerson(o.label, isKnown);
    if (near.length === 0 && !isName) return [];
    const line = (indicator: string | null): Answer => ({
      kind: "line",
      statement: o.statement,
      label: o.label,
      indicator,
    });
    const choices = [
      ...near.map(
        ({ indicator }): Choice => ({ says: `c'est la ligne ${quote(indicator.label)}`, answer: line(indicator.id) }),
      ),
      { says: "c'est une autre ligne : la garder telle quelle", answer: line(null) },
    ].filter(({ answer }) => attempt(answer).value.observations.length >= observations.length);
    return [
      {
        asks: isName
          ? `${quote(o.label)} ressemble au nom d'une personne. Si c'en est un, arrêtez là, et retirez ce fichier. Sinon, qu'est-ce que c'est ?`
          : `La ligne ${quote(o.label)} n'est pas dans la nomenclature. Qu'est-ce que c'est ?`,
        settles: null,
        place: o.provenance,
        choices,
      },
    ];
  });
}

/** What a bulletin may print of a table once it is confirmed, besides its lines: heads, captions, families, names of sheets. */
const printable = ({ tables }: Recognition): readonly string[] =>
  tables.flatMap(({ grid, readings }) => {
    const all = readings.flatMap((row, i) =>
      row.map((reading, j) => ({ reading, text: grid.rows[i]?.[j]?.text ?? "" })),
    );
    if (!all.some(({ reading }) => reading.kind === "count")) return [];
    const isPrinted = ({ reading }: (typeof all)[number]): boolean =>
      reading.kind === "not-understood" || (reading.kind === "text" && reading.role !== "title");
    return [grid.part, ...all.filter(isPrinted).map(({ text }) => text)];
  });

/** One question for all of them that look like a person's name. */
function nameQuestions({ recognition, answers, isKnown }: Asking, lines: readonly Question[]): readonly Question[] {
  const asked = lines.flatMap(({ choices }) => choices.map(({ answer }) => answer));
  const settled = new Set(
    [...answers, ...asked]
      .flatMap((a) => (a.kind === "names" ? a.texts : a.kind === "line" ? a.label : []))
      .map(abstract),
  );
  const names = new Set(
    printable(recognition).filter((text) => looksLikePerson(text, isKnown) && !settled.has(abstract(text))),
  );
  if (names.size === 0) return [];
  const texts = [...names];
  return [
    {
      asks: `${texts.map((text) => quote(text)).join(", ")} : ${texts.length > 1 ? "ces textes ressemblent à des noms de personnes. Si l'un d'eux en est un" : "ce texte ressemble au nom d'une personne. Si c'en est un"}, arrêtez là, et retirez ce fichier. Sinon, peut-on l'imprimer ?`,
      settles: null,
      place: { file: recognition.file.source.path },
      choices: [{ says: "oui, personne n'y est nommé", answer: { kind: "names", texts } }],
    },
  ];
}

/** Of the words of two labels, the part that one has and the other has not. */
const NEAR = 0.5;
function distanceTo(label: string, names: readonly string[]): number {
  const wanted = fold(label).slice(0, 120);
  const own = new Set(wanted.split(" ").filter((word) => word.length > 2));
  return Math.min(
    ...names.map((name) => {
      const other = fold(name);
      if (editDistance(wanted, other) <= 2) return 0;
      const words = [...new Set(other.split(" ").filter((word) => word.length > 2))];
      const common = [...own].filter((word) => words.some((one) => isShortFor(word, one))).length;
      return 1 - common / Math.max(1, own.size + words.length - common);
    }),
  );
}

/** "access" for "accessoires", "veh" for "vehicules" */
const isShortFor = (word: string, whole: string): boolean => whole.startsWith(word);

const CIVIL = new RegExp(`(?<!\\p{L})${CIVILITY}(?!\\p{L})`, "u");

/** « KERVADEC, Anne », « mme kervadec »: a civility, whatever its letters, or two words of which the statements know none. */
function looksLikePerson(label: string, isKnown: (text: string) => boolean): boolean {
  if (isKnown(label)) return false;
  const words = label.split(/[^\p{L}'’-]+/u).filter((word) => word.length > 1);
  return (
    CIVIL.test(label.toUpperCase()) || (words.length >= 2 && words.length <= 4 && words.every((word) => !isKnown(word)))
  );
}
