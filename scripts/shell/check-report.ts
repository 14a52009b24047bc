/** The document of `npm run check -- --json`: an interface that others read; keep it stable. */
import { plainJson } from "../model/hidden-characters.ts";
import type { Issue } from "../model/issue.ts";
import { OTHER_STATEMENT, type Recognition } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { tell } from "../model/remarks/index.ts";

/** Statement of most of a file's counts; that of its first table when it has none; AUTRE when nothing was read. */
export function statementOf(recognition: Recognition): string {
  const counts = new Map<string, number>();
  for (const { statement } of recognition.observations) counts.set(statement, (counts.get(statement) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best?.[0] ?? recognition.tables.find((t) => t.statement !== OTHER_STATEMENT)?.statement ?? OTHER_STATEMENT;
}

/** Files, observations and issues as plain JSON, line by line: there may be ten thousand observations and more. */
export function* checkJson(recognitions: readonly Recognition[], issues: readonly Issue[]): Generator<string> {
  yield "{";
  yield* list("files", recognitions, (r) => ({
    path: r.file.source.path,
    sha256: r.file.source.sha256,
    format: r.file.format,
    statement: statementOf(r),
    delivery: r.file.source.delivery,
  }));
  const observations = recognitions.flatMap((r) => r.observations);
  yield* list("observations", observations, (o) => ({
    statement: o.statement,
    indicator: o.indicator,
    label: o.label,
    force: o.force,
    period: periodKey(o.period),
    value: o.value,
    status: o.status,
    delivery: o.delivery,
    provenance: o.provenance,
  }));
  yield* list(
    "issues",
    issues,
    (issue) => {
      const { message, hint } = tell(issue, "paper");
      return { rule: issue.rule, severity: issue.severity, message, hint: hint ?? null, place: issue.place ?? null };
    },
    "}",
  );
}

/** An item a line. @param end what follows the list. */
function* list<T>(name: string, items: readonly T[], toPlain: (item: T) => unknown, end = ","): Generator<string> {
  yield `"${name}": [`;
  for (const [i, item] of items.entries()) yield `${plainJson(toPlain(item))}${i < items.length - 1 ? "," : ""}`;
  yield `]${end}`;
}
