/** A question and what may be answered, in French: functions of the question, called only where it is shown. */
import { formatCell, formatPeriod, quote } from "../model/format.ts";
import { parsePeriodKey, periodKey } from "../model/period.ts";
import { CHOICES, type ChoiceId, type Question, type QuestionKind } from "../model/question.ts";

/** The label of a line or of a statement, by its id. */
export type LabelOf = (id: string) => string | undefined;

const ASKED: Readonly<Record<QuestionKind, (text: string) => string>> = {
  force: (text) => (text === "" ? "De qui sont les faits ?" : `${text} : de qui sont les faits ?`),
  line: (text) => `La ligne ${text} n'est pas dans la nomenclature. Qu'est-ce que c'est ?`,
  period: (text) => `${text} : de quels mois sont les chiffres ?`,
  place: (text) => `${text} : est-ce la commune, et elle seule ?`,
  statement: (text) => `${text} : de quel état est-ce le tableau ?`,
  head: (text) => `${text} n'est pas compris : que dit-il des chiffres ?`,
  text: (text) => `${text} : ce texte change-t-il les chiffres ?`,
  name: (text) => `${text} : peut-on l'imprimer ?`,
  copy: (text) =>
    `Les chiffres de la période ${text} sont, ligne pour ligne, ceux d'une période précédente. Est-ce bien juste ?`,
};

const PERSON = "Ce texte ressemble au nom d'une personne : si c'en est un, arrêtez là, et retirez ce fichier.";

/** « f.xlsx, feuille « T1 », ligne 4, colonne B – « Police » : de qui sont les faits ? » */
export function questionWords({ kind, text, file, places: [place], likeName }: Question): string {
  const where = place ? `${file}, ${formatCell(place)}` : file;
  const period = kind === "copy" ? parsePeriodKey(text) : undefined;
  const asked = ASKED[kind](text === "" ? "" : quote(period ? formatPeriod(period) : text));
  return `${where} – ${asked}${likeName ? ` ${PERSON}` : ""}`;
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
  [CHOICES.own]: "oui, le service l'a confirmé",
  [CHOICES.leaveOut]: "ne pas en tenir compte : ces chiffres ne sont pas pris",
  [CHOICES.unknown]: "je ne sais pas : ces chiffres ne sont pas pris, et la question est posée au service",
};

const NO_EFFECT: Readonly<Partial<Record<QuestionKind, string>>> = {
  force: "ce texte n'en dit rien",
};

export function choiceWords(question: Question, choice: ChoiceId, labelOf: LabelOf): string {
  const says = wordsOf(question, choice, labelOf);
  return choice === question.proposal ? `${says} (proposé, comme le dit la convention)` : says;
}

function wordsOf({ kind }: Question, choice: ChoiceId, labelOf: LabelOf): string {
  if (choice === CHOICES.noEffect) return NO_EFFECT[kind] ?? "non : ce sont ceux de tous les faits";
  const period = parsePeriodKey(choice);
  const label = labelOf(choice);
  if (choice === CHOICES.leaveOut && kind === "name") return "ne pas l'imprimer";
  if (period) return `${formatPeriod(period)} (${periodKey(period)})`;
  if (label !== undefined) return kind === "line" ? `la ligne ${quote(label)}` : `l'état ${quote(label)}`;
  return WORDS[choice] ?? choice;
}
