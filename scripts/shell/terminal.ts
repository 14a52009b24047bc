/** What the commands print: a table of files, issues with place and remedy; colours only on a terminal. */

import { styleText } from "node:util";
import type { Deliveries } from "../holdings/deliveries.ts";
import type { LabelOf } from "../lectures/index.ts";
import type { ReferenceRate } from "../model/analysis.ts";
import { formatPlace, plural } from "../model/format.ts";
import type { Issue, Severity, Told } from "../model/issue.ts";
import { OTHER_STATEMENT, type Recognition } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { quarterAtEndOf, quarterId } from "../model/period.ts";
import { tell } from "../model/remarks/index.ts";
import type { RuleName } from "../model/rules.ts";
import { statementOf } from "./check-report.ts";
import { safeLine, shorten } from "./wrap.ts";

const SEVERITIES = {
  error: { word: "ERREUR", one: "erreur", style: "red" },
  warning: { word: "À VÉRIFIER", one: "avertissement", style: "yellow" },
  info: { word: "À NOTER", one: "information", style: "cyan" },
} as const satisfies Record<Severity, unknown>;

const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** Longer texts are cut on the terminal; the control sheet and the JSON document have them whole. */
const LONGEST_MESSAGE = 1000;
const LONGEST_PATH = 70;
/** What stands beside it in the table of a check. */
const BESIDE_PATH = 75;
/** As long as the terminal has room for. */
const longestPath = (columns: number | undefined): number =>
  columns === undefined ? LONGEST_PATH : Math.min(LONGEST_PATH, Math.max(20, columns - BESIDE_PATH));

/** One issue over a few lines: what, where, what to do. */
export function formatIssue(issue: Issue): string {
  const { message, hint } = tell(issue, "eyes");
  const { word, style } = SEVERITIES[issue.severity];
  const lines = [shorten(message, LONGEST_MESSAGE)];
  if (issue.place) {
    const more = issue.also?.length ?? 0;
    const others = more > 0 ? `, et ${plural(more, "autre cellule", "autres cellules")}` : "";
    lines.push(`    où : ${formatPlace(issue.place)}${others}`);
  }
  if (hint) lines.push(`    que faire : ${hint}`);
  // the colour and the line breaks are ours, the rest may come from a file
  return `${styleText(style, word)}  ${lines.map(safeLine).join("\n")}`;
}

/** "2 erreurs, 1 avertissement" */
export function countIssues(issues: readonly Issue[]): string {
  const counts = ORDER.map((s) => ({ s, n: issues.filter((i) => i.severity === s).length })).filter((c) => c.n > 0);
  return counts.length === 0 ? "aucune remarque" : counts.map(({ s, n }) => plural(n, SEVERITIES[s].one)).join(", ");
}

/** All issues, errors last: the end of what is printed is where the eye is. */
export const sortIssues = (issues: readonly Issue[]): readonly Issue[] =>
  ORDER.toReversed().flatMap((s) => issues.filter((i) => i.severity === s));

/** What is one thing to do, whatever the number of places: how it is told once, by its paths. */
const GATHERED = {
  "reading-unconfirmed": (paths: readonly string[]): Told => ({
    message: `La lecture de ${plural(paths.length, "fichier")} est à confirmer : ${paths.length > MOST_PATHS ? `${paths.slice(0, MOST_PATHS).join(", ")}, …` : paths.join(", ")}.`,
    hint: "npm run lecture les montre un à un, et les confirme, une fois par modèle : les trimestres suivants y seront comparés.",
  }),
  "delivery-not-recorded": (names: readonly string[]): Told => ({
    message: `${plural(names.length, "livraison")} sont dans le dossier, mais leur réception n'est pas inscrite au registre : ${names.join(", ")}.`,
    hint: `Pour chacune, avec la date de son message : npm run reception -- ${names[0]} --message AAAA-MM-JJ`,
  }),
};
const MOST_PATHS = 4;
const isGathered = (rule: RuleName): rule is keyof typeof GATHERED => rule in GATHERED;

export function gather(issues: readonly Issue[]): readonly Issue[] {
  const groups = [...Map.groupBy(issues, ({ rule }) => rule)].flatMap(([rule, [first, ...others]]) => {
    if (!first || others.length === 0 || !isGathered(rule)) return [];
    return [{ rule, severity: first.severity, gathers: GATHERED[rule], own: [first, ...others] }];
  });
  const gathered = new Set(groups.flatMap(({ own }) => own));
  return [
    ...issues.filter((issue) => !gathered.has(issue)),
    ...groups.map(({ rule, severity, gathers, own }) => ({
      ...{ rule, severity },
      ...gathers(own.flatMap(({ place }) => place?.file ?? [])),
    })),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => (r[i] ?? "").length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((c, i) => c.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  return [styleText("bold", line(head)), line(widths.map((w) => "─".repeat(w))), ...rows.map(line)].join("\n");
}

/** The statement's quarter as its titles say it, else that of its folder. */
function quarterOf(recognition: Recognition): string {
  const anchor = recognition.tables.map((t) => t.anchor).find((a) => a !== null);
  return anchor ? quarterId(quarterAtEndOf(anchor)) : "—";
}

/** What a delivery holds but could not be read at all: a file too large, a link, a folder that no quarter names. Paths, each once. */
function findUnread(deliveries: Deliveries, issues: readonly Issue[]): readonly string[] {
  const read = new Set([...deliveries.files, ...deliveries.references].map((file) => file.path));
  const named = issues.filter((i) => i.severity === "error").flatMap((i) => (i.place ? [i.place.file] : []));
  return [...new Set(named)].filter((path) => !read.has(path) && !deliveries.names.includes(path));
}

/** What `npm run check` has found. */
interface Checked {
  readonly recognitions: readonly Recognition[];
  readonly references: readonly ReferenceRate[];
  readonly issues: readonly Issue[];
  /** By a bulletin that is made: an error among them is printed all the same. */
  readonly told: readonly Issue[];
  /** "IS101" => "IS 101" */
  readonly labelOf: LabelOf;
}

/** The whole of `npm run check` for a person. @returns the remarks that it shows. */
export function printCheck(
  out: (text: string) => void,
  deliveries: Deliveries,
  { recognitions, references, issues, told, labelOf }: Checked,
): readonly Issue[] {
  const room = longestPath(process.stdout.columns);
  const remarks = (path: string): string => countIssues(issues.filter((i) => i.place?.file === path));
  const unread = findUnread(deliveries, issues).map((path) => [
    shorten(safeLine(path), room),
    "non lu",
    "—",
    "—",
    "0",
    remarks(path),
  ]);
  const rows = recognitions.map((r) => {
    const statement = statementOf(r);
    return [
      shorten(safeLine(r.file.source.path), room),
      r.file.format ?? "non lu",
      statement === OTHER_STATEMENT ? (r.tables.length > 0 ? "autre" : "—") : (labelOf(statement) ?? statement),
      quarterOf(r),
      String(r.observations.filter((o) => o.value !== null).length),
      remarks(r.file.source.path),
    ];
  });
  const all = [...rows, ...unread].toSorted(([a = ""], [b = ""]) => compareText(a, b));
  out(
    all.length === 0
      ? "Aucun fichier de livraison."
      : table(["Fichier", "Format", "État", "Trimestre", "Chiffres lus", "Remarques"], all),
  );
  if (deliveries.references.length > 0)
    out(
      `\nBases publiques de référence : ${plural(deliveries.references.length, "fichier")}, ${plural(references.length, "taux", "taux")} pour la section « Contexte ».`,
    );
  const known = new Set(told.filter((i) => i.severity !== "error").map((i) => JSON.stringify(i)));
  const gathered = gather(issues);
  const shown = gathered.filter((i) => !known.has(JSON.stringify(i)));
  if (shown.length > 0) out(`\n${sortIssues(shown).map(formatIssue).join("\n\n")}`);
  const left = gathered.length - shown.length;
  if (left > 0)
    out(
      `\nEt ${plural(left, "remarque", "remarques")} des trimestres précédents, que leur bulletin a déjà dite${left > 1 ? "s" : ""} : npm run check -- --tout`,
    );
  out(`\n${plural(all.length, "fichier")}, ${countIssues(gathered)}.`);
  return shown;
}
