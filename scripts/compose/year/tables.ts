/** The tables of the review of a year: the forces, what the four bulletins announced, the mandate. */
import { type Analysis, lastingOf, type QuarterAnalysis, readingOf } from "../../model/analysis.ts";
import { VERDICT_WORDS } from "../../model/degree.ts";
import type { Section } from "../../model/document/bulletin.ts";
import type { TableCell, TableRow } from "../../model/document/table.ts";
import { formatPeriod } from "../../model/format.ts";
import { differenceCell, figureCell, NOTHING } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";
import { announced } from "../front/announced.ts";

export function forces(c: Context, lines: readonly CountedLine[]): Section | undefined {
  const apart = lines.filter(({ police, gendarmerie }) => police !== null || gendarmerie !== null);
  if (apart.length === 0) return undefined;
  const cells = (a: Analysis | null): readonly TableCell[] => [
    figureCell(a?.rolling ?? null),
    figureCell(a?.rollingBefore ?? null),
  ];
  const columns = (id: string, group: string) =>
    [c.year, c.year - 1].map((year) => ({ id: `${id}-${year}`, label: String(year), group, kind: "number" as const }));
  return {
    id: "forces",
    title: "Par force",
    blocks: [
      {
        kind: "table",
        table: {
          ...c.numbering.nextTable(),
          title: `Faits enregistrés par chaque force, ${c.year} et ${c.year - 1}`,
          columns: [
            { id: "ligne", label: "Ligne", kind: "label" },
            ...columns("police", "Police"),
            ...columns("gendarmerie", "Gendarmerie"),
          ],
          rows: apart.map((line) => ({
            line: line.key,
            level: 0,
            cells: [{ text: line.label }, ...cells(line.police), ...cells(line.gendarmerie)],
          })),
          champ: `${c.settings.commune.name}, année entière.`,
          source: c.settings.service,
        },
      },
    ],
  };
}

/** Each announcement of the four bulletins, as it was said then, and what it had become when the year closed. */
export function outcomes(c: Context, earlier: readonly QuarterAnalysis[]): Section {
  const rows = [...earlier, c.analysis].flatMap((analysis) =>
    announced({ ...c, analysis, quarter: analysis.quarter }).flatMap(
      ({ line, name, direction, quarter }): readonly TableRow[] => {
        if (quarter === null) return [];
        const now = foremostOrAny(c, line);
        return [
          {
            line: line.key,
            level: 0,
            cells: [
              { text: formatPeriod(analysis.quarter) },
              { text: name },
              { text: VERDICT_WORDS[quarter.verdict] },
              figureCell(line.whole.quarter),
              analysis === c.analysis ? NOTHING : figureCell(now?.quarter ?? null),
              { text: becameOf(now, direction, analysis === c.analysis) },
            ],
          },
        ];
      },
    ),
  );
  const table = {
    ...c.numbering.nextTable(),
    title: `Ce que les bulletins de ${c.year} ont annoncé`,
    columns: [
      { id: "trimestre", label: "Bulletin", kind: "label" as const },
      { id: "ligne", label: "Ligne", kind: "text" as const },
      { id: "dit", label: "Ce qui était dit", kind: "text" as const },
      { id: "nombre", label: "Nombre d'alors", kind: "number" as const },
      { id: "fin", label: `T4 ${c.year}`, kind: "number" as const },
      { id: "devenu", label: "En fin d'année", kind: "text" as const },
    ],
    rows,
    champ: "Annonces d'un trimestre, telles que les livraisons connues alors les donnent.",
    source: "Mêmes sources que les bulletins.",
  };
  return {
    id: "annonces",
    title: "Ce qui a été annoncé, et ce qu'il en est",
    blocks:
      rows.length === 0
        ? [{ kind: "paragraph", text: "Aucun des bulletins de l'année n'a rien annoncé." }]
        : [{ kind: "table", table }],
  };
}

const foremostOrAny = (c: Context, { whole }: CountedLine): Analysis | undefined =>
  c.analysis.analyses.find(
    (a) =>
      a.statement === whole.statement &&
      a.indicator === whole.indicator &&
      a.label === whole.label &&
      a.force === whole.force,
  );

function becameOf(now: Analysis | undefined, direction: "rise" | "fall", isLast: boolean): string {
  if (now === undefined) return "ligne absente du dernier trimestre";
  const [lasting, quarter] = [lastingOf(now)?.verdict ?? "none", readingOf(now)?.verdict ?? "none"];
  if (lasting.startsWith(direction)) return `sur l'année : ${VERDICT_WORDS[lasting]}`;
  if (isLast) return "à suivre en début d'année";
  return quarter.startsWith(direction) ? "encore là au dernier trimestre" : "retombé";
}

export function mandate(c: Context, lines: readonly CountedLine[]): Section | undefined {
  const held = lines.flatMap((line) => (line.whole.mandate ? [{ line, mandate: line.whole.mandate }] : []));
  const [first] = held;
  if (first === undefined) return undefined;
  return {
    id: "mandat",
    title: "Depuis le début du mandat",
    blocks: [
      {
        kind: "table",
        table: {
          ...c.numbering.nextTable(),
          title: `Faits enregistrés, ${formatPeriod(first.mandate.after.period)}`,
          columns: [
            { id: "ligne", label: "Ligne", kind: "label" },
            { id: "mandat", label: "Mandat", kind: "number" },
            { id: "avant", label: "Mêmes saisons avant", kind: "number" },
            { id: "ecart", label: "Écart", kind: "number" },
          ],
          rows: held.map(({ line, mandate: { after, before, acrossBreak } }) => ({
            line: line.key,
            level: 0,
            cells: [
              { text: line.label },
              figureCell(after),
              figureCell(before),
              differenceCell(after, before, { acrossBreak }, c.settings.thresholds.percentageFrom),
            ],
          })),
          champ: `En regard : ${formatPeriod(first.mandate.before.period)} ; l'écart est donné sans conclusion.`,
          source: c.settings.service,
        },
      },
    ],
  };
}
