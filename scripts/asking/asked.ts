/** What a person is shown of a delivery before its lecture is confirmed: on the terminal, and as a page to look at. */
import { resolve } from "node:path";
import { writeWhole } from "../disk/files.ts";
import { makeFolder } from "../disk/rights.ts";
import { type Holdings, PROGRAM_VERSION } from "../holdings/holdings.ts";
import { labelsIn, questionOf, sentence, unusedTexts } from "../lectures/index.ts";
import { periodOfDelivery } from "../model/delivery.ts";
import { formatCell, formatPeriod } from "../model/format.ts";
import { hasError, type Issue } from "../model/issue.ts";
import { type ConfirmedFile, LECTURES_FOLDER } from "../model/lecture.ts";
import type { Recognition } from "../model/observation.ts";
import { isReadingRule } from "../model/rules.ts";
import { lecturePage } from "../publish/lecture-page.ts";
import type { Understood } from "../reading/job.ts";
import { lectureScreen } from "../shell/lecture-text.ts";
import type { Opening } from "../shell/opening.ts";
import { type Draw, drawNumbers, masked, withoutNumbers } from "./drawn-numbers.ts";
import type { NumbersRead } from "./read-numbers.ts";

/** A delivery with its files, and what is said of each. */
export interface Asked {
  readonly delivery: string;
  readonly files: readonly AskedFile[];
  /** How the numbers of its first readings were read on the documents; null: there was none to read. */
  readonly numbers: NumbersRead | null;
}

export interface AskedFile extends Understood {
  readonly told: readonly Issue[];
  /** Numbers to be read on the document before its first reading is confirmed. */
  readonly draw: Draw | null;
}

interface Found {
  readonly understood: readonly Understood[];
  readonly issues: readonly Issue[];
}

export function askedOf(delivery: string, { understood, issues }: Found): Asked {
  const files = understood
    .filter(({ recognition }) => recognition.file.source.delivery === delivery)
    .map((file) => ({ ...file, told: issues.filter((i) => i.place?.file === file.recognition.file.source.path) }));
  const first = files.filter((file) => file.held?.state === "first" && isSound(file));
  const draws = drawNumbers(first.map(({ recognition }) => recognition));
  return {
    delivery,
    files: files.map((file) => ({ ...file, draw: draws.get(file.recognition.file.source.path) ?? null })),
    numbers: null,
  };
}

/** While its questions are open, no number is shown that may be one of those to be read. */
export const unanswered = ({ recognition, held }: Understood): Recognition =>
  held?.state === "first" || held?.state === "unread" ? withoutNumbers(recognition) : recognition;

/** As it is shown before its numbers are read on the document. */
export const unread = ({ recognition, draw }: AskedFile): Recognition =>
  draw ? masked(recognition, draw) : recognition;

/**
 * The same as a page, to look at in the browser; written anew once it is confirmed, with what is kept then of the files.
 * @returns its path.
 */
export async function writePage(
  { delivery, files }: Asked,
  { holdings, outDir, isDemo }: Opening,
  confirmed: readonly ConfirmedFile[] = [],
): Promise<string> {
  const isConfirmed = confirmed.length > 0;
  const kept = new Map(confirmed.map(({ recognition }) => [recognition.file.source.path, recognition]));
  const { settings } = holdings;
  const { renderLecture } = await import("../publish/pages.ts"); // its library is slow to load
  const page = lecturePage(
    {
      commune: settings.commune.name,
      marking: settings.marking,
      programVersion: PROGRAM_VERSION,
      delivery,
      isConfirmed,
      quarterLabel: formatPeriod(periodOfDelivery(delivery)),
    },
    files.map(({ recognition, told, held, ...file }) => ({
      recognition:
        kept.get(recognition.file.source.path) ?? (isDemo ? recognition : unread({ recognition, told, held, ...file })),
      issues: told.filter((issue) => !isReadingRule(issue.rule)),
      sentence: sentence(recognition, settings.commune, labelsIn(holdings.nomenclature)),
      changes: held?.differences.map(({ says, place }) => (place ? `${says}, ${formatCell(place)}` : says)) ?? [],
      unused: unusedTexts(recognition).map(({ text, place, why }) =>
        [text, place ? formatCell(place) : "", why].filter((part) => part !== "").join(" – "),
      ),
    })),
  );
  const path = resolve(outDir, LECTURES_FOLDER, `${delivery}.html`);
  makeFolder(resolve(outDir, LECTURES_FOLDER));
  writeWhole(path, await renderLecture(page));
  return path;
}

/** A line that nobody knows stands in the table, a doubt that is asked about in the question. */
export function besideQuestions({ questions, told }: AskedFile): readonly Issue[] {
  const asked = new Set(questions.map(({ id }) => id));
  return told.filter(
    (issue) => !isReadingRule(issue.rule) && issue.rule !== "unknown-line" && !asked.has(questionOf(issue)?.id ?? ""),
  );
}

/** Outside of a terminal. */
const WIDE = 160;

/** @param isMasked the numbers that are to be read on the document are not shown. */
export function shown(file: AskedFile, holdings: Holdings, isMasked: boolean): string {
  const issues = besideQuestions(file);
  return lectureScreen(
    {
      ...file,
      figures: (isMasked ? unread(file) : file.recognition).observations,
      issues,
      isAsked: file.questions.length > 0,
    },
    holdings.settings.commune,
    labelsIn(holdings.nomenclature),
    process.stdout.columns ?? WIDE,
  );
}

/** What can be confirmed: read, and without an error. */
export const isSound = ({ recognition, told }: Pick<AskedFile, "recognition" | "told">): boolean =>
  recognition.tables.length > 0 && !hasError(told);
