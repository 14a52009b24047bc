/**
 * Plain, or looked at: the rule of the readers of documents and sheets. A construct is plain when it changes nothing of what a person
 * sees of a figure: lists.ts says which are. Anything else is named with the cell where it stands (Beside "unplain"), and nothing is
 * computed of what it shows: a style is plain or names what is not, no condition is evaluated, no width measured. Whether it matters is
 * decided once, in recognise/layout/unplain.ts: only where it touches a figure.
 */
import type { Beside } from "../../model/grid.ts";
import { isFaint, type Rgb, WHITE } from "../contract/contrast.ts";

/** A construct that is not plain, as an operator would call it: "texte barré". */
export type Construct = string;

/** The same, with these constructs too. */
export const alsoWith = <T extends { readonly constructs: readonly Construct[] }>(
  said: T,
  more: readonly Construct[],
): T => ({ ...said, constructs: [...said.constructs, ...more] });

/** Each construct once. */
export const unplain = (constructs: Iterable<Construct>): readonly Beside[] =>
  [...new Set(constructs)].map((text) => ({ kind: "unplain", text }));

/** What several formats have, whatever each calls it. */
export const NAMES = {
  away: "tableau hors de la page",
  boxedTable: "tableau dans une zone de texte",
  bound: "texte repris d'une autre partie du fichier",
  change: "modification suivie",
  choice: "contenu qui change selon le programme",
  clipped: "hauteur de ligne fixée",
  column: "colonne très étroite",
  condition: "texte affiché sous condition",
  covered: "dessin posé sur le texte",
  crossed: "cellule barrée",
  dropCap: "lettrine",
  field: "champ calculé",
  font: "police de symboles",
  frame: "cadre de texte",
  formula: "formule",
  hidden: "texte masqué",
  ink: "texte de la couleur du fond",
  list: "liste de choix",
  lowered: "texte poussé vers le bas d'une ligne de hauteur fixée",
  merged: "texte sous une cellule fusionnée",
  moved: "texte décalé de sa ligne",
  narrow: "lettres resserrées",
  note: "appel de note sur la ligne",
  numbered: "numéro de liste",
  otherwise: "valeur affichée autrement qu'elle n'est enregistrée",
  outline: "texte sans remplissage",
  picture: "image",
  pushed: "texte décalé hors de sa cellule",
  reversed: "texte de droite à gauche",
  ruby: "texte annoté",
  savedFast: "enregistrement rapide",
  sideBySide: "titres côte à côte dans une cellule",
  sign: "signe d'une police de symboles",
  stale: "calcul qui n'est peut-être pas à jour",
  struck: "texte barré",
  table: "tableau dans une cellule",
  tiny: "texte minuscule",
  twoNumbers: "deux nombres l'un contre l'autre",
} as const satisfies Readonly<Record<string, Construct>>;

/** Outside of tables a text may stand anywhere on its page, with any blank around it. */
export const inPlace = (constructs: readonly Construct[], inTable: boolean): readonly Construct[] =>
  inTable ? constructs : constructs.filter((one) => !OF_TABLES.includes(one));
const OF_TABLES: readonly Construct[] = [NAMES.pushed, NAMES.clipped, NAMES.lowered, NAMES.frame, NAMES.dropCap];

/** "w:effect", of which no list says anything. Its name comes from the file: only one that a format may have is repeated. */
export const unknown = (name: string): Construct =>
  /^[\w:?-]{1,40}$/.test(name) ? `mise en forme « ${name} »` : "mise en forme inconnue";

/**
 * Where a value is not plain any more. `type` in points: the smallest type that printers set. The rest in twips (twentieths of a point),
 * from what digits of the usual 8 to 12 points take: `line`, the height of theirs, or the width of two of them; `overlap`, half the width
 * of one. `pushed`: further than a usual column is wide; `above`: more than half a line; `out`: more than the blank at the side of a cell. `page`: wider than an A4 page.
 */
export const LEAST = {
  type: 4,
  line: 160,
  overlap: 40,
  letterWidth: 33, // hundredths of their width: Word's own list ends at a third
  above: 120,
  out: 200,
  pushed: 2_000,
  page: 12_000,
} as const;

/** Ink and ground of a text, as they are said. Undefined: nothing is said, it is dark on light. null: said, and not to be told. */
export interface Ink {
  readonly ink?: Rgb | null | undefined;
  readonly ground?: Rgb | null | undefined;
}

/** An ink that is not said turns white on a dark ground, in word processors. */
export function isInkSeen({ ink, ground = WHITE }: Ink): boolean {
  if (ink === undefined) return true;
  return ink !== null && ground !== null && !isFaint(ink, ground);
}

/** What is to be said of the inks of texts that stand where there may be each of those. */
export const seenOn = (inks: readonly Ink[], places: readonly Ink[]): readonly Construct[] =>
  inks.every((ink) => places.every((place) => isInkSeen({ ...place, ...ink }))) ? [] : [NAMES.ink];

/** Fonts whose signs are no letters: their digits draw something else. */
export const SIGN_FONTS =
  /wingdings|webdings|\bsymbol|opensymbol|dingbats|marlett|monotype sorts|mt extra|bar ?code|^idautomation|\bcode ?(?:39|93|128)|\b3 ?of ?9|\b(?:ean|upc)-?1?\d?\b/i;
export const isSignFont = (name: string): boolean => SIGN_FONTS.test(name);
