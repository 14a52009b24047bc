/** Notes around a table that say whose facts it counts: "Champ : France métropolitaine", "(1) Ensemble de la circonscription". */
import type { Force } from "../../model/observation.ts";
import { fold } from "../../nomenclature/index.ts";
import type { Line } from "../layout/nearest-lines.ts";
import { combine, type PlaceReader, type PlaceSaid } from "../words/place-said.ts";

/** "Champ : …" speaks of the figures, as a title does; another note may speak of something else. */
export const isScope = ({ text }: Line): boolean =>
  /^(?:champ|perimetre|territoire|commune|zone geographique)\b/.test(fold(text));

/** Who made or receives the document. */
const OF_DOCUMENT =
  /^(?:edit|imprim|gener|page|diffusion|destinataire|mise a jour|date|population|ref|vo ref|no ref|tel)/;

const sentences = (text: string): readonly string[] => text.split(/(?<=[.;]) /);

type Placed = Exclude<PlaceSaid, { kind: "doubt" }>;

export interface NotePlace {
  readonly note: Line;
  readonly said: Placed;
}

/** "hors", "ne sont pas comptés", "n'y sont pas", "non compris", in a folded text. */
const EXCLUDES = /\b(?:hor|san|sauf|excepte|hormi|exclu\w*|non (?:compri|inclu)\w*|ne? (?:\w+ ){0,2}pa)\b/;

/** "Y compris Ville-Haute": more than the commune. */
const INCLUDES = /^(?:(?:nb|note|\d) )*(?:y compri|inclu|comprend|comprenant)/;

/** "Ne concerne que la zone police" */
const ONLY = /\b(?:uniquement|seulement|seul|seule|exclusivement|ne (?:\w+ ){1,2}que)\b/;

/** "Ces chiffres sont ceux de Ville-Haute", "Données de la commune de Ville-Haute": of the figures. */
const OF_FIGURES =
  /^(?:(?:note|nb|n b|remarque|attention|avertissement|tou[ts]?|ce|cet|cette|le|la|l|\d) )*(?:chiffre|donnee|fait(?! a )|statistique|tableau|etat|releve|nombre|resultat|infraction)\b/;
/** A comparison, or who made the document. */
const OF_ELSE =
  /\b(?:compar|rapport|contre|moyenne|comme|que\b|hausse|baisse|evolu|voir|aussi|different|transmi|fourni|communique|etabli|issu|extrait|edite|produit|recu)/;
const speaksOfFigures = (text: string): boolean => {
  const words = fold(text);
  return OF_FIGURES.test(words) && !OF_ELSE.test(words) && !EXCLUDES.test(words);
};

/** "Lecture : 12 cambriolages ont été enregistrés à Ville-Haute.": the example is taken from the table. */
const isExample = (text: string): boolean => /^(?:\d )?lecture\b/.test(fold(text));

const NAMED =
  /(?:(?<!\p{L})(?:à|de|pour|sur|concernent)\s+|(?<!\p{L})d['’])(\p{Lu}[\p{L}'’-]*(?:\s(?:\p{Lu}|(?:de|du|des|la|le|les|sur|sous|en|lès|lez)\s)[\p{L}'’-]*)*)/gu;

/** The names of a sentence about the figures. */
const namesIn = (text: string): readonly string[] =>
  speaksOfFigures(text) || isExample(text) ? [...text.matchAll(NAMED)].flatMap(([, name]) => name ?? []) : [];

/** "Ces chiffres concernent Imercourt": the names in the sentences of a text that speak of its figures. */
export const namesOfFigures = (text: string): readonly string[] => sentences(text).flatMap(namesIn);

/** Words of a note that may be beside a place and not say it of the figures: a sentence. */
const FEW = 8;
const isShort = (text: string): boolean => fold(text).split(" ").length <= FEW;

/** The first note that says the commune or another place; a service named in a note is who sends. */
export function placeOfNotes(notes: readonly Line[], placeIn: PlaceReader): NotePlace | null {
  const found = notes.flatMap((note): readonly NotePlace[] => {
    const { statements, ours, ignored } = note.facets;
    if ((OF_DOCUMENT.test(fold(note.text)) && statements.length === 0) || ours || ignored) return [];
    const pieces = sentences(note.text).flatMap((piece) => placeIn(piece, "line") ?? []);
    const said = combine([...pieces, ...namesOfFigures(note.text).flatMap((name) => placeIn(name, "heading") ?? [])]);
    const isOfFigures =
      isScope(note) ||
      speaksOfFigures(note.text) ||
      INCLUDES.test(fold(note.text)) ||
      isExample(note.text) ||
      isShort(note.text);
    const tells = (said?.kind === "elsewhere" && isOfFigures) || (said?.kind === "ours" && isScope(note));
    return tells ? [{ note, said }] : [];
  });
  return found.find((f) => f.said.kind === "elsewhere") ?? found[0] ?? null;
}

/** The other place by which the note belies a title of the commune. "Champ : France" is printed under figures of any place. */
export function beliesOurs({ note, said }: NotePlace): Extract<Placed, { kind: "elsewhere" }> | null {
  if (said.kind === "ours") return null;
  const belies = isScope(note)
    ? said.by !== "area" || !/\bfrance\b/.test(fold(said.text))
    : said.by !== "area" &&
      (speaksOfFigures(note.text) || INCLUDES.test(fold(note.text)) || (said.by !== "commune" && isShort(note.text)));
  return belies ? said : null;
}

export interface NoteForce {
  readonly note: Line;
  readonly force: Force;
  /** The note may speak of something else than the figures. */
  readonly sure: boolean;
}

const OTHER = { PN: "GN", GN: "PN" } as const;

/** "Hors gendarmerie" is the police: words.yaml says so already. */
const OUTSIDE = /\bhor (?:zone )?(?:police|gendarmerie)\b/;

/** "Champ : zone police"; "NB : police nationale uniquement", "(1) Hors gendarmerie". */
export function forceOfNotes(notes: readonly Line[]): NoteForce | null {
  const found = notes.flatMap((note): readonly NoteForce[] => {
    const { force, weakForce, declared, ignored } = note.facets;
    const named = force ?? weakForce;
    if (named === null || ignored) return [];
    if (declared) return [{ note, force: named, sure: true }];
    if (named === "ensemble") return [];
    const words = fold(note.text);
    const excludes = EXCLUDES.test(words);
    const said = excludes && force === null && !OUTSIDE.test(words) ? OTHER[named] : named;
    if (isScope(note)) return [{ note, force: said, sure: force !== null }];
    const isOfFigures = excludes || ONLY.test(words);
    return isOfFigures ? [{ note, force: said, sure: false }] : [];
  });
  const [first, ...others] = found;
  if (!first) return null;
  return { ...first, sure: first.sure && others.every((o) => o.force === first.force) };
}
