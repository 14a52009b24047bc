/** The remarks on the public bases of data/reference/. */

import type { LeftOut, WhyNotUsed } from "../about-counts.ts";
import { formatNumber, plural, quote } from "../format.ts";
import type { Told } from "../issue.ts";
import type { Received } from "../received.ts";
import type { French, Say } from "./told.ts";

/** Why a base is not used. */
const WHYS: Readonly<Record<WhyNotUsed, string>> = {
  "no-header":
    "aucune de ses premières lignes n'est l'en-tête d'une base du SSMSI, avec le territoire, l'année, l'indicateur et le taux",
  quotes: "ses lignes ont des guillemets mal placés",
  "no-text": "ce n'est pas un texte CSV",
  unit: "sa colonne de taux ne dit pas qu'ils sont pour mille, et il n'a ni nombres ni population pour le trouver",
  "none-agrees": "aucun de ses taux ne correspond à ses propres nombres de faits et à sa population",
};
const notUsed = (file: Received, why: string, say: Say): Told => ({
  message: `${say.bare(file, "Ce fichier")} n'est pas utilisé : ${why}.`,
  hint: "Déposez dans data/reference/ le fichier CSV de la base départementale ou communale tel que publié sur data.gouv.fr, ou retirez ce fichier.",
});

const leftOut = (message: string, { more }: LeftOut, say: Say): Told =>
  more
    ? {
        message: `${say.bare(more.name, "Base communale")} : ${plural(more.values, "valeur est laissée", "valeurs sont laissées")} hors des comparaisons. La première : ${message}`,
        hint: "Déposez la base communale telle que publiée sur data.gouv.fr.",
      }
    : {
        message: `${message} La valeur est laissée de côté.`,
        hint: "Téléchargez de nouveau la base sur data.gouv.fr, sans la réenregistrer dans un tableur.",
      };

export const REFERENCES = {
  "reference-given-twice": (about, say) =>
    leftOut(`${about.line}, ${about.year} : la base donne deux taux différents.`, about, say),
  "reference-not-published": ({ values }) => ({
    message: `${plural(values, "valeur")} de la base ${values < 2 ? "n'est pas publiée" : "ne sont pas publiées"} pour ce territoire : elles ne valent pas zéro et ne sont pas remplacées.`,
  }),
  "reference-not-recognised": ({ file, why }, say) => notUsed(file, WHYS[why], say),
  /** `size`: inhabitants or dwellings. */
  "reference-rate-contradicts-count": (about, say) => {
    const { line, year, rate, count, size, of } = about;
    return leftOut(
      `${line}, ${year} : le taux ${say(rate, "imprimé")} n'est pas celui de ${formatNumber(count)} pour ${formatNumber(size)} ${of}.`,
      about,
      say,
    );
  },
  "reference-territory-absent": ({ file, code }, say) => ({
    message: `${say.bare(file, "Une base")} : aucune ligne du territoire ${quote(code)} pour les indicateurs du bulletin.`,
    hint: "Vérifiez que la base couvre ce territoire et que son code est le bon dans data/convention.yaml.",
  }),
  /** `code`: the one that the settings lack, or, of the list of communes, that is none of today. */
  "reference-territory-unknown": ({ file, code }, say) => {
    if (code === "commune-of-today")
      return notUsed(
        file,
        "le code INSEE de la commune (« insee: » dans data/convention.yaml) n'est pas dans les réglages, ou n'est pas celui d'une commune d'aujourd'hui",
        say,
      );
    const isCommune = code === "commune";
    return {
      ...notUsed(
        file,
        `le code ${isCommune ? "INSEE de la commune" : "du département"} n'est pas dans les réglages`,
        say,
      ),
      hint: `Ajoutez-le sous « commune » dans data/convention.yaml, entre guillemets, par exemple ${isCommune ? 'insee: "99001"' : 'departement: "99"'}.`,
    };
  },
  "reference-value-unreadable": (about, say) =>
    leftOut(
      about.what === "year"
        ? `L'année ${say(about.text, "d'une ligne")} n'est pas comprise.`
        : `Le taux ${say(about.text, "d'une ligne")} n'est pas compris.`,
      about,
      say,
    ),
  "public-base-in-delivery": ({ scope }) => ({
    message: `Ce fichier n'est pas un état de la convention : c'est une base publique du SSMSI (base ${scope === "commune" ? "communale" : "départementale"}). Aucun chiffre n'en est repris ici.`,
    hint: "Déplacez-le dans data/reference/ : le bulletin y prend les taux annuels qu'il montre à côté de ceux de la commune.",
  }),
} satisfies Partial<French>;
