/** The remarks on a PDF: the page, the place, what to do. `row`: "page 1, ligne 3". */

import { listSome } from "../format.ts";
import type { Own, Received } from "../received.ts";
import { type French, quoted, type Say } from "./told.ts";

const ASK_FOR_FILE =
  "Demandez au service le fichier d'origine (.xls, .xlsx, .csv ou .doc), ou un PDF produit par « Enregistrer au format PDF ».";
const LOOK_AT_PAGE =
  "Ouvrez le PDF et regardez cette page ; si ce texte compte, demandez au service un fichier où il se voit.";

const LISTED = 6;
/** " : « 12 », « 14 » et 3 autres" */
const listed = (texts: readonly Received[], say: Say): string =>
  say.unlessPaper(
    () =>
      ` : ${listSome(
        texts.map(({ received }) => quoted(received)),
        LISTED,
      )}`,
  );

/** "page 1, ligne 3" => "ligne 3 de la page 1" */
const inFrench = (row: Own): string => row.replace(/^page (\d+), ligne (\d+)$/, "ligne $2 de la page $1");

export const PDF = {
  /** `row`: a table without a head begins there; `doubt`: what is told of a page, in words. */
  "ambiguous-header": (about, say) => ({
    message:
      "row" in about
        ? `À la ${inFrench(about.row)} commence un tableau dont aucun en-tête ne nomme les colonnes : rien ne dit ce que comptent ses chiffres.`
        : `Page ${about.page} : ${say.bare(about.doubt, "un tableau peut se lire de plusieurs façons.")}`,
    hint: ASK_FOR_FILE,
  }),
  "pdf-cut-figures": ({ row }) => ({
    message: `À la ${inFrench(row)}, une ligne du tableau ou son en-tête semble coupé en deux, par exemple par la fin de la page (« 4 » au-dessus de « 146 » pour 4 146) : rien ne dit à quoi ses nombres se rapportent.`,
    hint: "Demandez au service le fichier d'origine (.xls, .xlsx, .csv, .doc ou .docx), ou un PDF dont aucune ligne n'est à cheval sur deux pages (dans Word : Propriétés du tableau, onglet Ligne, décocher « Autoriser le fractionnement des lignes sur plusieurs pages » ; dans un tableur : Mise en page, ajuster à une page en largeur).",
  }),
  "pdf-form": ({ page, fields }) => ({
    message: `Page ${page} : le PDF est un formulaire, et ${fields} de ses champs remplis ne font pas partie du texte. Rien n'a été lu du fichier.`,
    hint: `Ouvrez-le et imprimez-le « au format PDF » pour figer les champs. ${ASK_FOR_FILE}`,
  }),
  "pdf-page-without-text": ({ page }) => ({
    message: `La page ${page} ne contient aucun texte : page blanche, ou image dont les chiffres ne peuvent pas être lus.`,
    hint: `Regardez cette page ; si elle porte des chiffres : ${ASK_FOR_FILE.charAt(0).toLowerCase()}${ASK_FOR_FILE.slice(1)}`,
  }),
  "pdf-slanted-text": ({ page, text }, say) => ({
    message: `Page ${page} : ${say(text, "un texte", 60)} est écrit en travers de la page. Rien n'en est lu.`,
    hint: "Ouvrez le PDF et regardez cette page : ce texte dit-il autre chose de ses chiffres ?",
  }),
  "pdf-unreadable-text": ({ page, signs }) => ({
    message: `Page ${page} : ${signs} caractères sont dessinés sans que le PDF dise lesquels. Rien n'a été lu du fichier.`,
    hint: ASK_FOR_FILE,
  }),
  /**
   * Outside the cells of figures.
   *   hidden, struck   texts that nobody sees, or that are struck out
   *   loose            numbers in no table
   *   unclear          what is told of one, away from any table, in words
   */
  "pdf-unseen-text": ({ page, kind, texts }, say) => {
    if (kind === "loose")
      return {
        message: `Page ${page} : des nombres ne sont dans aucun tableau${listed(texts, say)}. Rien n'en est lu.`,
        hint: "Ce sont d'ordinaire ceux d'un graphique. S'ils comptent, demandez au service un fichier où ils sont dans un tableau.",
      };
    if (kind === "unclear") {
      const [words = { received: "" }] = texts;
      return {
        message: `Page ${page}, hors des tableaux : ${say.bare(words, "un texte ne se lit pas comme une personne le voit.")}`,
        hint: LOOK_AT_PAGE,
      };
    }
    return {
      message: `Page ${page} : du texte est ${kind === "hidden" ? "masqué" : "barré"}${listed(texts, say)}. Rien n'en est lu.`,
      hint: LOOK_AT_PAGE,
    };
  },
  /** `isGuessed`: there is one, and none is seen: of a scanned page, by a program that guessed it. */
  "pdf-without-text": ({ isGuessed, besideStatements }) => ({
    message: isGuessed
      ? "Le texte que ce PDF enregistre ne se voit pas : c'est d'ordinaire celui d'une image numérisée, qu'un logiciel a deviné. Ses chiffres ne sont pas sûrs, rien n'en a été lu."
      : "Ce PDF ne contient aucun texte : c'est sans doute un document numérisé. Rien n'a pu en être lu.",
    hint: besideStatements
      ? "Ouvrez-le : si c'est une annexe, comme un bordereau ou un courrier signé, il n'y a rien à faire ; s'il porte des chiffres, demandez au service le fichier d'origine (.xls, .xlsx, .csv ou .docx)."
      : ASK_FOR_FILE,
  }),
} satisfies Partial<French>;
