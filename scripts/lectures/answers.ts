/** What a person answered, kept with the template: put back into the settings of each later file that asks the same. */

import { movedPeriod, readName, seal, shapeOf } from "../map/index.ts";
import { periodOfDelivery } from "../model/delivery.ts";
import { oneLine } from "../model/format.ts";
import { bareName, type ReadFile } from "../model/grid.ts";
import type { Answer, Lecture } from "../model/lecture.ts";
import { entersSeries } from "../model/observation.ts";
import { type Period, parsePeriodKey, periodKey, yearOf } from "../model/period.ts";
import { CHOICES, type ChoiceId, isAside, type QuestionKind } from "../model/question.ts";
import type { Sealed } from "../model/received.ts";
import type { Settings } from "../model/settings.ts";
import { declaredKey } from "../nomenclature/index.ts";

/** An answer, and the quarter of the file that it was given for: a period that it says moves with the quarter. */
export interface KeptAnswer {
  readonly answer: Answer;
  readonly quarter: Period;
  /** Of the sealed texts of its lecture. */
  readonly key: string;
}

/** The latest first: one that was given again replaces the one before. */
export const keptAnswers = (lectures: readonly Lecture[]): readonly KeptAnswer[] =>
  lectures
    .toReversed()
    .flatMap(({ delivery, files }) =>
      files.flatMap(({ answers, key }) =>
        answers.map((answer) => ({ answer, quarter: periodOfDelivery(delivery), key })),
      ),
    );

/** Lines that were confirmed as they were sent, in these lectures, by their declaredKey. */
export const keptLines = (lectures: readonly Lecture[]): readonly string[] => [
  ...new Set(
    lectures.flatMap(({ files }) =>
      files.flatMap(({ recognition }) =>
        recognition.observations.flatMap((o) => (o.indicator === null && entersSeries(o) ? [declaredKey(o)] : [])),
      ),
    ),
  ),
];

/** "2026-01/2026-03" answered for 2026-T1 is, for 2026-T2, "2026-04/2026-06"; what is no period is what it was. */
export function moved(reading: string, from: Period, to: Period): string {
  const period = parsePeriodKey(reading);
  return period ? periodKey(movedPeriod(period, from, to)) : reading;
}

/** "2025 | 2026" in a file of 2026 are what "2026 | 2027" are in one of 2027. */
const yearsBeside = (text: string, { last }: Period): string =>
  [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year) - yearOf(last)).join(" ");

/**
 * The text that an answer speaks of, among those of a later file that read alike but for their dates. A period is kept only
 * where the years single out one: of "T1", "T2" and "T3", nothing says which it was answered for.
 */
function sameText(
  { said, isPeriod, from }: { readonly said: string; readonly isPeriod: boolean; readonly from: Period },
  alike: readonly string[],
  quarter: Period,
): string | undefined {
  const ofSameYears = alike.filter((text) => yearsBeside(text, quarter) === yearsBeside(said, from));
  const [first = alike[0]] = ofSameYears;
  if (isPeriod) return ofSameYears.length === 1 ? first : undefined;
  return ofSameYears.includes(said) ? said : first;
}

/** Words of a longer text, asked about alone, that no quarter changes: "zinzolin" in "IS 101 - T2 2026 - zinzolin". */
function isWithin(said: string, texts: Iterable<string>): boolean {
  const words = ` ${shapeOf(said)} `;
  return !words.includes("{") && [...texts].some((text) => ` ${text} `.includes(words));
}

/** In words. */
const LONGEST_ASKED = 8;
/** Each run of words of a text, without the signs around it: one of them may have been asked about alone. */
function runsOf(text: string): readonly string[] {
  const words = text.split(" ");
  return words.flatMap((_, i) =>
    words.slice(i, i + LONGEST_ASKED).map((_, n) =>
      words
        .slice(i, i + n + 1)
        .join(" ")
        .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""),
    ),
  );
}

/** What an answer was given for, where only a hash of it is kept: a text of this file, or words of one. */
function unsealed(sealed: Sealed, key: string, texts: readonly string[]): string | undefined {
  const isIt = (text: string): boolean => seal(text, key).shape === sealed.shape;
  return texts.find(isIt) ?? texts.flatMap(runsOf).find(isIt);
}

/** The answers that speak of a text of this file, as they read in it. */
export function answersIn({ source, grids }: ReadFile, kept: readonly KeptAnswer[]): readonly Answer[] {
  if (kept.length === 0) return [];
  const quarter = periodOfDelivery(source.delivery);
  const name = bareName(source.name);
  const texts = Map.groupBy(
    new Set([...grids.flatMap((g) => [g.part, ...g.rows.flat().map((cell) => oneLine(cell.text))]), source.name, name]),
    shapeOf,
  );
  const found = new Map<string, Answer>();
  for (const { answer, quarter: from, key: sealedBy } of kept) {
    if (answer.kind === "copy") {
      if (answer.text === periodKey(quarter)) found.set(answer.kind, answer);
      continue;
    }
    const said = answer.text;
    const isPeriod = parsePeriodKey(answer.choice) !== undefined;
    const { sealed } = answer;
    const text = sealed
      ? unsealed(sealed, sealedBy, [...texts.values()].flat())
      : (sameText({ said, isPeriod, from }, texts.get(shapeOf(said)) ?? [], quarter) ??
        (readName(said).shape === readName(name).shape ? name : isWithin(said, texts.keys()) ? said : undefined));
    if (text === undefined) continue;
    const key = `${subjectOf(answer.kind)} ${text}`;
    const { sealed: _, ...own } = answer;
    if (!found.has(key)) found.set(key, { ...own, text, choice: moved(answer.choice, from, quarter) });
  }
  return [...found.values()];
}

const OF_WORDS = ["force", "period", "place", "statement", "head", "text"] as const;
type OfWords = (typeof OF_WORDS)[number];
/** Of two answers about one text, both stand where they speak of different things: of it as a line, as a name, as words over figures. */
export const subjectOf = (kind: QuestionKind): Exclude<QuestionKind, OfWords> | "words" =>
  (OF_WORDS as readonly QuestionKind[]).includes(kind) ? "words" : (kind as Exclude<QuestionKind, OfWords>);

const READINGS: Readonly<Record<ChoiceId, string>> = {
  PN: "police",
  GN: "gendarmerie",
  [CHOICES.count]: "nombre",
  [CHOICES.change]: "evolution",
  [CHOICES.rate]: "taux",
  [CHOICES.other]: "autre",
  [CHOICES.noEffect]: "ignorer",
  [CHOICES.leaveOut]: "ignorer",
};

/** The word of the settings that says the same, under "mots"; of a period and of a statement, its own id. */
export const settingsWord = (choice: ChoiceId): string => READINGS[choice] ?? choice;

/** Is it a word on the text itself? A heading that is left out is ignored, as « ignorer » of the settings does; any other aside is none. */
const isSaid = (answer: Answer): boolean =>
  !isAside(answer) || (answer.kind === "head" && answer.choice === CHOICES.leaveOut);

/** The settings as they are for one file, with its answers; what convention.yaml says of a text itself prevails. */
export function settingsWith(settings: Settings, answers: readonly Answer[], path: string): Settings {
  if (answers.length === 0) return settings;
  return {
    ...settings,
    words: [
      ...settings.words,
      ...answers.flatMap((a) =>
        subjectOf(a.kind) === "words" && isSaid(a)
          ? [{ text: a.text, reading: settingsWord(a.choice), file: path }]
          : [],
      ),
    ],
    labels: [
      ...settings.labels,
      ...answers.flatMap((a) =>
        a.kind === "line" && a.statement !== null && !isAside(a)
          ? [
              {
                statement: a.statement,
                label: a.text,
                indicator: a.choice === CHOICES.asSent ? null : a.choice,
                unit: null,
              },
            ]
          : [],
      ),
    ],
  };
}
