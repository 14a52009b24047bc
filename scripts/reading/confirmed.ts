/** Files whose lecture is confirmed: known again by their bytes, told as they were confirmed; and what a confirmation keeps of a file. */
import type { Holdings } from "../holdings/holdings.ts";
import { readingSettings } from "../holdings/lectures.ts";
import { awaitedIssues, createVocabulary, withoutUnused } from "../lectures/index.ts";
import { distinctMaps, drawMap, type MapOfFile } from "../map/index.ts";
import { hasError, type Issue } from "../model/issue.ts";
import type { ConfirmedFile, FileId, Lecture } from "../model/lecture.ts";
import type { Understood } from "./job.ts";

/** Those whose settings are still those of the confirmation, as far as they change a reading. */
const filesOf = (lectures: readonly Lecture[], settings: string): readonly ConfirmedFile[] =>
  lectures.flatMap(({ files }) => files).filter((file) => file.settings === settings);

/** By path and hash. */
export const confirmedFiles = (lectures: readonly Lecture[], settings: string): ReadonlyMap<string, ConfirmedFile> =>
  new Map(filesOf(lectures, settings).map((file) => [confirmedKey(file.recognition.file.source, file.pdf), file]));

/** The latest first. */
export const mapsOf = (lectures: readonly Lecture[], settings: string): readonly MapOfFile[] =>
  distinctMaps(
    filesOf(lectures, settings)
      .toReversed()
      .map(({ recognition, key }) => drawMap(recognition, key)),
  );

export const confirmedKey = (file: FileId, pdf: FileId | null): string =>
  [file, pdf].map((one) => (one ? `${one.sha256} ${one.path}` : "")).join("|");

export const confirmedAs = ({ recognition, remarks, answers, pdf }: ConfirmedFile): Understood => ({
  recognition,
  issues: [...remarks.map(accepted), ...awaitedIssues(recognition, answers)],
  remarks,
  answers,
  questions: [],
  readBy: null,
  pdf,
  held: null,
});

/**
 * The files of a delivery as a person confirms them, without the texts that are not used; one of which nothing was read, or with an error of
 * its own, is left out.
 * @param key of the folder of the lectures.
 */
export const confirmedOf = (
  understood: readonly Understood[],
  delivery: string,
  { settings, nomenclature }: Pick<Holdings, "settings" | "nomenclature">,
  key: string,
): readonly ConfirmedFile[] => {
  const { isKnown } = createVocabulary(nomenclature, settings);
  return understood
    .filter(
      ({ recognition: { file, tables }, remarks }) =>
        file.source.delivery === delivery && tables.length > 0 && !hasError(remarks),
    )
    .map(({ recognition, remarks, answers, pdf }) =>
      withoutUnused({ recognition, remarks, answers, pdf, settings: readingSettings(settings), key }, { key, isKnown }),
    );
};

/** Accepted by the person who confirmed: the control sheet keeps it. */
const accepted = (issue: Issue): Issue => (issue.severity === "warning" ? { ...issue, severity: "info" } : issue);
