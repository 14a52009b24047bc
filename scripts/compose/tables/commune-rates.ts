/** The tables of « Communes semblables »: the rates of the last year among those of the like communes, those of each year. */
import type { CommunalSummary, Spread } from "../../model/document/communal.ts";
import type { Table, TableCell } from "../../model/document/table.ts";
import { formatNumber, NNBSP, upperFirst } from "../../model/format.ts";
import { NOTHING } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, shortName } from "../context/lines.ts";
import { type Column, column, lineTable } from "./table-of.ts";

const ownOf = (base: CommunalSummary, indicator: string | null, year: number) =>
  base.own.find((own) => own.indicator === indicator && own.year === year);
const spreadOf = (base: CommunalSummary, group: Spread["group"], indicator: string | null, year: number) =>
  base.spreads.find((s) => s.group === group && s.indicator === indicator && s.year === year);
const rate = (value: number | null | undefined): TableCell =>
  value == null ? NOTHING : { text: formatNumber(value, 1), sort: value };
const ownRate = (base: CommunalSummary, indicator: string | null, year: number): TableCell => {
  const own = ownOf(base, indicator, year);
  return own === undefined ? NOTHING : own.rate === null ? NOT_PUBLISHED : rate(own.rate);
};
const NOT_PUBLISHED: TableCell = { text: "non diffusé", sort: null };

/** Published rates from which a quarter of them is one. */
const FEWEST = 4;
const hasQuarters = (s: Spread | undefined): boolean => (s?.published ?? 0) >= FEWEST;

export function spreadTable(
  c: Context,
  base: CommunalSummary,
  lines: readonly CountedLine[],
  year: number,
  group: string,
): Table {
  const columnsOf = (id: Spread["group"], group: string): readonly Column<CountedLine>[] => {
    const of = ({ whole }: CountedLine) => spreadOf(base, id, whole.indicator, year);
    const quarterOf = (s: Spread | undefined, end: "q1" | "q3") => rate(hasQuarters(s) ? s?.[end] : null);
    const published = (s: Spread | undefined): TableCell =>
      s === undefined ? NOTHING : { text: `${formatNumber(s.published)} sur ${formatNumber(s.of)}`, sort: s.published };
    return [
      column.number(`${id}-0`, "Min.", (line) => rate(of(line)?.min), group),
      column.number(`${id}-1`, "1er quartile", (line) => quarterOf(of(line), "q1"), group),
      column.number(`${id}-2`, "Médiane", (line) => rate(of(line)?.median), group),
      column.number(`${id}-3`, "3e quartile", (line) => quarterOf(of(line), "q3"), group),
      column.number(`${id}-4`, "Max.", (line) => rate(of(line)?.max), group),
      column.number(`${id}-5`, "Diffusées", (line) => published(of(line)), group),
    ];
  };
  const place = ({ whole: { indicator } }: CountedLine) =>
    placeCell(spreadOf(base, "size", indicator, year), ownOf(base, indicator, year)?.rate ?? null);
  const columns: readonly Column<CountedLine>[] = [
    column.label("ligne", "Ligne", (line) => shortName(c, line)),
    column.number("commune", c.settings.commune.name, ({ whole }) => ownRate(base, whole.indicator, year)),
    column.drawing("place", "Place", place),
    ...columnsOf("size", "Même taille, département"),
    ...(base.epci === null ? [] : columnsOf("epci", "Intercommunalité")),
  ];
  return lineTable(c, lines, columns, {
    title: `Taux de ${year} pour 1${NNBSP}000 : ${c.settings.commune.name} et les communes semblables`,
    champ: `${upperFirst(group)}${base.epci === null ? "" : ` ; ${base.epci}`}.`,
    source: `SSMSI, base communale (${base.base.name}, empreinte ${base.base.sha256.slice(0, 12)}) ; Insee, populations et intercommunalités.`,
    notes: [
      "Place : l'étendue des communes de même taille (trait), leur moitié du milieu (bande), leur médiane (barre) et la commune (point).",
      `Diffusées : communes dont le taux est publié, sur celles du groupe ; quartiles à partir de ${formatNumber(FEWEST)} diffusées.`,
      (base.leftOut ?? 0) > 0 &&
        `Laissés de côté, car ils ne correspondent pas à leurs nombres et populations dans la base : ${formatNumber(base.leftOut ?? 0)} taux.`,
    ],
  });
}

/** The strip where the commune is a dot. */
function placeCell(s: Spread | undefined, own: number | null): TableCell {
  if (s === undefined) return NOTHING;
  const { min, median, max } = s;
  const { q1, q3 } = hasQuarters(s) ? s : { q1: median, q3: median };
  const said = own === null ? "commune non diffusée" : `commune ${formatNumber(own, 1)}`;
  const alternative = `De ${formatNumber(min, 1)} à ${formatNumber(max, 1)}, médiane ${formatNumber(median, 1)}, ${said}.`;
  return { text: "", spread: { min, q1, median, q3, max, own, alternative } };
}

/** The commune's rate, then the median of its size class, year by year. */
export function yearsTable(
  c: Context,
  base: CommunalSummary,
  lines: readonly CountedLine[],
  years: readonly number[],
): Table {
  const beside = (indicator: string | null, year: number): TableCell => {
    const own = ownRate(base, indicator, year);
    const median = spreadOf(base, "size", indicator, year)?.median;
    return {
      text: `${own.text === "non diffusé" ? "n. dif." : own.text} / ${median === undefined ? "–" : formatNumber(median, 1)}`,
      sort: own.sort ?? null,
    };
  };
  const columns: readonly Column<CountedLine>[] = [
    column.label("ligne", "Ligne", (line) => shortName(c, line)),
    ...years.map((year) =>
      column.number<CountedLine>(`an-${year}`, String(year), ({ whole }) => beside(whole.indicator, year)),
    ),
  ];
  return lineTable(c, lines, columns, {
    title: `Taux pour 1${NNBSP}000 depuis ${years[0]} : la commune, puis la médiane des communes de même taille`,
    champ: "Mêmes communes qu'au tableau précédent.",
    source: "Celle du tableau précédent.",
    notes: ["n. dif. : non diffusé, car le nombre est petit ; ne vaut pas zéro. « – » : la base ne donne rien."],
  });
}
