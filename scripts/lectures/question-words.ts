/** Questions and what may be answered, in French: functions of the question, called only where it is shown. */
import { formatCell, formatPeriod, oneLine, quote } from "../model/format.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { parsePeriodKey, periodKey } from "../model/period.ts";
import { CHOICES, type ChoiceId, type Question, type QuestionKind } from "../model/question.ts";

/** The label of a line or of a statement, by its id. */
export type LabelOf = (id: string) => string | undefined;

export const labelsIn =
  ({ statements }: Nomenclature): LabelOf =>
  (id) =>
    [...statements, ...statements.flatMap(({ indicators }) => indicators)].find((one) => one.id === id)?.label;

/** What is asked of all the questions of a kind, of one file: [of one, of several]. */
const ASKED: Readonly<Record<QuestionKind, readonly [one: string, several: string]>> = {
  force: ["De qui sont les faits ?", "De qui sont les faits ?"],
  line: [
    "Quelle est cette ligne, que la nomenclature n'a pas ?",
    "Quelles sont ces lignes, que la nomenclature n'a pas ?",
  ],
  period: ["De quels mois sont les chiffres ?", "De quels mois sont les chiffres ?"],
  place: ["Est-ce la commune, et elle seule ?", "Est-ce la commune, et elle seule ?"],
  statement: ["De quel état est-ce le tableau ?", "De quel état sont les tableaux ?"],
  head: ["Que dit cet intitulé de ses chiffres ?", "Que disent ces intitulés de leurs chiffres ?"],
  text: ["Ce texte change-t-il les chiffres ?", "Ces textes changent-ils les chiffres ?"],
  name: ["Peut-on imprimer ce texte ?", "Peut-on imprimer ces textes ?"],
  remark: ["Cette remarque est-elle comprise ?", "Ces remarques sont-elles comprises ?"],
  note: ["Imprimer cette note sous le tableau ?", "Imprimer ces notes sous le tableau ?"],
  copy: [
    "Ces chiffres sont, ligne pour ligne ou presque, ceux d'une période précédente. Sont-ils bien ceux de celle-ci ?",
    "Ces chiffres sont, ligne pour ligne ou presque, ceux d'une période précédente. Sont-ils bien ceux de celle-ci ?",
  ],
};
export const askedOf = (kind: QuestionKind, count: number): string => ASKED[kind][count > 1 ? 1 : 0];

const PERSON = "ressemble au nom d'une personne : si c'en est un, arrêtez là, et retirez ce fichier";

/** The name of a file, or of a sheet, stands in no cell. */
function whereOf({ text, file, places: [place] }: Question): string {
  if (file.endsWith(`/${text}`)) return "nom du fichier";
  if (place?.part === text) return "nom de la feuille";
  return place ? formatCell(place) : "";
}

/** « Police » (ligne 4, colonne B) */
export function subjectWords(question: Question): string {
  const { kind, text, likeName } = question;
  const period = kind === "copy" ? parsePeriodKey(text) : undefined;
  const own = text === "" ? "Ce tableau" : quote(period ? formatPeriod(period) : oneLine(text));
  const where = [whereOf(question), likeName ? PERSON : ""].filter((part) => part !== "").join(" ; ");
  return where === "" ? own : `${own} (${where})`;
}

const WORDS: Readonly<Record<ChoiceId, string>> = {
  PN: "de la police nationale",
  GN: "de la gendarmerie nationale",
  ensemble: "de la police et de la gendarmerie, ensemble",
  [CHOICES.count]: "des nombres de faits",
  [CHOICES.change]: "des évolutions",
  [CHOICES.rate]: "des taux",
  [CHOICES.other]: "autre chose que des nombres de faits",
  [CHOICES.commune]: "oui, c'est la commune, et elle seule",
  [CHOICES.asSent]: "une autre ligne : la garder telle quelle",
  [CHOICES.nobody]: "oui, personne n'y est nommé",
  [CHOICES.understood]: "comprise : elle n'est plus dite tant que l'écart ne grandit pas",
  [CHOICES.print]: "oui, sous le tableau du bulletin",
  [CHOICES.own]: "oui, le service l'a confirmé",
  [CHOICES.leaveOut]: "ne pas en tenir compte : ces chiffres ne sont pas pris",
  [CHOICES.unknown]: "je ne sais pas : ces chiffres ne sont pas pris, le service est interrogé",
};

export function choiceWords(question: Question, choice: ChoiceId, labelOf: LabelOf): string {
  const says = wordsOf(question, choice, labelOf);
  return choice === question.proposal ? `${says} (proposé, comme le dit la convention)` : says;
}

function wordsOf({ kind }: Question, choice: ChoiceId, labelOf: LabelOf): string {
  if (choice === CHOICES.noEffect) return kind === "force" ? "ce texte n'en dit rien" : "non, il n'y change rien";
  if (choice === CHOICES.leaveOut && kind === "name") return "ne pas l'imprimer";
  const period = parsePeriodKey(choice);
  const label = labelOf(choice);
  if (period) return `${formatPeriod(period)} (${periodKey(period)})`;
  if (label !== undefined) return kind === "line" ? `la ligne ${quote(label)}` : `l'état ${quote(label)}`;
  return WORDS[choice] ?? choice;
}
