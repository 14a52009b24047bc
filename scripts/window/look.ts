/** A file to look at: the page as received, its questions, what is new, and the one button that confirms it. */
import { type Asked, besideQuestions } from "../asking/asked.ts";
import { questionOn } from "../asking/dialogue.ts";
import {
  askedOf,
  choiceWords,
  type Difference,
  type LabelOf,
  offeredNotes,
  offeredRemarks,
  remarkId,
  sentence,
  subjectWords,
  unusedTexts,
} from "../lectures/index.ts";
import { formatCell, plural, quote, upperFirst } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { tell } from "../model/remarks/index.ts";
import type { Settings } from "../model/settings.ts";
import { KEEP_ALL, listOf, type Card as QuestionCard } from "../shell/question-cards.ts";
import { cellsOf, type Looked, receivedPage } from "./received-page.ts";
import type { Card, Line, Screen } from "./screen.ts";
import { inWindow } from "./words.ts";

type File = Asked["files"][number];

/** "Plus tard" is never the main one. */
export const LATER = { press: "later", label: "Plus tard" } as const;
export const OPEN_FILE = { press: "open-file", label: "Ouvrir le fichier" } as const;

/** @param labels of lines and statements. */
export function questionScreen(
  looked: Looked<Pick<File, "recognition">>,
  card: QuestionCard,
  labels: LabelOf,
  {
    question,
    ...given
  }: {
    readonly question?: string | undefined;
    readonly fault?: string | undefined;
    readonly values: Readonly<Record<string, string>>;
  },
): Screen {
  const { questions, kind } = card;
  const { recognition } = looked.file;
  const cellOf = cellsOf(recognition);
  return {
    step: "look",
    title: recognition.file.source.name,
    page: receivedPage(
      looked,
      questions.flatMap(({ places }) => places),
    ),
    cards: [
      {
        kind: "choices",
        title: question ?? askedOf(kind, questions.length),
        fault: given.fault,
        rows: questions.map((question) => ({
          name: question.id,
          text: { text: subjectWords(question), cell: cellOf(question.places[0]) },
          choices: question.may.map((value) => ({ value, label: choiceWords(question, value, labels) })),
          chosen: given.values[question.id],
        })),
        buttons: [
          { press: "answer", label: "Continuer", isMain: true },
          ...(listOf(card).length > 0 ? [{ press: "keep-all", label: upperFirst(KEEP_ALL) }] : []),
          OPEN_FILE,
          LATER,
        ],
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
      lines: [{ text: inWindow(message), cell }],
      hint: hint && inWindow(hint),
    };
  };

/** A file whose questions are answered. @param isConfirmable read, and without an error. */
export function confirmScreen(
  looked: Looked,
  {
    commune,
    labels,
    isConfirmable,
  }: {
    readonly commune: Settings["commune"];
    readonly labels: LabelOf;
    readonly isConfirmable: boolean;
  },
): Screen {
  const { file } = looked;
  const { recognition, held } = file;
  const cellOf = cellsOf(recognition);
  const lineOf = ({ says, place }: Difference): Line => ({
    text: place ? `${says}, ${formatCell(place)}` : says,
    cell: cellOf(place),
  });
  const news = (held?.differences ?? []).map(lineOf);
  const isFirst = held?.state === "first";
  const unused = isFirst ? unusedTexts(recognition) : [];
  const issues = besideQuestions(file).filter(({ severity }) => severity !== "info");
  const like = held?.like?.recognition.file.source.path ?? "";
  const question = questionOn(recognition);
  return {
    step: "look",
    title: recognition.file.source.name,
    lead: isFirst
      ? "Un modèle que personne n’a encore regardé. En bleu, les chiffres repris ; ce qui est confirmé une fois ne sera plus demandé."
      : `Lu comme ${quote(like)} : seul ce qui est nouveau est montré.`,
    page: receivedPage(
      looked,
      (held?.differences ?? []).flatMap(({ place }) => place ?? []),
      unused.flatMap(({ place }) => place ?? []),
    ),
    cards: [
      { kind: "told", tone: "done", title: `${sentence(recognition, commune, labels)}.` },
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
            title: upperFirst(question),
            ticks: [
              ...offeredNotes(recognition, file.answers).map(({ id, text, isTicked }) => ({
                name: id,
                text: `Imprimer la note ${quote(text)}`,
                isTicked,
              })),
              ...offeredRemarks(issues).map(({ id }) => {
                const said = issues.find((issue) => remarkId(issue) === id);
                const text = `Compris, ne plus le dire tant que l’écart ne grandit pas : ${said ? tell(said, "eyes").message : ""}`;
                return { name: id, text, isTicked: false };
              }),
            ],
            buttons: [
              { press: "confirm", label: "Confirmer cette lecture", isMain: true },
              { press: "wrong", label: "Un chiffre est faux…" },
              OPEN_FILE,
              LATER,
            ],
          }
        : {
            kind: "told",
            tone: "alert",
            title: "Ce fichier ne peut pas être confirmé",
            buttons: [{ ...LATER, isMain: true }, OPEN_FILE],
          },
    ],
  };
}
