/** A figure is said to be wrong: nothing is confirmed, and a line or a heading that was read wrong may be pressed. */
import type { Question } from "../model/question.ts";
import { LATER, OPEN_FILE } from "./look.ts";
import { cellsOf, type Looked, receivedPage } from "./received-page.ts";
import type { Screen } from "./screen.ts";

/** Nothing is confirmed: what to do then. */
export const wrongScreen = (looked: Looked, corrections: readonly Question[]): Screen => ({
  step: "look",
  title: looked.file.recognition.file.source.name,
  page: { ...receivedPage(looked, []), pressed: pressedBy(looked, corrections) },
  cards: [
    {
      kind: "told",
      tone: "alert",
      title: "Rien n’est confirmé",
      lines: [
        {
          text: "Une ligne ou un intitulé mal compris : cliquez-le, à gauche, et dites ce que c’est.",
        },
        { text: "Un chiffre faux dans le fichier lui-même se règle avec le service : demandez un envoi corrigé." },
      ],
      buttons: [{ press: "back", label: "Revenir à la lecture", isMain: true }, OPEN_FILE, LATER],
    },
  ],
});

/** The cells that may be said to be read wrong, by their ids: what each says when it is pressed. */
function pressedBy(
  { file: { recognition } }: Looked,
  corrections: readonly Question[],
): Readonly<Record<string, string>> {
  const cellOf = cellsOf(recognition);
  return Object.fromEntries(
    corrections.flatMap(({ id, places: [place] }) => {
      const cell = cellOf(place);
      return cell ? [[cell, `wrong-${id}`]] : [];
    }),
  );
}
