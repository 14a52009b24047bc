/** What recognition has to say to the operator: doubts, headings and rows that are not understood, other documents. */
import { quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { OTHER_STATEMENT, type Provenance } from "../model/observation.ts";
import type { BlockReading } from "./block.ts";
import type { Tools } from "./context.ts";
import type { PlacedOutcome } from "./outcome.ts";
import type { View } from "./view.ts";

const place = (view: View, row: number, column: number): Provenance => {
  const name = view.grid.rowNames?.[row];
  return {
    file: view.grid.file,
    part: view.grid.part,
    row: row + 1,
    column: column + 1,
    raw: view.at(row, column)?.text ?? "",
    ...(name === undefined ? {} : { name }),
  };
};

/** A text as a YAML string in double quotes. */
const yaml = (text: string): string => JSON.stringify(text);

/** The issues of one grid: one a doubt, one a heading or label that is not understood, however many cells it stands over. */
export function tableIssues(
  view: View,
  outcomes: readonly PlacedOutcome[],
  readings: readonly BlockReading[],
  tools: Tools,
): readonly Issue[] {
  const other = readings.every((r) => r.statement === OTHER_STATEMENT);
  return [
    ...(other ? [] : doubts(view, outcomes, tools)),
    ...(other ? [] : notUnderstood(view, outcomes)),
    ...(other ? [] : fromFolder(view, outcomes, tools)),
  ];
}

const grouped = <T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] => [
  ...Map.groupBy(items, key).values(),
];

function doubts(view: View, outcomes: readonly PlacedOutcome[], tools: Tools): readonly Issue[] {
  const all = outcomes.flatMap((o) => (o.outcome.kind === "doubt" ? [{ ...o, outcome: o.outcome }] : []));
  return grouped(all, (o) => `${o.outcome.text}|${o.outcome.readings.join("|")}`).flatMap(([first]) => {
    if (!first) return [];
    const { text, readings } = first.outcome;
    return [
      {
        rule: "ambiguous-reading",
        severity: "error" as const,
        message: `Le tableau ${quote(view.grid.part)} n'est pas lu, car ${quote(text)} peut se lire de plusieurs façons : ${readings.map((r, i) => `${i + 1}) ${r}`).join(" ; ")}.`,
        hint: "Demandez au service expéditeur laquelle est la bonne, puis écrivez-la dans data/convention.yaml, sous « mots: », et relancez.",
        settingsLine: `  - { texte: ${yaml(text)}, lecture: "…", fichier: ${yaml(tools.file.path)} }`,
        place: place(view, first.row, first.column),
        actual: text,
        expected: readings.join(" | "),
      },
    ];
  });
}

const SUBJECTS = {
  column: { rule: "column-not-understood", noun: "La colonne" },
  row: { rule: "row-not-understood", noun: "La ligne" },
  cell: { rule: "cell-not-understood", noun: "La cellule" },
} as const;

function notUnderstood(view: View, outcomes: readonly PlacedOutcome[]): readonly Issue[] {
  const all = outcomes.flatMap((o) => (o.outcome.kind === "not-understood" ? [{ ...o, outcome: o.outcome }] : []));
  const key = (o: (typeof all)[number]) =>
    o.outcome.of === "cell" ? `cell|${o.row}|${o.column}` : `${o.outcome.of}|${o.outcome.subject}|${o.outcome.why}`;
  return grouped(all, key).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { of, subject, why } = first.outcome;
    const { rule, noun } = SUBJECTS[of];
    const at = place(view, first.row, first.column);
    const name = of === "cell" ? quote(at.raw) : quote(subject);
    const cells = group.length > 1 ? ` (${group.length} cellules)` : "";
    return [
      {
        rule,
        severity: "warning" as const,
        message: `${noun} ${name}${cells} n'est pas reprise : ${why}.`,
        hint:
          of === "cell"
            ? "Vérifiez la cellule dans le fichier reçu ; si elle est fautive, demandez un fichier corrigé."
            : "Dites dans data/convention.yaml, sous « mots: », comment lire ce texte : ignorer, nombre, evolution, taux, police, une période…",
        ...(of === "cell" ? {} : { settingsLine: `  - { texte: ${yaml(subject)}, lecture: ignorer }` }),
        place: at,
        actual: at.raw,
      },
    ];
  });
}

/** No word of the file says the period: the folder's name did. */
function fromFolder(view: View, outcomes: readonly PlacedOutcome[], tools: Tools): readonly Issue[] {
  const first = outcomes.find((o) => o.outcome.kind === "count" && o.outcome.fromFolder);
  if (!first) return [];
  return [
    {
      rule: "period-from-folder",
      severity: "warning",
      message: `Aucun mot du tableau ${quote(view.grid.part)} ne dit sa période : elle est prise du nom du dossier ${quote(tools.file.delivery)}.`,
      hint: "Vérifiez dans le message du service que ces chiffres sont bien ceux de ce trimestre, et non un cumul.",
      place: place(view, first.row, first.column),
    },
  ];
}
