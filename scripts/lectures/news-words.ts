/** What is new in a later file, in the paper's own words: for whoever confirms it. */

import type { CellNews, News } from "../map/index.ts";
import { FORCE_LABELS, formatPeriod, joinWords, listSome, oneLine, plural, quote } from "../model/format.ts";
import { type Force, type Provenance, provenanceKey, type Recognition } from "../model/observation.ts";
import { comparePeriods, distinctPeriods } from "../model/period.ts";

export interface Difference {
  /** In French, of the new file: "nouveau : « Hors plaintes en ligne »". */
  readonly says: string;
  readonly place?: Provenance;
}

const LONGEST = 80;
const shown = (text: string): string => quote(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** @param like the confirmed file. @param later the one that is held to it. @param ticked notes of the confirmed one that are printed. */
export function newsWords(
  news: readonly News[],
  like: Recognition,
  later: Recognition,
  ticked: readonly string[] = [],
): readonly Difference[] {
  const ofFigures = OF_FIGURES.flatMap((is): readonly Difference[] => {
    const own = news.flatMap((one) => (one.is === is ? [one.place] : []));
    return own.length > 0 ? [figuresWords(is, own, later)] : [];
  });
  const others = news.flatMap((one): readonly Difference[] => {
    if (one.is === "months-gone" || (OF_FIGURES as readonly string[]).includes(one.is)) return [];
    const words = wordsOf(one, like, later);
    const wasTicked = textsBefore(one, like).some((text) => ticked.includes(text));
    return [wasTicked ? { ...words, says: `${words.says} : cette note n'est plus imprimée` } : words];
  });
  const gone = Map.groupBy(
    news.filter((one) => one.is === "months-gone"),
    ({ force }) => force,
  );
  return [...others, ...[...gone].map(([force, own]) => monthsWords(force, own)), ...ofFigures];
}

/** What stood at its place, or on its row, in the confirmed file. */
function textsBefore(news: News, { tables }: Recognition): readonly string[] {
  if (!("was" in news)) return [];
  const [table, row, column] = news.was;
  const cells = tables[table]?.grid.rows[row] ?? [];
  return (news.is === "row-gone" ? cells : cells.slice(column, column + 1)).map(({ text }) => oneLine(text));
}

const OF_FIGURES = ["blank", "dates", "meaning"] as const;

/** One sentence for all the figures of one kind. */
function figuresWords(is: (typeof OF_FIGURES)[number], places: readonly Provenance[], later: Recognition): Difference {
  const labels = [...new Set(places.map((place) => rowLabel(later, place)))];
  const which = listSome(labels, 2, ", ", ["autre ligne", "autres lignes"]);
  const figures = (one: string, several: string): string => `${plural(places.length, one, several)} (${which})`;
  const isOne = places.length === 1;
  const says = {
    blank: `${figures("chiffre lu", "chiffres lus")} l'${isOne ? "était, et ne l'est plus" : "étaient, et ne le sont plus"}`,
    dates: `${figures("chiffre", "chiffres")} ${isOne ? "n'est" : "ne sont"} plus sous les dates attendues`,
    meaning: `${figures("chiffre", "chiffres")} ${isOne ? "n'est pas lu" : "ne sont pas lus"} comme ${isOne ? "il a été confirmé" : "ils ont été confirmés"} à cette place, ${readAs(places, later)}`,
  }[is];
  const [place] = places;
  return { says, ...(place && { place }) };
}

const forceWords = (force: Force): string =>
  force === "ensemble" ? "les deux forces" : FORCE_LABELS[force].toLowerCase();

/** « mais ainsi : police nationale, avril à mai 2026 » */
function readAs(places: readonly Provenance[], { observations }: Recognition): string {
  const keys = new Set(places.map(provenanceKey));
  const now = observations.filter(({ provenance }) => keys.has(provenanceKey(provenance)));
  if (now.length === 0) return "ni comme d'autres faits";
  const forces = [...new Set(now.map(({ force }) => forceWords(force)))];
  const periods = distinctPeriods(now.map(({ period }) => period)).map((period) => formatPeriod(period));
  return `mais ainsi : ${joinWords(forces)}, ${joinWords(periods)}`;
}

const gridOf = ({ tables }: Recognition, part: string) => tables.find(({ grid }) => grid.part === part)?.grid;

function rowLabel(later: Recognition, { part, row }: Provenance): string {
  const cells = gridOf(later, part)?.rows[row - 1] ?? [];
  return cells.map(({ text }) => text.trim()).find((text) => /\p{L}/u.test(text)) ?? `ligne ${row}`;
}

const MOST_MONTHS = 3;

/** One sentence for all the months of a force, the latest first: « aucun chiffre : juin 2026, mai 2026 (les deux forces) ». */
function monthsWords(force: Force, gone: readonly Extract<News, { is: "months-gone" }>[]): Difference {
  const periods = gone.map(({ period }) => period).toSorted((a, b) => comparePeriods(b, a));
  const shownPeriods = periods.map((period) => formatPeriod(period));
  const others = ["autre période", "autres périodes"] as const;
  return { says: `aucun chiffre : ${listSome(shownPeriods, MOST_MONTHS, ", ", others)} (${forceWords(force)})` };
}

function wordsOf(news: Exclude<News, { is: "months-gone" }>, like: Recognition, later: Recognition): Difference {
  switch (news.is) {
    case "format":
      return { says: `format .${later.file.format}, confirmé en .${like.file.format}` };
    case "name":
      return { says: `nom de fichier ${quote(later.file.source.name)}, confirmé ${quote(like.file.source.name)}` };
    case "part":
      return { says: `partie nouvelle ${quote(news.part)}` };
    case "part-gone":
      return { says: "une partie du fichier confirmé n'y est plus" };
    case "part-named":
      return { says: `la partie ${quote(news.part)} avait un autre nom` };
    case "part-hidden":
      return {
        says: gridOf(later, news.part)?.hidden
          ? `la partie ${quote(news.part)} est maintenant masquée`
          : `dans la partie ${quote(news.part)}, ce qui est masqué n'est plus ce qui l'était`,
      };
    case "beside-table":
      return { says: `texte nouveau à côté du tableau : ${shown(news.text)}` };
    case "beside-table-gone":
      return { says: "un texte à côté du tableau n'y est plus" };
    case "column":
      return { says: `une colonne, ${shown(news.text)}, est venue`, place: news.place };
    case "row":
      return { says: `nouveau : ${shown(news.text)}`, place: news.place };
    case "column-moved":
    case "row-moved":
      return {
        says: `l'ordre des ${news.is === "row-moved" ? "lignes" : "colonnes"} n'est plus celui qui a été confirmé, à partir de ${shown(news.text)}`,
        place: news.place,
      };
    case "column-gone":
    case "row-gone":
      return { says: `n'y est plus : ${goneText(news, like)}` };
    default:
      return { says: cellWords(news, like, later), place: news.place };
  }
}

/** The texts of the row, or the heading of the column, that was confirmed. */
function goneText(
  { is, was: [table, row, column] }: Extract<News, { is: "column-gone" | "row-gone" }>,
  like: Recognition,
): string {
  const rows = like.tables[table]?.grid.rows ?? [];
  const texts =
    is === "row-gone" ? (rows[row] ?? []).map(({ text }) => text) : rows.map((cells) => cells[column]?.text ?? "");
  const words = texts.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
  const own = (is === "row-gone" ? words.slice(0, 3) : words.slice(0, 1)).join(", ");
  if (own !== "") return shown(own);
  return is === "row-gone" ? "une ligne de texte" : "une colonne sans chiffre";
}

function cellWords({ is, text, place, was }: CellNews, like: Recognition, later: Recognition): string {
  const [table, row, column] = was;
  const confirmed = like.tables[table]?.grid.rows[row]?.[column]?.text.trim() ?? "";
  const label = rowLabel(later, place);
  const on = label === text ? "" : ` (ligne ${shown(label)})`;
  switch (is) {
    case "new":
      return `nouveau : ${shown(text)}${on}`;
    case "gone":
      return `${confirmed === "" ? "un texte confirmé à cette place" : shown(confirmed)} n'y est plus${on}`;
    case "changed":
      return confirmed === ""
        ? `${shown(text)}, à la place d'un autre texte${on}`
        : `${shown(text)}, confirmé ${shown(confirmed)}`;
    case "mark":
      return `un chiffre marqué ${shown(text)}${on}`;
    case "beside":
      return `ce qui accompagne ${shown(text || "une case vide")} dans sa cellule n'est plus ce qui a été confirmé${on}`;
    default:
      return `${shown(text)} est autrement${on}`;
  }
}
