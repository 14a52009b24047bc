/** A question that the town hall could not answer, as the message to the service asks it. It quotes the text that it is about. */
import { formatPeriod, formatPlace, quote } from "../format.ts";
import type { Issue } from "../issue.ts";
import { parsePeriodKey } from "../period.ts";
import type { QuestionKind } from "../question.ts";

const ASKED: Readonly<Record<QuestionKind, (text: string) => string>> = {
  force: (text) =>
    `${quote(text)} : les faits sont-ils ceux de la police nationale, de la gendarmerie nationale, ou des deux ensemble ?`,
  line: (text) => `${quote(text)} : à quelle ligne de l'état cet intitulé correspond-il ?`,
  period: (text) => `${quote(text)} : de quels mois exactement sont ces chiffres ?`,
  place: (text) => `${quote(text)} : les faits sont-ils ceux de la seule commune ?`,
  statement: (text) => `${quote(text)} : de quel état est-ce le tableau ?`,
  head: (text) => `${quote(text)} : que comptent ces chiffres ?`,
  text: (text) => `${quote(text)} : ce texte limite-t-il ce que comptent les chiffres ?`,
  name: (text) => `${quote(text)} : que veut dire ce texte ?`,
  remark: (text) => `${quote(text)} : pourquoi les nombres ne s'accordent-ils pas ?`,
  note: (text) => `${quote(text)} : que veut dire cette note ?`,
  copy: (text) => {
    const period = parsePeriodKey(text);
    return `Ces chiffres sont, ligne pour ligne ou presque, ceux d'une période précédente : sont-ils bien ceux de la période ${quote(period ? formatPeriod(period) : text)} ?`;
  },
};

/** « IS101.xls, ligne 4, colonne B – « Police » : … ? » */
export const askedOfService = ({ asks, place }: Issue): string =>
  [place ? formatPlace(place) : "", asks ? ASKED[asks.kind](asks.text) : ""].filter((part) => part !== "").join(" – ");
