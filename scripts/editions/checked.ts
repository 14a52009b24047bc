/** Stage 3 of the main path, as known at one quarter: the deliveries of then, and all that was found of them. */
import { check } from "../check/index.ts";
import { type Holdings, isKnownAt, issuesKnownAt } from "../holdings/holdings.ts";
import type { Issue } from "../model/issue.ts";
import type { Recognition } from "../model/observation.ts";
import { isReadingRule } from "../model/rules.ts";
import { labelKey } from "../nomenclature/index.ts";
import type { Understood } from "../reading/job.ts";
import type { Veiled } from "../reading/veiled.ts";

export interface Checked {
  readonly quarter: string;
  /** Of the deliveries known at the quarter. */
  readonly known: readonly Recognition[];
  readonly issues: readonly Issue[];
}

export interface Checks {
  readonly at: (quarter: string) => Checked;
  /** Of all that is held today. */
  readonly today: () => readonly Issue[];
}

export function checksOf(holdings: Holdings, understood: readonly Understood[], veiled: Veiled): Checks {
  const { nomenclature, settings, today } = holdings;
  const refused = refusedFiles(understood);
  const asKnown = knownLines(holdings);
  const issuesOf = (recognitions: readonly Recognition[]): readonly Issue[] => [
    ...holdings.issues,
    ...veiled.issues,
    ...veiled.withUnderstood(check({ nomenclature, settings, today, refused, recognitions }).map(asKnown)),
  ];
  return {
    at: (quarter) => {
      const known = veiled.recognitions.filter((r) => isKnownAt(r.file.source.delivery, quarter));
      return { quarter, known, issues: issuesKnownAt(quarter, issuesOf(known)) };
    },
    today: () => issuesOf(veiled.recognitions),
  };
}

/** A line that was confirmed as it stands is known from then on: nobody is asked about it again. */
const knownLines = ({ lectures }: Holdings) => {
  const observations = lectures.flatMap(({ files }) => files.flatMap(({ recognition }) => recognition.observations));
  const labels = new Set(observations.filter((o) => o.indicator === null).map((o) => labelKey(o.label)));
  return (issue: Issue): Issue => {
    if (issue.rule !== "unknown-line" || !labels.has(labelKey(issue.about.line.received))) return issue;
    return { ...issue, severity: "info", about: { ...issue.about, isConfirmed: true } };
  };
};

/** Files of which nothing is read, and an error or a warning says why: nobody is told twice. */
const refusedFiles = (understood: readonly Understood[]): ReadonlySet<string> =>
  new Set(
    understood
      .filter(
        ({ recognition, issues }) =>
          recognition.observations.length === 0 &&
          issues.some(({ rule, severity }) => severity !== "info" && !isReadingRule(rule)),
      )
      .map(({ recognition }) => recognition.file.source.path),
  );

/** What gathers quarters, each later bulletin knows more of: by what it is about, whatever the quarters. */
const gatheredBy = (issue: Issue): string | undefined => {
  if (issue.rule === "statement-missing") return `${issue.rule} ${issue.about.statement}`;
  if (issue.rule === "unknown-line") return `${issue.rule} ${issue.about.line.received}`;
  return issue.rule === "delivery-missing" ? `${issue.rule} ${issue.place?.file}` : undefined;
};

/** Each once; one line, or one list of quarters, that several bulletins tell each as they know it, as the last one tells it. */
export const eachOnce = (issues: readonly Issue[]): readonly Issue[] => [
  ...new Map(issues.map((i) => [gatheredBy(i) ?? JSON.stringify(i), i])).values(),
];
