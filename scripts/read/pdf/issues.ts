/** What is told of a PDF, in French: the page, the place, what to do. */
import { listSome, quote } from "../../model/format.ts";
import { aNote, anError, aWarning, type Issue } from "../../model/issue.ts";
import type { Aside } from "./blocks.ts";
import type { TurnedText } from "./drawn/marks.ts";

const ASK_FOR_FILE =
  "Demandez au service le fichier d'origine (.xls, .xlsx, .csv ou .doc), ou un PDF produit par « Enregistrer au format PDF ».";

const LOOK_AT_PAGE =
  "Ouvrez le PDF et regardez cette page ; si ce texte compte, demandez au service un fichier où il se voit.";

/** Where, and the way out of most. */
const asking = (file: string) => ({ hint: ASK_FOR_FILE, place: { file, part: "document" } });

export const cutFigures = (file: string, place: string): Issue =>
  anError("pdf-cut-figures", {
    ...asking(file),
    hint: "Demandez au service le fichier d'origine (.xls, .xlsx, .csv, .doc ou .docx), ou un PDF dont aucune ligne n'est à cheval sur deux pages (dans Word : Propriétés du tableau, onglet Ligne, décocher « Autoriser le fractionnement des lignes sur plusieurs pages »).",
    message: `À la ${inFrench(place)}, une ligne du tableau ou son en-tête semble coupé en deux, par exemple par la fin de la page (« 4 » au-dessus de « 146 » pour 4 146) : rien ne dit à quoi ses nombres se rapportent.`,
  });

/** "page 1, ligne 3" => "ligne 3 de la page 1" */
export const inFrench = (place: string): string => place.replace(/^page (\d+), ligne (\d+)$/, "ligne $2 de la page $1");

export const withoutHead = (file: string, place: string): Issue =>
  anError("ambiguous-header", {
    ...asking(file),
    message: `À la ${inFrench(place)} commence un tableau dont aucun en-tête ne nomme les colonnes : rien ne dit ce que comptent ses chiffres.`,
  });

export const withoutText = (file: string, guessed: boolean): Issue =>
  anError("pdf-without-text", {
    message: guessed
      ? "Le texte que ce PDF enregistre ne se voit pas : c'est d'ordinaire celui d'une image numérisée, qu'un logiciel a deviné. Ses chiffres ne sont pas sûrs, rien n'en a été lu."
      : "Ce PDF ne contient aucun texte : c'est sans doute un document numérisé. Rien n'a pu en être lu.",
    hint: ASK_FOR_FILE,
    place: { file },
  });

export const pageWithoutText = (file: string, page: number): Issue =>
  aWarning("pdf-page-without-text", {
    ...asking(file),
    message: `La page ${page} ne contient aucun texte : page blanche, ou image dont les chiffres ne peuvent pas être lus.`,
    hint: `Regardez cette page ; si elle porte des chiffres : ${ASK_FOR_FILE.charAt(0).toLowerCase()}${ASK_FOR_FILE.slice(1)}`,
  });

export const unreadableText = (file: string, page: number, count: number): Issue =>
  anError("pdf-unreadable-text", {
    ...asking(file),
    message: `Page ${page} : ${count} caractères sont dessinés sans que le PDF dise lesquels. Rien n'a été lu du fichier.`,
  });

export const formFields = (file: string, page: number, count: number): Issue =>
  anError("pdf-form", {
    ...asking(file),
    message: `Page ${page} : le PDF est un formulaire, et ${count} de ses champs remplis ne font pas partie du texte. Rien n'a été lu du fichier.`,
    hint: `Ouvrez-le et imprimez-le « au format PDF » pour figer les champs. ${ASK_FOR_FILE}`,
  });

/** A word across the page: « CONFIDENTIEL ». */
export const isStamp = ({ text, isUpright }: TurnedText): boolean => !isUpright && /\p{L}{2}/u.test(text);

export const stampedText = (file: string, page: number, text: string): Issue =>
  aNote("pdf-slanted-text", {
    ...asking(file),
    message: `Page ${page} : ${quote(text.slice(0, 60))} est écrit en travers de la page. Rien n'en est lu.`,
    hint: "Ouvrez le PDF et regardez cette page : ce texte dit-il autre chose de ses chiffres ?",
  });

export const looseFigures = (file: string, page: number, texts: readonly string[]): Issue =>
  aNote("pdf-unseen-text", {
    ...asking(file),
    message: `Page ${page} : des nombres ne sont dans aucun tableau : ${listed(texts)}. Rien n'en est lu.`,
    hint: "Ce sont d'ordinaire ceux d'un graphique. S'ils comptent, demandez au service un fichier où ils sont dans un tableau.",
  });

/** Away from any table. */
export const unclearText = (file: string, page: number, words: string): Issue =>
  aNote("pdf-unseen-text", {
    ...asking(file),
    message: `Page ${page}, hors des tableaux : ${words}`,
    hint: LOOK_AT_PAGE,
  });

const LISTED = 6;
const listed = (texts: readonly string[]): string =>
  listSome(
    texts.map((text) => quote(text.slice(0, 60).trimEnd())),
    LISTED,
  );

/** Texts that are struck out or hidden outside the cells of figures. */
export const unseenText = (file: string, page: number, asides: readonly Aside[]): readonly Issue[] =>
  [...Map.groupBy(asides, ({ kind }) => kind)].flatMap(([kind, group]) => {
    const texts = group.map(({ text }) => text.trim()).filter((text) => /[\p{L}\d]/u.test(text));
    if (texts.length === 0) return [];
    const [say, how] = kind === "hidden" ? [aNote, "masqué"] : [aWarning, "barré"]; // nobody sees what is hidden
    return say("pdf-unseen-text", {
      ...asking(file),
      message: `Page ${page} : du texte est ${how} : ${listed(texts)}. Rien n'en est lu.`,
      hint: LOOK_AT_PAGE,
    });
  });

export const ambiguous = (file: string, page: number, doubt: string): Issue =>
  anError("ambiguous-header", { ...asking(file), message: `Page ${page} : ${doubt}` });
