/** Whose facts are counted: the settings' commune, or a place that a column or a title names. */
import { quote } from "../../model/format.ts";
import type { Settings } from "../../model/settings.ts";
import { fold } from "../../nomenclature/index.ts";
import type { ValueColumn } from "../layout/columns.ts";
import type { Line } from "../layout/nearest-lines.ts";
import type { Doubt } from "../layout/outcome.ts";
import type { View, ViewCell } from "../layout/view.ts";

export interface Places {
  /** Rows of another commune than the settings' one. */
  readonly elsewhere: ReadonlySet<number>;
  /** A column names places, and nothing tells that the commune is one of them. */
  readonly doubt: Doubt | null;
}

/** "St Aubin les Tilleuls (99001)" => "saint aubin le tilleul 99001" */
const foldPlace = (text: string): string =>
  fold(text)
    .replace(/\bst(?=e?\b)/g, "saint")
    .replace(/\bsainte\b/g, "saint");

/** Does the text name the commune of the settings, by its name or its INSEE code? */
function namesCommune(text: string, { commune }: Settings): boolean {
  const place = ` ${foldPlace(text)} `;
  return [commune.name, commune.insee ?? ""].some((own) => own !== "" && place.includes(` ${foldPlace(own)} `));
}

const NAME_HINT =
  "Si c'est la commune, écrivez son nom dans data/convention.yaml, sous « commune: », tel que cette colonne l'écrit ; sinon demandez un fichier de la seule commune.";

/** Columns headed "Commune", "Code INSEE", "Secteur" … : rows of other places are set aside, unless no row is the commune's. */
export function readPlaces(
  view: View,
  rows: readonly number[],
  columns: readonly ValueColumn[],
  settings: Settings,
): Places {
  const elsewhere = new Set<number>();
  let doubt: Doubt | null = null;
  for (const { column, headings } of columns) {
    const heading = headings.at(-1);
    if (heading?.facets.dimension !== "place") continue;
    const cells = rows.map((row) => ({ row, cell: view.at(row, column) }));
    const texts = new Set(cells.map(({ cell }) => foldPlace(cell?.text ?? "")));
    const isOwn = (cell: ViewCell | undefined) =>
      cell !== undefined && (cell.facets.ignored || namesCommune(cell.text, settings));
    const ours = !settings.isDefault && cells.some(({ cell }) => isOwn(cell));
    if (ours) for (const { row, cell } of cells) if (!isOwn(cell) && texts.size > 1) elsewhere.add(row);
    if (!ours && texts.size > 1) doubt ??= severalPlaces(heading.text);
    const [only] = cells.flatMap(({ cell }) => (cell ? [cell] : []));
    if (!ours && texts.size === 1 && only && namesOneCommune(heading, only, settings)) doubt ??= otherPlace(only.text);
  }
  return { elsewhere, doubt };
}

/** A single name under "Commune", or a single code under "Code INSEE" when the settings have the commune's. */
function namesOneCommune(heading: ViewCell, cell: ViewCell, settings: Settings): boolean {
  if (settings.isDefault || !/commune|ville|insee|codgeo/i.test(heading.text)) return false;
  return /^[0-9AB]{5}$/.test(cell.text) ? settings.commune.insee !== null : /\p{L}{2}/u.test(cell.text);
}

const severalPlaces = (heading: string): Doubt => ({
  kind: "doubt",
  text: heading,
  readings: [
    `la colonne ${quote(heading)} nomme plusieurs lieux, et un seul est la commune (clé « commune » des réglages)`,
    "tous les lieux nommés font partie de la commune",
  ],
  hint: NAME_HINT,
});

/** `text`: the place's name as it stands in a cell or a title. No line of the settings is offered: it would let another commune in. */
const otherPlace = (text: string): Doubt => ({
  kind: "doubt",
  text,
  readings: [
    `${quote(text)} désigne bien la commune des réglages`,
    `${quote(text)} désigne une autre commune, dont les faits n'ont pas leur place ici`,
  ],
  hint: "Si c'est une autre commune, retirez ce fichier de la livraison et signalez-le au service. Si ce n'est qu'une autre façon d'écrire la vôtre, corrigez son nom ou ajoutez son code INSEE dans data/convention.yaml, sous « commune: ».",
});

const COMMUNE_OF =
  /(?:^|[^\p{L}-])(?:[Cc]ommune|COMMUNE|[Vv]ille|VILLE)\s*(?:de\s+|d['’]\s*|du\s+|:\s*)(\p{Lu}[^,;:()|]*)/u;

/** "Commune de Ville-Haute" among the titles, in the settings of another commune. */
export function findOtherCommune(lines: readonly Line[], settings: Settings): Doubt | null {
  if (settings.isDefault) return null;
  const line = lines.find(({ text, facets }) => {
    const name = COMMUNE_OF.exec(text)?.[1];
    return name !== undefined && !facets.declared && !namesCommune(text, settings);
  });
  return line ? otherPlace(line.text) : null;
}
