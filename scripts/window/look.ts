/** A file to look at: the page as received, its questions, what is new, and the one button that confirms it. */
import { type Asked, besideQuestions, QUESTION } from "../asking/dialogue.ts";
import { askedOf, choiceWords, type LabelOf, sentence, subjectWords, unusedTexts } from "../lectures/index.ts";
import { formatCell, plural, quote } from "../model/format.ts";
import type { Issue, Place } from "../model/issue.ts";
import { provenanceKey, type ReadTable, type Recognition } from "../model/observation.ts";
import { tell } from "../model/remarks/index.ts";
import { receivedView } from "../publish/filters/control-view.ts";
import { shownCells } from "../publish/filters/source-ids.ts";
import type { Card as QuestionCard } from "../shell/question-cards.ts";
import type { Card, Line, ReceivedPage, Screen } from "./screen.ts";

type File = Asked["files"][number];

/** Of what nobody can read, the cells as they stand. */
const tablesOf = ({ file, tables }: Recognition): readonly ReadTable[] =>
  tables.length > 0
    ? tables
    : file.grids.map((grid) => ({
        grid,
        statement: "",
        anchor: null,
        readings: grid.rows.map((row) => row.map(() => ({ kind: "ignored", why: "fichier non lu" }))),
      }));

function receivedPage({ recognition }: Pick<File, "recognition">, lit: readonly Place[]): ReceivedPage {
  const tables = tablesOf(recognition);
  const cellOf = cellsOf(recognition);
  const [view] = receivedView([{ note: recognition.file.source.path, tables, issues: [] }]);
  if (!view) throw new Error("no view of one file");
  return {
    view,
    pictures: [],
    lit: lit.flatMap((place) => cellOf(place) ?? []),
    besides: tables.flatMap(({ grid }) => [...(grid.besides ?? []), ...(grid.comments ?? [])]),
  };
}

/** HTML id of the cell at a place. */
function cellsOf(recognition: Recognition): (place: Place | null | undefined) => string | undefined {
  const shown = shownCells([{ tables: tablesOf(recognition) }]);
  return (place) => (place && "row" in place ? shown(provenanceKey(place)) : undefined);
}

/** "Plus tard" is never the main one. */
export const LATER = { press: "later", label: "Plus tard" } as const;

/** @param labels of lines and statements. */
export function questionScreen(
  file: Pick<File, "recognition">,
  card: QuestionCard,
  labels: LabelOf,
  given: { readonly fault?: string | undefined; readonly values: Readonly<Record<string, string>> },
): Screen {
  const { questions, kind } = card;
  const cellOf = cellsOf(file.recognition);
  return {
    step: "look",
    title: file.recognition.file.source.name,
    page: receivedPage(
      file,
      questions.flatMap(({ places }) => places),
    ),
    cards: [
      {
        kind: "choices",
        title: askedOf(kind, questions.length),
        fault: given.fault,
        rows: questions.map((question) => ({
          name: question.id,
          text: { text: subjectWords(question), cell: cellOf(question.places[0]) },
          choices: question.may.map((value) => ({ value, label: choiceWords(question, value, labels) })),
          chosen: given.values[question.id] ?? question.proposal,
        })),
        buttons: [{ press: "answer", label: "Continuer", isMain: true }, LATER],
      },
    ],
  };
}

const issueCard =
  (cellOf: ReturnType<typeof cellsOf>) =>
  (issue: Issue): Card => {
    const { message, hint } = tell(issue, "eyes");
    const cell = cellOf(issue.place);
    return {
      kind: "told",
      tone: issue.severity === "error" ? "alert" : "news",
      title: issue.severity === "error" ? "À régler" : "À vérifier",
      lines: [{ text: message, cell }],
      hint,
    };
  };

/** A file whose questions are answered. @param isConfirmable read, and without an error. */
export function confirmScreen(
  file: File,
  {
    commune,
    labels,
    isConfirmable,
  }: { readonly commune: string; readonly labels: LabelOf; readonly isConfirmable: boolean },
): Screen {
  const { recognition, held } = file;
  const cellOf = cellsOf(recognition);
  const news = (held?.differences ?? []).map(
    ({ says, place }): Line => ({ text: place ? `${says}, ${formatCell(place)}` : says, cell: cellOf(place) }),
  );
  const isFirst = held?.state === "first";
  const unused = isFirst ? unusedTexts(recognition) : [];
  const issues = besideQuestions(file).filter(({ severity }) => severity !== "info");
  const like = held?.like?.recognition.file.source.path ?? "";
  return {
    step: "look",
    title: recognition.file.source.name,
    lead: isFirst
      ? "Un modèle que personne n’a encore regardé. En bleu, les chiffres repris ; ce qui est confirmé une fois ne sera plus demandé."
      : `Lu comme ${quote(like)} : seul ce qui est nouveau est montré.`,
    page: receivedPage(
      file,
      (held?.differences ?? []).flatMap(({ place }) => place ?? []),
    ),
    cards: [
      { kind: "told", tone: "done", title: `${sentence(recognition, commune, (id) => labels(id) ?? id)}.` },
      ...(news.length > 0 ? [{ kind: "told", tone: "news", title: "Ce qui change", lines: news } as const] : []),
      ...(unused.length > 0
        ? [
            {
              kind: "told",
              tone: "plain",
              title: `${plural(unused.length, "texte qui ne change", "textes qui ne changent")} aucun chiffre`,
              lines: unused.map(({ text, place, why }) => ({
                text: [quote(text), why].filter((part) => part !== "").join(" – "),
                cell: cellOf(place),
              })),
            } as const,
          ]
        : []),
      ...issues.map(issueCard(cellOf)),
      isConfirmable
        ? {
            kind: "told",
            tone: "plain",
            title: QUESTION.charAt(0).toUpperCase() + QUESTION.slice(1),
            buttons: [
              { press: "confirm", label: "Confirmer cette lecture", isMain: true },
              { press: "wrong", label: "Un chiffre est faux…" },
              { press: "open-file", label: "Ouvrir le fichier" },
              LATER,
            ],
          }
        : {
            kind: "told",
            tone: "alert",
            title: "Ce fichier ne peut pas être confirmé",
            buttons: [
              { ...LATER, isMain: true },
              { press: "open-file", label: "Ouvrir le fichier" },
            ],
          },
    ],
  };
}

/** Nothing is confirmed: what to do then. */
export const wrongScreen = (file: File): Screen => ({
  step: "look",
  title: file.recognition.file.source.name,
  page: receivedPage(file, []),
  cards: [
    {
      kind: "told",
      tone: "alert",
      title: "Rien n’est confirmé",
      lines: [
        { text: "Chaque case, à gauche, dit comment elle est lue." },
        { text: "Un intitulé ou une ligne mal compris se règle dans les réglages de la commune : guide, partie 5." },
        { text: "Un chiffre faux dans le fichier lui-même se règle avec le service : demandez un envoi corrigé." },
      ],
      buttons: [
        { press: "back", label: "Revenir à la lecture", isMain: true },
        { press: "open-file", label: "Ouvrir le fichier" },
        LATER,
      ],
    },
  ],
});

/** What a file is, in a line, once it is read. */
export function fileSays(
  file: File,
  commune: string,
  labels: LabelOf,
): { readonly text: string; readonly isNews: boolean } {
  const { recognition, held, told } = file;
  const error = told.find(({ severity }) => severity === "error");
  const says = sentence(recognition, commune, (id) => labels(id) ?? id);
  if (held === null) return { text: `${says}. Lecture confirmée.`, isNews: false };
  if (error && file.questions.length === 0) return { text: tell(error, "eyes").message, isNews: true };
  switch (held.state) {
    case "same":
      return { text: `${says}. Comme ${quote(held.like?.recognition.file.source.path ?? "")}.`, isNews: false };
    case "changed":
      return { text: `${says}. ${plural(held.differences.length, "nouveauté")} : à regarder.`, isNews: true };
    default:
      return { text: `${says}. Un modèle que personne n’a encore regardé.`, isNews: true };
  }
}
