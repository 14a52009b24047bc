/** The place that the texts around a table say: captions, titles, then the sheet where the file has several. */
import { quote } from "../../model/format.ts";
import type { Settings } from "../../model/settings.ts";
import { foldPlace } from "../../nomenclature/index.ts";
import type { Line } from "../layout/nearest-lines.ts";
import type { Doubt } from "../layout/outcome.ts";
import type { Surroundings } from "../layout/surroundings.ts";
import type { View } from "../layout/view.ts";
import { COMMUNE_OF } from "../words/place-names.ts";
import type { PlaceTools } from "../words/place-said.ts";
import { isUnknownPlace, type PlaceSaid, sayPlace } from "../words/place-said.ts";
import { beliesOurs, isScope, type NotePlace } from "./notes.ts";

export interface PlacedTexts extends PlaceTools {
  readonly view: View;
  /** Rows of headings: each of their cells speaks for itself. */
  readonly header: readonly number[];
  readonly settings: Settings;
  /** Its name is no sign of a place: it divides nothing. */
  readonly isOnlySheet: boolean;
  /** What the notes of the grid say, for all its tables. */
  readonly notePlace: () => NotePlace | null;
}

type Elsewhere = Extract<PlaceSaid, { kind: "elsewhere" }>;

/** ours: said so. unsaid: no text says a place. */
export type PlaceFinding =
  | { readonly kind: "ours" }
  | { readonly kind: "unsaid" }
  | { readonly kind: "elsewhere"; readonly said: Elsewhere }
  | Doubt;

/** A line with the other cells of its row: "Territoire" | "LENS". */
export const wholeRow = ({ view, header }: PlacedTexts, { cell, text }: Line): string =>
  cell === null || header.includes(cell.row)
    ? text
    : view
        .own(cell.row)
        .map((c) => c.text)
        .join(" : ");

/** Who sends everything, or the partner of the settings: "Direction interdépartementale …". */
const isPartner = (text: string, settings: Settings): boolean =>
  /\b(?:direction|ministere|prefecture|dipn|ddsp|ddpn)\b/.test(foldPlace(text)) ||
  foldPlace(settings.service).includes(foldPlace(text));

/** What the lines of one level say, nearest first. */
function ofLines(lines: readonly Line[], texts: PlacedTexts): PlaceSaid | Doubt | null {
  const { placeIn, settings } = texts;
  // the statement's title; a caption with a period may stand under it
  const titled = lines.findIndex((l) => l.facets.statements.length > 0);
  const name = titled === -1 ? lines.findIndex((l) => l.facets.periods.length > 0) : titled;
  const above = name === -1 ? 0 : lines.length - 1 - name;
  const said = lines.flatMap((line, i) => {
    const text = wholeRow(texts, line);
    const place = placeIn(text, "line");
    if (!place) return [];
    const overName = name !== -1 && i > name;
    const isAlone = line.facets.statements.length === 0 && line.facets.periods.length === 0;
    const underPartner = [lines[i - 1], lines[i + 1]].some((l) => l !== undefined && isPartner(l.text, settings));
    const isLetterhead = (overName && above > 1) || (isAlone && (isPartner(text, settings) || underPartner));
    const isAddress = place.kind === "elsewhere" && place.by === "site" && overName;
    if (isAddress || (place.kind === "doubt" && place.by === "service" && isLetterhead)) return [];
    // "VALMONT" over the title is where the service is; "Commune de Valmont" is whose facts are counted
    return [{ place, isHead: overName && !COMMUNE_OF.test(foldPlace(text)) }];
  });
  const unknown = said.find(({ place }) => isUnknownPlace(place));
  if (unknown) return unknown.place;
  const isSure = ({ place }: (typeof said)[number]): boolean =>
    place.kind === "ours" || (place.kind === "elsewhere" && place.by !== "area");
  const sure = said.filter(isSure);
  const [nearest] = sure;
  const rival = sure.find(({ place, isHead }) => place.kind === "elsewhere" && !isHead);
  if (nearest?.place.kind === "ours" && rival?.place.kind === "elsewhere")
    return twoPlaces(rival.place, "un autre texte");
  return nearest?.place ?? said.find((s) => s.place.kind === "elsewhere")?.place ?? said[0]?.place ?? null;
}

/** « VILLE-HAUTE » in one text, the commune in another. */
const twoPlaces = (other: Elsewhere, where: string): Doubt => ({
  kind: "doubt",
  text: other.text,
  readings: ["les faits sont ceux de la commune, qui est nommée aussi", `${where} a raison : ${sayPlace(other)}`],
  hint: "Demandez au service un fichier qui ne nomme que la commune.",
});

/** A service or an unknown name in place of the commune: settled once for all files. */
function nameDoubt({ text, by }: Extract<PlaceSaid, { kind: "doubt" }>): Doubt {
  const name = quote(text);
  return {
    kind: "doubt",
    text,
    readings:
      by === "service"
        ? [
            `${name} est le service qui envoie, et les faits sont ceux de la commune`,
            `les faits sont ceux de tout le ressort de ${name}, ou d'une autre commune`,
          ]
        : [
            `${name} désigne bien la commune des réglages, et elle seule`,
            `${name} désigne une autre commune, une partie de la commune ou un autre lieu, dont les faits n'ont pas leur place ici`,
          ],
    settle: [{ text, reading: "commune" }],
    hint: "Sinon, retirez ce fichier de la livraison et demandez au service celui de la commune.",
  };
}

/** A note that names another place, where nothing else names one: of the figures, or of something else. */
function noteFinding({ note, said }: NotePlace): PlaceFinding {
  if (said.kind === "ours") return { kind: "ours" };
  if (isScope(note)) return { kind: "elsewhere", said };
  return {
    kind: "doubt",
    text: note.text,
    readings: [
      `les faits sont ceux de la commune, et la note ${quote(note.text)} parle d'autre chose`,
      `cette note dit de quel lieu ils sont : ${sayPlace(said)}`,
    ],
    settle: [{ text: note.text, reading: "commune" }],
    hint: "Sinon, retirez ce fichier de la livraison et demandez au service celui de la commune.",
  };
}

const saysAll = ({ facets }: Line): boolean => facets.total || facets.force === "ensemble";

/** "Total", "Ensemble" after the figures of two places or more, each under its name, and under no force: that of all of them. Nearest first. */
function totalOfPlaces(captions: readonly Line[], texts: PlacedTexts): Elsewhere | null {
  const telling = captions.flatMap((line) => {
    const place = texts.placeIn(wholeRow(texts, line), "line");
    return place || line.facets.total || line.facets.force ? [{ place, row: line.cell?.row ?? 0, line }] : [];
  });
  const [total, last, before] = telling;
  if (!total || !saysAll(total.line) || total.place || !last?.place || !before?.place) return null;
  const between = Array.from({ length: total.row - last.row - 1 }, (_, i) => texts.view.own(last.row + 1 + i));
  const hasFigures = between.some((cells) => cells.some((cell) => cell.number !== undefined));
  const isOfSeveral = [last, before].some(({ place }) => place?.kind === "elsewhere");
  return hasFigures && isOfSeveral
    ? { kind: "elsewhere", text: total.line.text, by: "whole", what: "le total de plusieurs lieux" }
    : null;
}

/**
 * Whose facts a table counts, where its own rows and columns do not say it. `inBlock`: the captions over the row, nearest first.
 * `everywhere`: what a column says on every row.
 */
export function findPlace(
  around: Surroundings,
  inBlock: readonly Line[],
  everywhere: PlaceSaid | null,
  texts: PlacedTexts,
): PlaceFinding {
  const { placeIn } = texts;
  const total = totalOfPlaces([...inBlock, ...around.lines.filter((l) => l.near)], texts);
  if (total) return { kind: "elsewhere", said: total };
  const captions = inBlock.flatMap((line) => placeIn(wholeRow(texts, line), "line") ?? []);
  const caption = captions.find((s) => s.kind !== "doubt" || s.by === "place");
  const levels = [
    caption ?? null,
    ofLines(
      around.lines.filter((l) => l.near),
      texts,
    ),
    ofLines(
      around.lines.filter((l) => !l.near),
      texts,
    ),
  ];
  // the name of the file, or of its only sheet, is a text like any other of a letterhead
  const isDoubtful = levels.some((s) => s?.kind === "doubt");
  const sheetSaid = texts.isOnlySheet ? null : placeIn(around.sheet.text, "sheet");
  // a sheet "Commune" is of the commune that the titles name, if they name one
  const sheet = sheetSaid?.kind === "ours" && sheetSaid.generic && isDoubtful ? null : sheetSaid;
  const note = texts.notePlace();
  const doubtful = (s: PlaceSaid | Doubt | null): s is Doubt => s?.kind === "doubt" && "readings" in s;
  const contradiction = levels.find(doubtful);
  if (contradiction) return contradiction;
  const said = levels.flatMap((s) => (s && !doubtful(s) ? [s] : []));
  const unknown = [...said, sheetSaid].find(isUnknownPlace);
  if (unknown) return nameDoubt(unknown);
  const line = said.find((s) => s.kind !== "doubt");
  if (line?.kind === "elsewhere" && (line.by !== "area" || sheet?.kind !== "ours"))
    return { kind: "elsewhere", said: line };
  if (line?.kind === "ours" || sheet?.kind === "ours") {
    if (sheet?.kind === "elsewhere" && sheet.by !== "area")
      return twoPlaces(sheet, `le nom de la feuille ${quote(around.sheet.text)}`);
    const other = note ? beliesOurs(note) : null;
    return note && other ? twoPlaces(other, `la note ${quote(note.note.text)}`) : { kind: "ours" };
  }
  if (sheet?.kind === "elsewhere") return { kind: "elsewhere", said: sheet };
  if (note) return noteFinding(note);
  if (everywhere?.kind === "elsewhere") return { kind: "elsewhere", said: everywhere };
  const strange = said.find((s) => s.kind === "doubt") ?? captions[0] ?? everywhere ?? sheet;
  return strange?.kind === "doubt" ? nameDoubt(strange) : { kind: "unsaid" };
}
