/** A later file that asks what its confirmed template has answered: read again with that answer, and held to all of what was confirmed. */
import { type Keeper, templateAnswers } from "../lectures/index.ts";
import { periodOfDelivery } from "../model/delivery.ts";
import { hasError } from "../model/issue.ts";
import type { Job, ReadDocument } from "./job.ts";

/**
 * Each file whose doubts its confirmed template answers is read again with those answers. That reading stands where it differs in nothing
 * from what was confirmed; elsewhere the doubt stays, and is asked about.
 */
export async function answeredByTemplates(
  read: readonly ReadDocument[],
  jobs: readonly Job[],
  keeper: Keeper,
  readJobs: (jobs: readonly Job[]) => Promise<readonly ReadDocument[]>,
): Promise<readonly ReadDocument[]> {
  const answered = new Map(
    read.flatMap(({ recognition, remarks, answers }) => {
      if (!hasError(remarks)) return [];
      const { path, delivery } = recognition.file.source;
      const { like } = keeper(recognition);
      const found = like ? templateAnswers(remarks, like, periodOfDelivery(delivery)) : [];
      return found.length > 0 ? [[path, [...answers, ...found]] as const] : [];
    }),
  );
  if (answered.size === 0) return read;
  const doubtful = jobs.filter(({ files }) => files.some((file) => file && answered.has(file.path)));
  const again = await readJobs(doubtful.map((job) => ({ ...job, given: new Map([...job.given, ...answered]) })));
  const same = again.filter(({ recognition }) => keeper(recognition).state === "same");
  const settled = new Map(same.map((one) => [one.recognition.file.source.path, one]));
  return read.map((one) => settled.get(one.recognition.file.source.path) ?? one);
}
