/** A file that depends on what is not read: a person who opens it may see something else. It is read, and that is told. */
import { aWarning, type Issue } from "../../model/issue.ts";

/** "il contient ses propres polices" */
export type OtherLook = string;

export const OWN_FONTS: OtherLook =
  "il apporte ses propres polices de caractères, qui peuvent dessiner un autre chiffre";

export const LAID_OVER: OtherLook = "des éléments posés par-dessus la page peuvent en cacher d'autres";

export const COLOURED: OtherLook =
  "une couleur est peinte derrière ses pages, sur laquelle un texte peut ne pas se voir";

/** One issue a file, each reason once; none: no issue. `looks`: each where there is reason for it. */
export function mayLookOtherwise(file: string, looks: readonly (OtherLook | false)[]): readonly Issue[] {
  const reasons = new Set(looks.filter((look) => look !== false));
  if (reasons.size === 0) return [];
  return [
    aWarning("may-look-otherwise", {
      message: `Ce qu'une personne voit en ouvrant ce fichier peut différer de ce qui en est lu : ${[...reasons].join(" ; ")}.`,
      hint: "Ouvrez-le et comparez ses chiffres avec ceux de la feuille de contrôle ; en cas de doute, demandez l'état en .xlsx ou en .csv.",
      place: { file },
    }),
  ];
}
