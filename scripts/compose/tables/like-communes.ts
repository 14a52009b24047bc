/** The tables of « Communes semblables »: the rates of the last year among those of the like communes, those of each year, our counts beside the base's. */
import type { CommunalSummary, Spread } from "../../model/communal.ts";
import type { Table, TableCell, TableColumn } from "../../model/document/table.ts";
import { formatNumber, NNBSP } from "../../model/format.ts";
import { yearOf } from "../../model/period.ts";
import { figureCell, NOTHING, UNKNOWN } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";
import { shortName } from "../front/announced.ts";

const ownOf = (base: CommunalSummary, indicator: string | null, year: number) =>
  base.own.find((own) => own.indicator === indicator && own.year === year);
const spreadOf = (base: CommunalSummary, group: Spread["group"], indicator: string | null, year: number) =>
  base.spreads.find((s) => s.group === group && s.indicator === indicator && s.year === year);
const rate = (value: number | null | undefined): TableCell =>
  value == null ? NOTHING : { text: formatNumber(value, 1), sort: value };
const ownRate = (base: CommunalSummary, indicator: string | null, year: number): TableCell => {
  const own = ownOf(base, indicator, year);
  return own === undefined ? NOTHING : own.rate === null ? { text: "non diffusé", sort: null } : rate(own.rate);
};
const SOURCE = (base: CommunalSummary): string =>
  `SSMSI, base communale (${base.base.name}, empreinte ${base.base.sha256.slice(0, 12)}) ; Insee, populations et intercommunalités.`;

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
  const ends = (s: Spread | undefined): readonly TableCell[] => {
    const [q1, q3] = hasQuarters(s) ? [s?.q1, s?.q3] : [];
    return [s?.min, q1, s?.median, q3, s?.max].map(rate);
  };
  const published = (s: Spread | undefined): TableCell =>
    s === undefined ? NOTHING : { text: `${formatNumber(s.published)} sur ${formatNumber(s.of)}`, sort: s.published };
  const columnsOf = (id: string, title: string): readonly TableColumn[] =>
    ["Min.", "1er quart", "Médiane", "3e quart", "Max.", "Diffusées"].map((label, i) => ({
      id: `${id}-${i}`,
      label,
      group: title,
      kind: "number",
    }));
  return {
    ...c.numbering.nextTable(),
    title: `Taux de ${year} pour 1${NNBSP}000 : ${c.settings.commune.name} et les communes semblables`,
    columns: [
      { id: "ligne", label: "Ligne", kind: "label" },
      { id: "commune", label: c.settings.commune.name, kind: "number" },
      { id: "place", label: "Place", kind: "sparkline" },
      ...columnsOf("taille", "Même taille, département"),
      ...(base.epci === null ? [] : columnsOf("epci", "Intercommunalité")),
    ],
    rows: lines.map((line) => {
      const { indicator } = line.whole;
      const size = spreadOf(base, "size", indicator, year);
      const epci = spreadOf(base, "epci", indicator, year);
      return {
        line: line.key,
        level: 0,
        cells: [
          { text: shortName(c, line) },
          ownRate(base, indicator, year),
          placeCell(size, ownOf(base, indicator, year)?.rate ?? null),
          ...ends(size),
          published(size),
          ...(base.epci === null ? [] : [...ends(epci), published(epci)]),
        ],
      };
    }),
    champ: `${group.charAt(0).toUpperCase()}${group.slice(1)}${base.epci === null ? "" : ` ; ${base.epci}`}.`,
    source: SOURCE(base),
    notes: [
      "Place : l'étendue des communes de même taille (trait), leurs deux quarts du milieu (bande), leur médiane (barre) et la commune (point).",
      `Diffusées : communes dont le taux est publié, sur celles du groupe ; quarts à partir de ${formatNumber(FEWEST)} diffusées.`,
      ...(base.leftOut
        ? [
            `Laissés de côté, car ils ne correspondent pas à leurs nombres et populations dans la base : ${formatNumber(base.leftOut)} taux.`,
          ]
        : []),
    ],
  };
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
export const yearsTable = (
  c: Context,
  base: CommunalSummary,
  lines: readonly CountedLine[],
  years: readonly number[],
): Table => ({
  ...c.numbering.nextTable(),
  title: `Taux pour 1${NNBSP}000 depuis ${years[0]} : la commune, puis la médiane des communes de même taille`,
  columns: [
    { id: "ligne", label: "Ligne", kind: "label" },
    ...years.map((year) => ({ id: `an-${year}`, label: String(year), kind: "number" as const })),
  ],
  rows: lines.map((line) => ({
    line: line.key,
    level: 0,
    cells: [
      { text: shortName(c, line) },
      ...years.map((year): TableCell => {
        const [own, median] = [
          ownRate(base, line.whole.indicator, year),
          spreadOf(base, "size", line.whole.indicator, year)?.median,
        ];
        return {
          text: `${own.text === "non diffusé" ? "n. dif." : own.text} / ${median === undefined ? "–" : formatNumber(median, 1)}`,
          sort: own.sort ?? null,
        };
      }),
    ],
  })),
  champ: "Mêmes communes qu'au tableau précédent.",
  source: SOURCE(base),
  notes: ["n. dif. : non diffusé, car le nombre est petit ; ne vaut pas zéro. « – » : la base ne donne rien."],
});

/** Our own sum of the year's quarters beside the base's number. */
export const besideTable = (c: Context, base: CommunalSummary, lines: readonly CountedLine[], year: number): Table => ({
  ...c.numbering.nextTable(),
  title: `Nombres de ${year} : les états reçus et la base publique`,
  columns: [
    { id: "ligne", label: "Ligne", kind: "label" },
    { id: "etats", label: "États reçus", kind: "number" },
    { id: "base", label: "Base publique", kind: "number" },
  ],
  rows: lines.map((line) => {
    const own = ownOf(base, line.whole.indicator, year);
    const quarters = line.whole.series.filter(({ figure }) => yearOf(figure.period.last) === year);
    const values = quarters.flatMap(({ figure }) => figure.value ?? []);
    const sum = quarters.length === 4 && values.length === 4 ? values.reduce((a, b) => a + b, 0) : null;
    const from = quarters.flatMap(({ figure }) => figureCell(figure).from ?? []);
    return {
      line: line.key,
      level: 0,
      cells: [
        { text: shortName(c, line) },
        sum === null ? UNKNOWN : { text: formatNumber(sum), sort: sum, from },
        own === undefined || (own.rate !== null && own.count === null)
          ? NOTHING
          : own.count === null
            ? { text: "non diffusé", sort: null }
            : { text: formatNumber(own.count), sort: own.count },
      ],
    };
  }),
  champ: `${c.settings.commune.name}, année ${year}.`,
  source: `Livraisons connues ; ${SOURCE(base)}`,
  notes: [
    "Les deux peuvent différer sans erreur : la base compte au lieu de commission, les états peuvent compter par service ; elle est arrêtée plus tard, après requalifications ; ses unités de compte (victimes, véhicules, faits) et ses regroupements d'infractions sont les siens ; sa géographie est celle de son édition.",
    "n.d. : les quatre trimestres de l'année ne sont pas tous connus.",
  ],
});
