/**
 * What stands beside the cells of a sheet, in a text box or in the header of its pages, and what stands under the last table of a document, is
 * read by a person and not by the table: where it says another period, force or measure than the figures that were read (« 1er trimestre
 * 2026 », « Gendarmerie nationale », « Taux pour 1 000 habitants »), it is told. So is another commune's name over a title that names ours, and a period in
 * the file's name.
 */
import { quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { OTHER_STATEMENT } from "../../model/observation.ts";
import type { Outcome } from "../layout/outcome.ts";
import { bareName } from "../layout/surroundings.ts";
import type { ViewCell } from "../layout/view.ts";
import type { Tools } from "../meaning/context.ts";
import { describePeriod } from "../periods/resolve.ts";
import type { BlockReading } from "../table/block.ts";
import { wordLine } from "../table/issues.ts";
import type { OpenTable } from "../table/table.ts";
import type { FacetParser } from "../words/facets.ts";
import type { PlaceReader } from "../words/place-said.ts";
import { type Facets, isCount, isUnderstood } from "../words/said.ts";
import { agrees, latestOf, type Span } from "./title-periods.ts";

/** Who sends the statement heads its pages. */
const ISSUER = /^\s*police nationale\s*$/i;
/** "PN : Police nationale" */
const ABBREVIATION = /^\s*\p{Lu}{2,}\s*[:=]/u;

export function textsBesideIssues(
  tables: readonly OpenTable[],
  { parse, placeIn, file }: Pick<Tools, "parse" | "placeIn" | "file">,
): readonly Issue[] {
  const seen = tables.filter(({ view }) => !view.grid.hidden);
  const isSettled = seen.some(({ blocks }) => blocks.some(({ reading }) => reading.settled.length > 0));
  return [
    ...seen.flatMap((table) => besideTable(table, parse, placeIn)),
    ...(isSettled ? [] : besideFile(seen.flatMap(countsIn), bareName(file.name), file.path, parse)),
  ];
}

function besideTable(table: OpenTable, parse: FacetParser, placeIn: PlaceReader): readonly Issue[] {
  const { view, sides } = table;
  const { grid } = view;
  const counts = countsIn(table);
  const saysOtherwise = (text: string): boolean => {
    const facets = parse(text);
    return !ABBREVIATION.test(text) && isUnderstood(facets) && !facets.declared && !holds(facets, counts, text);
  };
  const besides = (grid.besides ?? []).filter(saysOtherwise);
  const above = sides.flatMap(({ layout }) => overOurs(layout.blocks[0]?.lines ?? [], placeIn));
  const under = sides
    .flatMap(({ layout }) => layout.trailing.map(({ text }) => text))
    .filter((text) => saysOtherwise(text) || saysPart(text, parse(text)));
  const place = { file: grid.file, part: grid.part };
  return [
    ...told("Un texte posé sur la feuille, ou en haut ou en bas de ses pages,", besides, counts, place),
    ...told("Un texte au-dessus du titre, ou en haut des pages,", above, counts, place),
    ...told("Un texte sous le tableau, ou en bas des pages,", under, counts, place),
  ];
}

/** A file named after a month or a year of which it has no figure: "IS101 Année 2024", which may be a reference. */
function besideFile(counts: readonly Count[], name: string, file: string, parse: FacetParser): readonly Issue[] {
  const facets = parse(name);
  const { declared, periods } = facets;
  const spans = counts.map(spanOf);
  const isOther = periods.length > 0 && !periods.some((part) => agrees({ ...facets, periods: [part] }, spans));
  return isUnderstood(facets) && isOther && !declared ? told("Le nom du fichier", [name], counts, { file }) : [];
}

const SAME =
  "Ouvrez le fichier : si ce texte parle de ce tableau, demandez au service un état dont le tableau dit la même chose";

/** The name of a file may be all that names the statement: no line has it passed over. */
function told(
  where: string,
  texts: readonly string[],
  counts: readonly Count[],
  place: NonNullable<Issue["place"]>,
): readonly Issue[] {
  const latest = latestOf(counts.map(spanOf));
  if (!latest) return [];
  return [...new Set(texts)].map((text) => ({
    rule: "text-beside-says-otherwise",
    severity: "warning",
    message: `${where} dit ${quote(text)}, ce que le tableau ne dit pas : ses chiffres sont lus comme des faits de la commune, ${describePeriod(latest)}.`,
    ...(place.part === undefined
      ? { hint: `${SAME} ; sinon, il n'y a rien à faire.` }
      : {
          hint: `${SAME} ; sinon, collez la ligne ci-dessous dans data/convention.yaml, sous « mots: ».`,
          settingsLine: wordLine(text, "ignorer", place.file),
        }),
    place,
    actual: text,
  }));
}

const countsIn = ({ blocks }: OpenTable): readonly Count[] =>
  blocks.flatMap(({ reading }) => (reading.statement === OTHER_STATEMENT ? [] : countsOf(reading)));

const countsOf = ({ outcomes }: BlockReading): readonly Count[] =>
  outcomes.flatMap(({ outcome }) => (outcome.kind === "count" ? [outcome] : []));

/** Lines that name another commune, above the one that names ours. */
function overOurs(lines: readonly ViewCell[], placeIn: PlaceReader): readonly string[] {
  const said = lines.map(({ text }) => ({ text, place: placeIn(text, "line") }));
  const ours = said.findLastIndex(({ place }) => place?.kind === "ours");
  return said
    .slice(0, Math.max(0, ours))
    .flatMap(({ text, place }) => (place?.kind === "elsewhere" && place.by === "commune" ? [text] : []));
}

type Count = Extract<Outcome, { kind: "count" }>;

const spanOf = ({ observation, running }: Count): Span => ({ period: observation.period, running: running !== null });

/** "Note : mains courantes", "Faits commis la nuit": a few words, and no sentence on the tentatives that are counted too. */
const saysPart = (text: string, { mentions, declared }: Facets): boolean =>
  mentions.includes("part-of-facts") &&
  !declared &&
  text.split(/\s+/).length <= 6 &&
  !/\b(?:dont|compris|inclu)/i.test(text);

/** Do some of the figures have what the text says? */
const holds = (facets: Facets, counts: readonly Count[], text: string): boolean =>
  agrees(facets, counts.map(spanOf)) &&
  (facets.force === null || ISSUER.test(text) || counts.some((c) => c.observation.force === facets.force)) &&
  isCount(facets);
