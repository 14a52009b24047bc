/** Notes around a table that say which force counts: "Champ : zone police", "(1) Hors gendarmerie". */
import type { Force } from "../../model/observation.ts";
import { fold } from "../../nomenclature/index.ts";
import type { Line } from "../layout/nearest-lines.ts";

/** "Champ : …" speaks of the figures, as a title does; another note may speak of something else. */
export const isScope = ({ text }: Line): boolean =>
  /^(?:champ|perimetre|territoire|commune|zone geographique)\b/.test(fold(text));

/** "hors", "ne sont pas comptés", "n'y sont pas", "non compris", in a folded text. */
const EXCLUDES = /\b(?:hor|san|sauf|excepte|hormi|exclu\w*|non (?:compri|inclu)\w*|ne? (?:\w+ ){0,2}pa)\b/;

/** "Ne concerne que la zone police" */
const ONLY = /\b(?:uniquement|seulement|seul|seule|exclusivement|ne (?:\w+ ){1,2}que)\b/;

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
