/** The tables of the review of a year: the forces, what the four bulletins announced, what was revised. */
import { type Analysis, type Figure, lastingOf, type QuarterAnalysis, readingOf } from "../../model/analysis.ts";
import { type Direction, directionOf, isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import type { Section } from "../../model/document/bulletin.ts";
import type { TableCell } from "../../model/document/table.ts";
import { formatNumber, formatPeriod, plural } from "../../model/format.ts";
import type { Revision } from "../../model/revision.ts";
import { figureCell, NOTHING } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";
import { type Announced, announced } from "../front/announced.ts";
import { revisionsTable } from "../sections/revisions.ts";
import { type Column, column, lineTable, tableBlock, tableOf } from "../tables/table-of.ts";
import { paragraph, present } from "../words/present.ts";

export function forces(c: Context, lines: readonly CountedLine[]): Section | undefined {
  const apart = lines.filter(({ police, gendarmerie }) => police !== null || gendarmerie !== null);
  if (apart.length === 0) return undefined;
  const ofForce = (id: "police" | "gendarmerie", group: string): readonly Column<CountedLine>[] => [
    column.number(`${id}-${c.year}`, String(c.year), (line) => figureCell(line[id]?.rolling), group),
    column.number(`${id}-${c.year - 1}`, String(c.year - 1), (line) => figureCell(line[id]?.rollingBefore), group),
  ];
  const columns: readonly Column<CountedLine>[] = [
    column.label("ligne", "Ligne", ({ label }) => label),
    ...ofForce("police", "Police"),
    ...ofForce("gendarmerie", "Gendarmerie"),
  ];
  const table = lineTable(c, apart, columns, {
    title: `Faits enregistrés par chaque force, ${c.year} et ${c.year - 1}`,
    champ: `${c.settings.commune.name}, année entière.`,
    source: `${c.settings.service}.`,
  });
  return { id: "forces", title: "Par force", blocks: [tableBlock(table)] };
}

/** Each announcement of the four bulletins, as it was said then, and what it had become when the year closed. */
export function outcomes(c: Context, earlier: readonly QuarterAnalysis[]): Section {
  const told = [...earlier, c.analysis].map((analysis) => ({
    analysis,
    said: announced({ ...c, analysis, quarter: analysis.quarter }),
  }));
  const head = { id: "annonces", title: "Ce qui a été annoncé, et ce qu'il en est" };
  if (told.every(({ said }) => said.length === 0))
    return { ...head, blocks: [paragraph(`Aucun bulletin de ${c.year} n'a annoncé d'écart.`)] };
  const rows = told.flatMap(({ analysis, said }) =>
    (said.length === 0 ? [null] : said).map((x) => ({ analysis, outcome: x && outcomeOf(c, analysis, x) })),
  );
  type Row = (typeof rows)[number];
  const cell =
    (part: "name" | "said" | "before" | "now" | "became", otherwise = "") =>
    ({ outcome }: Row): TableCell | string =>
      outcome?.[part] ?? { text: otherwise, emphasis: "muted" };
  const columns: readonly Column<Row>[] = [
    column.label("trimestre", "Bulletin", ({ analysis }) => formatPeriod(analysis.quarter)),
    column.text("ligne", "Ligne", cell("name", "Rien n'a été annoncé")),
    column.text("dit", "Ce qui était dit", cell("said")),
    column.number("nombre", "Nombre d'alors", cell("before")),
    column.number("fin", `Fin ${c.year}`, cell("now")),
    column.text("devenu", "En fin d'année", cell("became")),
  ];
  const table = tableOf(c, rows, ({ outcome }) => outcome?.line ?? "", columns, {
    title: `Ce que les bulletins de ${c.year} ont annoncé`,
    champ:
      "Annonces telles que les livraisons connues alors les donnent ; le nombre est celui du trimestre, ou des douze mois quand il s'agit d'eux.",
    source: "Mêmes sources que les bulletins.",
  });
  return { ...head, blocks: [tableBlock(table)] };
}

function outcomeOf(c: Context, analysis: QuarterAnalysis, { line, name, direction, quarter, year }: Announced) {
  const isLast = analysis === c.analysis;
  const now = c.analysis.analyses.find((a) => isSameLine(a, line.whole));
  const figureOf = (a: Analysis): Figure => (quarter === null && year !== null ? a.rolling : a.quarter);
  return {
    line: line.key,
    name,
    said:
      quarter !== null
        ? VERDICT_WORDS[quarter.verdict]
        : year !== null
          ? `12 mois : ${VERDICT_WORDS[year.verdict]}`
          : `évolution : ${direction === "rise" ? "hausse" : "baisse"} à suivre`,
    before: figureCell(figureOf(line.whole)),
    now: isLast ? NOTHING : figureCell(now && figureOf(now)),
    became: becameOf(now, direction, isLast),
  };
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
    blocks: present(paragraph(text), shown.length > 0 && tableBlock(revisionsTable(c, shown))),
  };
}
