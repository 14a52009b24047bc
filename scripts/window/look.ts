/** A file to look at: the page as received, its questions, what is new, and the one button that confirms it. */
import { type Asked, besideQuestions } from "../asking/asked.ts";
import { questionOn } from "../asking/dialogue.ts";
import {
  askedOf,
  choiceWords,
  offeredNotes,
  offeredRemarks,
  remarkId,
  sentence,
  subjectWords,
  unusedTexts,
} from "../lectures/index.ts";
import { formatCell, plural, quote, upperFirst } from "../model/format.ts";
import { CHOICES, type ChoiceId } from "../model/question.ts";
import { tell } from "../model/remarks/index.ts";
import { KEEP_ALL, listOf, type Card as QuestionCard } from "../shell/question-cards.ts";
import type { Program, Ready } from "./program.ts";
import { cellsOf, type Looked, receivedPage } from "./received-page.ts";
import { remarkCards } from "./remark-cards.ts";
import type { Card, Screen } from "./screen.ts";

type File = Asked["files"][number];

/** "Plus tard" is never the main one. */
export const LATER = { press: "later", label: "Plus tard" } as const;
export const OPEN_FILE = { press: "open-file", label: "Ouvrir le fichier" } as const;

/** What is said of an answer to a card. */
export interface Said {
  readonly question?: string | undefined;
  readonly fault?: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

export function questionScreen(
  looked: Looked<Pick<File, "recognition">>,
  card: QuestionCard,
  { labels }: Program,
  said: Said,
): Screen {
  const { questions, kind } = card;
  const { recognition } = looked.file;
  const cellOf = cellsOf(recognition);
  const places = questions.flatMap((one) => one.places);
  return {
    step: "look",
    title: recognition.file.source.name,
    page: receivedPage(looked, places),
    cards: [
      {
        tone: "plain",
        title: said.question ?? askedOf(kind, questions.length),
        fault: said.fault,
        rows: questions.map((question) => ({
          name: question.id,
          text: { text: subjectWords(question), cell: cellOf(question.places[0]) },
          choices: question.may.map((value) => ({ value, label: choiceWords(question, value, labels) })),
          chosen: said.values[question.id],
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

/** What stands beside the questions of a file. */
const remarksOf = (file: File) => besideQuestions(file).filter(({ severity }) => severity !== "info");

/** What may be ticked with the confirmation of a file. `choice`: what it answers where it is ticked, or no more. */
export function ticksOf(file: File) {
  const remarks = remarksOf(file);
  return [
    ...offeredNotes(file.recognition, file.answers).map(({ id, text, isTicked }) => ({
      name: id,
      text: `Imprimer la note ${quote(text)}`,
      isTicked,
      choice: isTicked ? CHOICES.leaveOut : CHOICES.print,
    })),
    ...offeredRemarks(remarks).map(({ id }) => {
      const said = remarks.find((issue) => remarkId(issue) === id);
      return {
        name: id,
        text: `Compris, ne plus le dire tant que l’écart ne grandit pas : ${said ? tell(said, "eyes").message : ""}`,
        isTicked: false,
        choice: CHOICES.understood as ChoiceId,
      };
    }),
  ];
}

/** What the last card of a file may be. */
const confirmCard = (file: File): Card => ({
  tone: "plain",
  title: upperFirst(questionOn(file.recognition)),
  ticks: ticksOf(file),
  buttons: [
    { press: "confirm", label: "Confirmer cette lecture", isMain: true },
    { press: "wrong", label: "Un chiffre est faux…" },
    OPEN_FILE,
    LATER,
  ],
});
const UNCONFIRMABLE: Card = {
  tone: "alert",
  title: "Ce fichier ne peut pas être confirmé",
  buttons: [{ ...LATER, isMain: true }, OPEN_FILE],
};
const WRONG: Card = {
  tone: "alert",
  title: "Rien n’est confirmé",
  lines: [
    { text: "Une ligne ou un intitulé mal compris : cliquez-le, sur la page reçue, et dites ce que c’est." },
    { text: "Un chiffre faux dans le fichier lui-même se règle avec le service : demandez un envoi corrigé." },
  ],
  buttons: [{ press: "back", label: "Revenir à la lecture", isMain: true }, OPEN_FILE, LATER],
};

/** A file whose questions are answered. @param isWrong a figure is said to be: what was read wrong may be pressed on the page. */
export function confirmScreen(
  looked: Looked,
  { commune, labels }: Program,
  { isConfirmable, corrections }: Ready,
  isWrong: boolean,
): Screen {
  const { file } = looked;
  const { recognition, held } = file;
  const cellOf = cellsOf(recognition);
  const news = held?.differences ?? [];
  const isFirst = held?.state === "first";
  const unused = isFirst ? unusedTexts(recognition) : [];
  const pressed = corrections.map(({ id, places: [place] }) => [cellOf(place) ?? "", `wrong-${id}`]);
  return {
    step: "look",
    title: recognition.file.source.name,
    lead: held?.like
      ? `Lu comme ${quote(held.like.recognition.file.source.path)} : seul ce qui est nouveau est montré.`
      : isFirst
        ? "Un modèle que personne n’a encore regardé. En bleu, les chiffres repris ; ce qui est confirmé une fois ne sera plus demandé."
        : undefined,
    page: {
      ...receivedPage(
        looked,
        news.flatMap(({ place }) => place ?? []),
        unused.flatMap(({ place }) => place ?? []),
      ),
      pressed: isWrong ? Object.fromEntries(pressed) : {},
    },
    cards: [
      { tone: "done", title: `${sentence(recognition, commune, labels)}.` },
      ...told(
        "news",
        "Ce qui change",
        news.map(({ says, place }) => ({
          text: place ? `${says}, ${formatCell(place)}` : says,
          cell: cellOf(place),
        })),
      ),
      ...told(
        "plain",
        plural(
          unused.length,
          "texte dont les chiffres ne tiennent pas compte",
          "textes dont les chiffres ne tiennent pas compte",
        ),
        unused.map(({ text, place, why }) => ({
          text: [quote(text), why].filter((part) => part !== "").join(" – "),
          cell: cellOf(place),
        })),
      ),
      ...remarkCards(remarksOf(file), ({ place }, text) => ({ text, cell: cellOf(place) })),
      isWrong ? WRONG : isConfirmable ? confirmCard(file) : UNCONFIRMABLE,
    ],
  };
}

/** A card, where it has something to say. */
const told = (tone: Card["tone"], title: string, lines: NonNullable<Card["lines"]>): readonly Card[] =>
  lines.length > 0 ? [{ tone, title, lines }] : [];
