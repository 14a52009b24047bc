/** Headings and contents that name persons: what must never stand in a statement of counts. */

import { remember } from "../../model/remember.ts";
import { CIVILITY } from "../../nomenclature/index.ts";

/** A heading as compared: lower case, no accents, "n°" as "no", single spaces. "N° de procédure" => "no de procedure" */
const plainHeading = (text: string): string =>
  text
    .replace(/[°º]/g, "o ")
    .replace(/\((?:s|e|es)\)/gi, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const NUMBER = "(?:no|num|numero|ref|reference|identifiant)";
const PERSON =
  "(?:(?:de |du |des |de la |de l )?(?:victimes?|auteurs?|autrices?|plaignante?s?|requerante?s?|mise?s? en cause|interessee?s?|personnes?|individus?|temoins?|declarante?s?|suspecte?s?|enqueteurs?|enquetrices?|opj|apj))";
const OF_PERSON = `(?: ?${PERSON})?`;

/** Who a victim or an author is, without a name. */
export const WHO = `inconnu inconnue identifie identifiee connu connue majeure mineure anonyme garcon fille couple conjoint conjointe concubin parent mere pere enfant ado adolescent senior
retraite aine touriste commercant societe entreprise association administration agriculteur elu enseignant eleve etudiant physique morale age
agee age an seul seule`;

const NAME =
  "(?:noms?(?: (?:de famille|de naissance|de jeune fille|d usage|d epou(?:se|x)|marital|patronymique))?|prenoms?|patronyme|identite|etat civil)";
/** What is listed beside a name: "Nom, prénom, date de naissance". */
const BESIDE_NAME = `(?:${NAME}|(?:date|lieu|date et lieu) de naissance|nee? le|ddn|age|sexe|adresse|domicile|telephone|profession|nationalite)`;
/** Whole headings: "Nom de la commune" or "Numéro d'index" are none of them. */
const NAME_HEADINGS: readonly RegExp[] = [
  new RegExp(`^${NAME}(?: (?:et )?${BESIDE_NAME})*${OF_PERSON}$`),
  new RegExp(`^${PERSON} ${NAME}(?: (?:et )?${BESIDE_NAME})*$`),
];
const HEADINGS: readonly RegExp[] = [
  /^(?:nee? le|date (?:de )?naissance|date naiss|ddn|lieu de naissance|age de la victime|nationalite)$/,
  new RegExp(`^(?:adresses?|adresse (?:postale|complete|exacte|precise)|domicile|numero et rue)${OF_PERSON}$`),
  /^(?:adresse (?:du |des )?faits?|lieu exact(?: du fait| des faits)?)$/,
  new RegExp(
    `^(?:${NUMBER} (?:de )?(?:la )?(?:procedures?|pv|proces verbal|plainte|dossier|parquet)|procedures? ${NUMBER}|${NUMBER} (?:d )?affaire|no pv|pv no|pv|lrpgn|lrppn)$`,
  ),
  new RegExp(`^(?:(?:${NUMBER} (?:de )?)?(?:telephone|tel|portable|mobile)|telephone portable)${OF_PERSON}$`),
  new RegExp(`^(?:e mails?|mails?|courriels?|adresse (?:e mail|mail|electronique)|adresse de courriel)${OF_PERSON}$`),
  /^(?:immatriculations?|plaques?(?: d immatriculation)?|(?:no|numero) (?:d )?immatriculation|(?:no|numero) de serie|imei)$/,
  /^(?:(?:no|numero) (?:de )?(?:securite sociale|ss)|nir|iban|(?:no|numero) de compte)$/,
];
const PERSON_HEADING = new RegExp(`^${PERSON}$`);

/** "Nom", "Date de naissance"; "Victime": persons, named or counted. undefined for any other heading. */
export const headingOf = remember((text: string): "name" | "person" | "other" | undefined => {
  const plain = text.length <= 60 ? plainHeading(text) : "";
  if (PERSON_HEADING.test(plain)) return "person";
  if (NAME_HEADINGS.some((pattern) => pattern.test(plain))) return "name";
  return HEADINGS.some((pattern) => pattern.test(plain)) ? "other" : undefined;
});

const CAPITALS = "\\p{Lu}{2}[\\p{Lu}'’-]*";
const FIRST_NAME = "\\p{Lu}\\p{Ll}[\\p{L}'’-]*";
/** « DUPONT Marie », « DE LA TOUR Anne-Lise », « Marie DUPONT »; « Total PN-GN » is no name. */
export const LIKE_A_NAME = new RegExp(
  `^(?!(?:Total|Ensemble|Zone|Secteur|Vols?|Cambriolages?|Violences?|Atteintes?|Destructions?|Autres?) )(?:${CAPITALS}(?: ${CAPITALS})*(?: ${FIRST_NAME})+|(?:${FIRST_NAME} )+${CAPITALS}(?: ${CAPITALS})*)$`,
  "u",
);

/** « Victime : DUPONT Marie » within a text; not « Auteurs : Mineurs ». */
export const LABELLED_PERSON = new RegExp(
  `(?<!\\p{L})(?:[Vv]ictime|VICTIME|[Aa]uteur|AUTEUR|[Pp]laignante?|[Mm]ise? en cause|[Nn]om|NOM|[Pp]rénom|[Tt]émoin|[Dd]éclarante?)[sS]? ?: ?(?:${CAPITALS}(?: ${CAPITALS})*(?: ${FIRST_NAME})+|(?:${FIRST_NAME} )+(?:${CAPITALS}|${FIRST_NAME}))`,
  "u",
);

const BLANKS = "[ \u00a0_-]";
/** A civility and what parts it from the name: a point is enough. */
const CIVIL = `(?<!\\p{L})${CIVILITY}(?:(?<=\\.)|${BLANKS})${BLANKS}*`;
const PARTICLE = "(?:(?:de la|de|du|des) |d['’])";
/** « Mme de La Tour », « M. Jean DUPONT », « MME KERVADEC » within a text; not « Monsieur le Maire ». */
export const NAMED_PERSON = new RegExp(
  `${CIVIL}(?!(?:Le|La|Les|LE|LA|LES) )${PARTICLE}?\\p{Lu}[\\p{L}'’-]+(?:[ \u00a0]${PARTICLE}?\\p{Lu}[\\p{L}'’-]*)*`,
  "u",
);

/** Is it, or does it hold, the name of a person? */
export const namesPerson = (text: string): boolean => LIKE_A_NAME.test(text) || NAMED_PERSON.test(text);

/** Dates that follow each other are those of meetings or of facts; persons are not listed by their birth, unless a heading says so. */
function areInOrder(dates: readonly string[]): boolean {
  const days = dates
    .map((date) => date.split(/[/.-]/).map(Number))
    .map(([d = 0, m = 0, y = 0]) => y * 500 + m * 40 + d);
  return [1, -1].some((way) => days.every((day, i) => i === 0 || way * (day - (days[i - 1] ?? 0)) >= 0));
}

interface Content {
  /** In French, for the message: the content itself is never repeated. */
  readonly what: string;
  readonly pattern: RegExp;
  /** Distinct texts of it in a column that are enough, five where nothing is said; `keyOf`: those of one key are one. */
  readonly least?: number;
  readonly keyOf?: (text: string) => string | undefined;
  /** It may be a line of facts. */
  readonly maybeLine?: true;
  /** Such texts one after the other in a column are of something else. */
  readonly isOther?: (texts: readonly string[]) => boolean;
  /** The service that sends the statement has a telephone and an address, and none of these. */
  readonly ofPersonsOnly?: true;
}

export const CONTENTS: readonly Content[] = [
  {
    what: "des numéros de téléphone",
    pattern: /^(?:\+33 ?|0)[1-9](?:[ .-]?\d{2}){4}$/,
  },
  { what: "des adresses électroniques", pattern: /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i },
  {
    what: "des numéros de procédure",
    ofPersonsOnly: true,
    pattern: /^(?:(?:pv|n°) ?)?(?:\d{3,6}[/-])?(?:(?:19|20)\d{2}[/-]\d{4,8}|\d{4,8}[/-](?:19|20)\d{2})(?:[/-]\d+)?$/i,
  },
  { what: "des immatriculations", ofPersonsOnly: true, pattern: /^[A-Z]{2}[- ]?\d{3}[- ]?[A-Z]{2}$/ },
  {
    what: "des dates de naissance",
    isOther: areInOrder,
    ofPersonsOnly: true,
    pattern: /^(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19[2-9]\d|200\d|201[0-5])$/,
  },
  {
    what: "des noms de personnes",
    ofPersonsOnly: true,
    pattern: new RegExp(`^${CIVIL}\\p{Lu}`, "u"),
  },
  {
    what: "des adresses",
    pattern:
      /^\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|boulevard|bd|place|allée|impasse|chemin|route|square|résidence)\b/i,
  },
  {
    what: "des noms de personnes",
    least: 3,
    // « CSP Arleux », « CSP Bapaume »: the same word in capitals, and no surname
    keyOf: (text) => /\p{Lu}{2}[\p{Lu}'’-]*/u.exec(text)?.[0],
    maybeLine: true,
    pattern: LIKE_A_NAME,
  },
];
