/** Stages 1 and 2 of one document, from its bytes to what it says; with its PDF, where it has one. */
import { answersIn, createVocabulary, questionsOf, settingsWith } from "../lectures/index.ts";
import { readByMaps } from "../map/index.ts";
import type { ReadFile } from "../model/grid.ts";
import { hasError, type Result } from "../model/issue.ts";
import type { Answer } from "../model/lecture.ts";
import type { Recognition } from "../model/observation.ts";
import { isAside } from "../model/question.ts";
import { once } from "../model/remember.ts";
import { declaredKey } from "../nomenclature/index.ts";
import { read } from "../read/index.ts";
import { createRecogniser, withoutOthers } from "../recognise/index.ts";
import { joinTwins } from "../twin/index.ts";
import type { Job, Knowledge, ReadDocument } from "./job.ts";

const unrecognised = (file: ReadFile): Recognition => ({
  file,
  tables: [],
  observations: [],
  undated: [],
  printed: [],
});

export function createDocumentReader({ settings, nomenclature, kept, keptLines, maps, asks, readsOnly }: Knowledge) {
  const plain = once(() => createRecogniser(nomenclature, settings));
  const known = once(() => createVocabulary(nomenclature, settings));
  const confirmed = once(() => new Set(keptLines));
  const recogniserOf = (answers: readonly Answer[], path: string) =>
    answers.length === 0
      ? plain()
      : createRecogniser(
          nomenclature,
          settingsWith(settings, answers, path),
          answers.filter((answer) => answer.kind !== "note" && isAside(answer)),
        );

  function recognised(file: ReadFile, given: readonly Answer[], names: readonly string[]) {
    const { path, name } = file.source;
    if (readsOnly) return { value: unrecognised(file), readBy: null, issues: [], answers: [], questions: [] };
    const mapped = given.length === 0 ? readByMaps(maps, file) : null;
    if (mapped) return { ...mapped, issues: [], answers: answersIn(file, kept), questions: [] };
    const beside = names.filter((other) => other !== name);
    const answers = [...given, ...answersIn(file, kept)];
    const attempt = (more: readonly Answer[]): Result<Recognition> => recogniserOf(more, path)(file, beside);
    const { value, issues } = attempt(answers);
    const asked = {
      recognition: value,
      issues,
      answers,
      nomenclature,
      isKnown: (text: string) => known().isKnown(text),
      isKept: (line: Parameters<typeof declaredKey>[0]) => confirmed().has(declaredKey(line)),
    };
    const questions = asks ? questionsOf({ ...asked, attempt: (answer) => attempt([...answers, answer]) }) : [];
    return { value, readBy: null, issues, answers, questions };
  }

  return async (job: Job): Promise<readonly ReadDocument[]> => {
    const readings: Result<ReadFile>[] = [];
    for (const file of job.files) if (file) readings.push(await read(file, settings.browser));
    const [own, pdf] = readings;
    const joined = own && pdf ? joinTwins(own, pdf) : readings;
    const found = joined.map(({ value }) => recognised(value, job.given.get(value.source.path) ?? [], job.names ?? []));
    const ofReading = withoutOthers(
      joined.flatMap(({ issues }) => issues),
      found,
    );
    return found.map(({ value, readBy, issues, answers, questions }) => {
      const own = ofReading.filter(({ place }) => place?.file === value.file.source.path);
      // what could not be read whole is confirmed by no answer: another file is asked for
      return {
        recognition: value,
        remarks: [...own, ...issues],
        answers,
        questions: hasError(own) ? [] : questions,
        readBy,
      };
    });
  };
}
