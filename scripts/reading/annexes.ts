/** A scanned annex, as a slip that was signed: beside statements that are all read it stops nothing, and a person is asked to look at it. */
import { asWarning, type Issue } from "../model/issue.ts";
import type { Settings } from "../model/settings.ts";
import type { ReadDocument } from "./job.ts";

/** A file with its remarks as they are told. */
interface Told extends Pick<ReadDocument, "recognition" | "remarks"> {
  readonly issues: readonly Issue[];
}

export function withAnnexes<T extends Told>(
  understood: readonly T[],
  { expectedStatements }: Pick<Settings, "expectedStatements">,
): readonly T[] {
  const read = Map.groupBy(understood, ({ recognition }) => recognition.file.source.delivery);
  const areAllRead = (delivery: string): boolean => {
    const held = new Set(
      read.get(delivery)?.flatMap(({ recognition }) => recognition.observations.map((o) => o.statement)),
    );
    return held.size > 0 && expectedStatements.every((statement) => held.has(statement));
  };
  const asAnnex = (issue: Issue): Issue =>
    issue.rule === "pdf-without-text"
      ? asWarning({ ...issue, about: { ...issue.about, besideStatements: true } })
      : issue;
  return understood.map((file) =>
    areAllRead(file.recognition.file.source.delivery)
      ? { ...file, remarks: file.remarks.map(asAnnex), issues: file.issues.map(asAnnex) }
      : file,
  );
}
