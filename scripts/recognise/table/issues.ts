/** What recognition has to say to the operator: doubts, headings and rows that are not understood, other documents. */

import { quote } from "../../model/format.ts";
import { anError, aWarning, type Issue } from "../../model/issue.ts";
import { OTHER_STATEMENT, type Provenance, placeAt } from "../../model/observation.ts";
import { CHOICES } from "../../model/question.ts";
import { ofKind, type PlacedOutcome } from "../layout/outcome.ts";
import type { View } from "../layout/view.ts";
import type { Tools } from "../words/tools.ts";
import type { BlockReading } from "./block.ts";

const place = (view: View, row: number, column: number): Provenance =>
  placeAt(view.grid, row, column, view.at(row, column)?.text ?? "");

/** The issues of one grid: one a doubt, one a heading or label that is not understood, however many cells it stands over. */
export function tableIssues(
  view: View,
  outcomes: readonly PlacedOutcome[],
  readings: readonly BlockReading[],
  tools: Tools,
): readonly Issue[] {
  if (readings.every((r) => r.statement === OTHER_STATEMENT)) return [];
  return [
    ...doubts(view, outcomes, tools),
    ...notUnderstood(view, outcomes, tools),
    ...fromFolder(view, outcomes, tools),
  ];
}

/** The first of those that are told as one, and how many they are. */
const firsts = <T>(items: readonly T[], key: (item: T) => string) =>
  [...Map.groupBy(items, key).values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ first, of: group.length })),
  );

/** Issues of one rule that one grid may make; the rest is counted. */
const MOST = 5;

function bounded(issues: readonly Issue[], what: string): readonly Issue[] {
  const [first] = issues;
  const more = issues.length - MOST;
  if (first === undefined || more <= 0) return issues;
  const rest: Issue = {
    rule: first.rule,
    severity: first.severity,
    message: `${more} ${more > 1 ? "autres" : "autre"} ${what}${more > 1 ? "s" : ""} du même tableau ${more > 1 ? "sont" : "est"} dans ce cas.`,
    hint: "La feuille de contrôle montre, cellule par cellule, ce qui a été lu.",
    ...(first.place
      ? { place: { file: first.place.file, ...("part" in first.place ? { part: first.place.part } : {}) } }
      : {}),
  };
  return [...issues.slice(0, MOST), rest];
}

/** What a heading or a text beside a label may say, where its words are not known. */
const WHAT_IT_MAY_BE = [CHOICES.leaveOut, CHOICES.count, "PN", "GN", "ensemble", CHOICES.change, CHOICES.rate];

const answer = ({ file }: Tools): string =>
  `npm run lecture -- ${file.delivery} pose la question, et retient la réponse pour les fichiers du même modèle.`;

const ASK_FOR_ANOTHER_FILE =
  "Aucun réglage n'est proposé pour ce doute : demandez au service expéditeur le même état sans cette ambiguïté, de préférence le classeur d'origine (.xlsx, .ods ou .xls) plutôt qu'un export.";

function doubts(view: View, outcomes: readonly PlacedOutcome[], tools: Tools): readonly Issue[] {
  const all = ofKind(outcomes, "doubt");
  const issues = firsts(all, (o) => `${o.outcome.text}|${o.outcome.readings.join("|")}`).map(({ first }): Issue => {
    const { text, readings, asks, hint } = first.outcome;
    const subject = text === "" ? "il peut" : `${quote(text)} peut`;
    const ask = `Demandez au service expéditeur laquelle est la bonne. ${answer(tools)}`;
    return anError("ambiguous-reading", {
      message: `Le tableau ${quote(view.grid.part)} n'est pas lu, car ${subject} se lire de plusieurs façons : ${readings.map((r, i) => `${i + 1}) ${r}`).join(" ; ")}.`,
      hint: asks ? [ask, ...(hint === undefined ? [] : [hint])].join(" ") : (hint ?? ASK_FOR_ANOTHER_FILE),
      ...(asks && { asks: { ...asks, text } }),
      place: place(view, first.row, first.column),
      actual: text,
      expected: readings.join(" | "),
    });
  });
  return bounded(issues, "doute");
}

/** Rules "column-not-understood", "row-not-understood", "cell-not-understood". */
const NOUNS = { column: "colonne", row: "ligne", cell: "cellule" } as const;

function notUnderstood(view: View, outcomes: readonly PlacedOutcome[], tools: Tools): readonly Issue[] {
  const all = ofKind(outcomes, "not-understood");
  const key = (o: (typeof all)[number]) =>
    o.outcome.of === "cell" ? `cell|${o.row}|${o.column}` : `${o.outcome.of}|${o.outcome.subject}|${o.outcome.why}`;
  const issueOf = ({ first, of: cells }: ReturnType<typeof firsts<(typeof all)[number]>>[number]): Issue => {
    const { of, subject, why, asks } = first.outcome;
    // a word of the settings speaks of every cell with this text: « 12 » would be each 12 of the file, « B » a mark of each of its tables
    const teachable =
      first.outcome.teachable && !/^(?:[\d\s.,%+\u00b9\u00b2\u00b3\u2070-\u2079-]*|[([]?[a-z][)\]]?)$/i.test(subject);
    const at = place(view, first.row, first.column);
    const name = quote(of === "cell" ? at.raw : subject);
    return aWarning(`${of}-not-understood`, {
      message: `La ${NOUNS[of]} ${name}${cells > 1 ? ` (${cells} cellules)` : ""} n'est pas reprise : ${why}.`,
      hint:
        teachable || asks
          ? `Demandez au service ce que dit ${quote(subject)}. ${answer(tools)}`
          : "Vérifiez dans le fichier reçu ; s'il y manque un mot ou s'il est fautif, demandez au service un fichier corrigé.",
      ...(teachable && { asks: { kind: "head", text: subject, may: WHAT_IT_MAY_BE } }),
      ...(asks && { asks }),
      place: at,
      actual: at.raw,
    });
  };
  return [...Map.groupBy(all, (o) => o.outcome.of)].flatMap(([of, same]) =>
    bounded(firsts(same, key).map(issueOf), NOUNS[of]),
  );
}

/** No word of the file says the period: the folder's name did. */
function fromFolder(view: View, outcomes: readonly PlacedOutcome[], tools: Tools): readonly Issue[] {
  const first = ofKind(outcomes, "count").find((o) => o.outcome.fromFolder);
  if (!first) return [];
  return [
    aWarning("period-from-folder", {
      message: `Aucun mot du tableau ${quote(view.grid.part)} ne dit sa période : elle est prise du nom du dossier ${quote(tools.file.delivery)}.`,
      hint: "Vérifiez dans le message du service que ces chiffres sont bien ceux de ce trimestre, et non un cumul.",
      place: place(view, first.row, first.column),
    }),
  ];
}
