/** The tables of the review of a year: the forces, what the four bulletins announced, what was revised. */
import { type Analysis, type Figure, lastingOf, type QuarterAnalysis, readingOf } from "../../model/analysis.ts";
import { type Direction, directionOf, isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import type { Section } from "../../model/document/bulletin.ts";
import type { TableCell, TableRow } from "../../model/document/table.ts";
import { formatNumber, formatPeriod, plural } from "../../model/format.ts";
import type { Revision } from "../../model/revision.ts";
import { figureCell, NOTHING } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";
import { type Announced, announced } from "../front/announced.ts";
import { revisionsTable } from "../sections/revisions.ts";

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
  const none = "Rien n'a été annoncé";
  const rows = [...earlier, c.analysis].flatMap((analysis): readonly TableRow[] => {
    const said = announced({ ...c, analysis, quarter: analysis.quarter });
    const bulletin = { text: formatPeriod(analysis.quarter) };
    const nothing = [none, "", "", "", ""].map((text): TableCell => ({ text, emphasis: "muted" }));
    if (said.length === 0) return [{ line: "", level: 0, cells: [bulletin, ...nothing] }];
    return said.map((x) => ({
      line: x.line.key,
      level: 0,
      cells: [bulletin, ...outcomeCells(c, analysis, x)],
    }));
  });
  const head = { id: "annonces", title: "Ce qui a été annoncé, et ce qu'il en est" };
  if (rows.every(({ line }) => line === ""))
    return { ...head, blocks: [{ kind: "paragraph", text: `Aucun des bulletins de ${c.year} n'a rien annoncé.` }] };
  const table = {
    ...c.numbering.nextTable(),
    title: `Ce que les bulletins de ${c.year} ont annoncé`,
    columns: [
      { id: "trimestre", label: "Bulletin", kind: "label" as const },
      { id: "ligne", label: "Ligne", kind: "text" as const },
      { id: "dit", label: "Ce qui était dit", kind: "text" as const },
      { id: "nombre", label: "Nombre d'alors", kind: "number" as const },
      { id: "fin", label: `Fin ${c.year}`, kind: "number" as const },
      { id: "devenu", label: "En fin d'année", kind: "text" as const },
    ],
    rows,
    champ:
      "Annonces telles que les livraisons connues alors les donnent ; le nombre est celui du trimestre, ou des douze mois quand il s'agit d'eux.",
    source: "Mêmes sources que les bulletins.",
  };
  return { ...head, blocks: [{ kind: "table", table }] };
}

function outcomeCells(c: Context, analysis: QuarterAnalysis, x: Announced): readonly TableCell[] {
  const { line, name, direction, quarter, year } = x;
  const isLast = analysis === c.analysis;
  const now = c.analysis.analyses.find((a) => isSameLine(a, line.whole));
  const figureOf = (a: Analysis): Figure => (quarter === null && year !== null ? a.rolling : a.quarter);
  const said =
    quarter !== null
      ? VERDICT_WORDS[quarter.verdict]
      : year !== null
        ? `12 mois : ${VERDICT_WORDS[year.verdict]}`
        : `${direction === "rise" ? "hausse" : "baisse"} depuis plusieurs années`;
  return [
    { text: name },
    { text: said },
    figureCell(figureOf(line.whole)),
    isLast ? NOTHING : figureCell(now ? figureOf(now) : null),
    { text: becameOf(now, direction, isLast) },
  ];
}

const isSameLine = (a: Analysis, b: Pick<Analysis, "statement" | "indicator" | "label" | "force">): boolean =>
  a.statement === b.statement && a.indicator === b.indicator && a.label === b.label && a.force === b.force;

function becameOf(now: Analysis | undefined, direction: Direction, isLast: boolean): string {
  if (now === undefined) return "ligne absente du dernier trimestre";
  const [lasting, quarter] = [lastingOf(now)?.verdict ?? "none", readingOf(now)?.verdict ?? "none"];
  if (directionOf(lasting) === direction) return `sur l'année : ${VERDICT_WORDS[lasting]}`;
  if (isLast) return "à suivre en début d'année";
  if (directionOf(quarter) === direction) return "encore là au dernier trimestre";
  if (now.shape?.told && now.shape.change > 0 === (direction === "rise")) return "toujours le cas";
  return isAnnounced(quarter) ? `${VERDICT_WORDS[quarter]} au dernier trimestre` : "revenu à l'ordinaire";
}

/** Rows of the review; the bulletins show more of them, donnees.csv all. */
const MOST_REVISIONS = 10;

/** What the deliveries of the year changed of what had been sent, the widest gaps first; of each line, the count that the review shows. */
export function revisions(c: Context, lines: readonly CountedLine[]): Section {
  const isShown = (r: Revision): boolean => lines.some(({ whole }) => isSameLine(whole, r));
  const known = c.analysis.revisions.filter((r) => r.new.delivery.startsWith(`${c.year}-`) && isShown(r));
  const gap = (r: Revision): number => Math.abs(r.new.value - r.old.value);
  const shown = known.toSorted((a, b) => gap(b) - gap(a)).slice(0, MOST_REVISIONS);
  const left = known.length - shown.length;
  const text =
    known.length === 0
      ? `Aucune livraison de ${c.year} n'a changé un nombre transmis auparavant.`
      : `Les livraisons de ${c.year} ont changé ${plural(known.length, "nombre transmis", "nombres transmis")} auparavant${left > 0 ? ` ; voici les ${formatNumber(shown.length)} plus grands écarts` : ""}. Le nouveau fait foi ; une révision n'est pas une erreur.`;
  return {
    id: "revisions",
    title: "Révisions",
    blocks: [
      { kind: "paragraph", text },
      ...(shown.length === 0 ? [] : [{ kind: "table" as const, table: revisionsTable(c, shown) }]),
    ],
  };
}
