/**
 * courriel-police.txt: the message to the service, ready to send, when a statement is missing, wrong or contradictory. Every point is named by its
 * file and cell. No number of facts stands in it unless asked for: the convention forbids them in a plain e-mail.
 */

import { deliveryOfPath, deliveryQuarter } from "../delivery.ts";
import { asSentence, formatPeriod, formatPlace, plural } from "../format.ts";
import type { Issue } from "../issue.ts";
import { type Period, quarterId } from "../period.ts";
import { tell } from "../remarks/index.ts";
import { type RuleName, type Topic, topicOf } from "../rules.ts";
import type { Settings } from "../settings.ts";
import { askedOfService } from "./asked-of-service.ts";

export const LETTER = "courriel-police.txt";

interface Matter {
  readonly rules?: readonly RuleName[];
  readonly topics?: readonly Topic[];
  /** What is said of it, over its places; or of each issue, whose place says nothing to the service. */
  readonly says: string | ((issue: Issue, quarter: string) => string);
  readonly asks: string;
}

/** What is the service's affair, in the order of the message; all the rest is the town hall's own. */
const MATTERS: readonly Matter[] = [
  {
    rules: ["delivery-late", "delivery-missing"],
    says: (issue) => `Livraison qui ne nous est pas parvenue : ${"awaited" in issue ? issue.awaited : ""}.`,
    asks: "Pouvez-vous nous l'adresser, ou nous dire quand elle viendra ?",
  },
  {
    rules: ["statement-missing"],
    says: (issue, quarter) =>
      `L'état ${issue.rule === "statement-missing" ? issue.about.statement : ""}${quarter} ne nous est pas parvenu.`,
    asks: "Pouvez-vous nous l'adresser ?",
  },
  { rules: ["answer-awaited"], says: askedOfService, asks: "Pouvez-vous nous le dire ?" },
  {
    rules: ["statement-of-another-quarter", "figures-copied"],
    says: "Ce document semble porter sur un autre trimestre",
    asks: "Pouvez-vous nous adresser celui du trimestre ?",
  },
  {
    rules: ["not-our-commune"],
    says: "Ce document semble porter sur un autre territoire",
    asks: "Pouvez-vous nous adresser celui de la commune ?",
  },
  {
    rules: [
      "csv-quotes-broken",
      "document-without-text",
      "file-empty",
      "file-format-old",
      "file-format-unknown",
      "file-password-protected",
      "file-unreadable",
      "file-without-content",
      "formula-without-value",
      "no-figures-read",
      "pdf-cut-figures",
      "pdf-page-without-text",
      "pdf-unreadable-text",
      "pdf-without-text",
      "sheet-only-drawings",
    ],
    says: "Ce fichier ne peut pas être lu, ou pas en entier",
    asks: "Pouvez-vous l'envoyer de nouveau, tel que votre logiciel l'édite ?",
  },
  {
    topics: ["disagreement", "two-values"],
    says: "Des nombres ne concordent pas entre eux",
    asks: "Lesquels font foi ?",
  },
  { topics: ["improbable"], says: "Un nombre appelle une vérification", asks: "Pouvez-vous le confirmer ?" },
  {
    topics: ["printed-change"],
    says: "Une évolution imprimée ne correspond pas aux nombres qu'elle compare",
    asks: "Pouvez-vous la vérifier ?",
  },
  {
    rules: ["ambiguous-reading"],
    says: "Une note ou un intitulé laisse un doute sur ce que comptent les chiffres",
    asks: "Que comptent-ils exactement ?",
  },
];

/** Cells named under one matter; the others are counted. */
const MOST_PLACES = 12;

interface LetterInput {
  /** In any order; of other quarters too. */
  readonly issues: readonly Issue[];
  readonly settings: Pick<Settings, "commune" | "service">;
  /** Of the delivery that is looked at; undefined: there is none yet. */
  readonly quarter: Period | undefined;
  readonly withFigures: boolean;
}

/** The lines of the message; undefined when there is nothing to ask. */
export function policeLetter({ issues, settings, quarter, withFigures }: LetterInput): readonly string[] | undefined {
  const own = issues.filter((issue) => issue.severity !== "info" && isOfQuarter(issue, quarter && quarterId(quarter)));
  const name = quarter ? ` du ${formatPeriod(quarter)}` : "";
  const points = MATTERS.flatMap((matter) => pointsOf(matter, own, { withFigures, quarter: name }));
  if (points.length === 0) return undefined;
  return [
    ...(withFigures
      ? ["CE MESSAGE CITE DES CHIFFRES : IL NE PART QUE PAR LA MESSAGERIE SÉCURISÉE DE LA CONVENTION.", ""]
      : []),
    `Objet : transmission trimestrielle de la convention, ${settings.commune.name}`,
    `À : ${settings.service}`,
    "",
    "Bonjour,",
    "",
    `En préparant le bulletin${name || " trimestriel"}, nous avons relevé ce qui suit.`,
    "",
    ...points,
    ...(withFigures
      ? []
      : ["Aucun chiffre n'est repris ici : la convention l'interdit dans un courriel ordinaire.", ""]),
    "En vous remerciant,",
    "",
    `Pour la commune : ${settings.commune.name}`,
  ];
}

/** Of the quarter's own deliveries, or of none; what is awaited may be of any. */
const isOfQuarter = ({ rule, place }: Issue, id: string | undefined): boolean => {
  const delivery = place && deliveryOfPath(place.file);
  return (
    delivery === undefined ||
    deliveryQuarter(delivery) === id ||
    rule === "delivery-late" ||
    rule === "delivery-missing"
  );
};

function pointsOf(
  { rules = [], topics = [], says, asks }: Matter,
  issues: readonly Issue[],
  { withFigures, quarter }: { readonly withFigures: boolean; readonly quarter: string },
): readonly string[] {
  const found = issues.filter(({ rule }) => rules.includes(rule) || topics.includes(topicOf(rule)));
  if (found.length === 0) return [];
  if (typeof says !== "string") return [...found.map((issue) => `- ${says(issue, quarter)}`), `  ${asks}`, ""];
  const lines = found.map((issue) => {
    const { place, also } = issue;
    const cells = [place, ...(also ?? [])].flatMap((one) => (one ? [formatPlace(one)] : []));
    const where = cells.length === 0 ? "" : cells.join(" ; ");
    return withFigures ? `${where}${where === "" ? "" : " : "}${asSentence(tell(issue, "service").message)}` : where;
  });
  const places = [...new Set(lines.filter((line) => line !== ""))];
  const left = places.length - MOST_PLACES;
  return [
    `- ${says}${places.length === 0 ? "." : " :"}`,
    ...places.slice(0, MOST_PLACES).map((line) => `    ${line}`),
    ...(left > 0 ? [`    et ${plural(left, "autre endroit", "autres endroits")}.`] : []),
    `  ${asks}`,
    "",
  ];
}
