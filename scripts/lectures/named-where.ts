/** Which text of a file names our commune: said with its first reading, for whoever confirms it has to know whose figures they are. */
import { formatCell, quote } from "../model/format.ts";
import { cellsOf, type ReadTable, type Recognition } from "../model/observation.ts";
import type { Settings } from "../model/settings.ts";
import { createOwnCommune, foldPlace, OWN_NAMES, type OwnName } from "../nomenclature/index.ts";

/** A text of the file, and where a person finds it. */
interface Said {
  readonly text: string;
  /** "ligne 2, colonne B", or what is called so: "le nom du fichier". */
  readonly where: string;
  /** The label of a line, whose words name no commune; the name of a sheet or a file. */
  readonly is: "text" | "label" | "name";
}

function saidIn(table: ReadTable): readonly Said[] {
  const cells = cellsOf(table).flatMap(({ cell: { text }, reading, place }): readonly Said[] => {
    const is = reading.kind === "text" && reading.role === "label" ? "label" : "text";
    const isFigure = reading.kind === "count" || reading.kind === "printed";
    return isFigure ? [] : [{ text, where: formatCell(place), is }];
  });
  const besides = table.grid.besides ?? [];
  return [...cells, ...besides.map((text) => ({ text, where: "à côté du tableau", is: "text" }) as const)];
}

/** What it is called by, in French, where its name is not whole. */
const BY: Readonly<Record<Exclude<OwnName, "name">, (word: string) => string>> = {
  code: (code) => `par son code, ${code}`,
  initials: (letters) => `par ses initiales, ${quote(letters)}`,
  word: (word) => `par le seul mot ${quote(word)}`,
};

function told(way: OwnName, word: string, { where, is }: Said): string {
  if (way === "name") return is === "name" ? `d'après ${where}` : where;
  return `${BY[way](word)}, ${is === "name" ? `dans ${where}` : where}`;
}

/** « Ville-Haute (ligne 1, colonne A) » where a text names it whole; « Ville-Haute (par son code, 99001, ligne 2, colonne B) »; or that nothing names it. */
export function namedWhere({ file, tables }: Recognition, commune: Settings["commune"]): string {
  const wordOf = createOwnCommune(commune);
  const all: readonly Said[] = [
    ...tables.flatMap(saidIn),
    ...tables.map(({ grid }) => ({ text: grid.part, where: "le nom de la feuille", is: "name" }) as const),
    { text: file.source.name, where: "le nom du fichier", is: "name" },
  ];
  for (const way of OWN_NAMES) {
    const found = all.flatMap((said) => {
      const word = wordOf(way, said.text);
      const isOther = word === undefined || (said.is === "label" && foldPlace(word) !== foldPlace(said.text));
      return isOther ? [] : [{ said, word }];
    });
    // « Commune de Ville-Haute » under « Brigade de Ville-Haute »
    const best = found.find(({ said }) => /\b(?:commune|ville) d/.test(foldPlace(said.text))) ?? found[0];
    if (best) return `${commune.name} (${told(way, best.word, best.said)})`;
  }
  return "rien dans le fichier ne nomme la commune";
}
