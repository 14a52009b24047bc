/** What the four bulletins of a year announced, and what it had become when the year closed. */
import { type Analysis, type Figure, lastingOf, type QuarterAnalysis, readingOf } from "../../model/analysis.ts";
import { type Direction, directionOf, isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import type { Section } from "../../model/document/bulletin.ts";
import type { TableCell } from "../../model/document/table.ts";
import { formatPeriod } from "../../model/format.ts";
import { lineKey } from "../../nomenclature/index.ts";
import { figureCell, NOTHING } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import { courseDirection } from "../context/said.ts";
import { type Announced, announced } from "../front/announced.ts";
import { announcedWords } from "../front/told.ts";
import { type Column, column, tableBlock, tableOf } from "../tables/table-of.ts";
import { paragraph } from "../words/present.ts";

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

function outcomeOf(c: Context, analysis: QuarterAnalysis, x: Announced) {
  const { line, name, direction, quarter, year } = x;
  const isLast = analysis === c.analysis;
  const now = c.analysis.analyses.find((a) => lineKey(a) === lineKey(line.whole) && a.force === line.whole.force);
  const figureOf = (a: Analysis): Figure => (quarter === null && year !== null ? a.rolling : a.quarter);
  return {
    line: line.key,
    name,
    said: announcedWords(x),
    before: figureCell(figureOf(line.whole)),
    now: isLast ? NOTHING : figureCell(now && figureOf(now)),
    became: becameOf(now, direction, isLast),
  };
}

function becameOf(now: Analysis | undefined, direction: Direction, isLast: boolean): string {
  if (now === undefined) return "ligne absente du dernier trimestre";
  const [lasting, quarter] = [lastingOf(now)?.verdict ?? "none", readingOf(now)?.verdict ?? "none"];
  if (directionOf(lasting) === direction) return `sur l'année : ${VERDICT_WORDS[lasting]}`;
  if (isLast) return "à suivre en début d'année";
  if (directionOf(quarter) === direction) return "encore là au dernier trimestre";
  if (now.shape?.told && !now.shape.denied && courseDirection(now.shape) === direction) return "toujours le cas";
  return isAnnounced(quarter) ? `${VERDICT_WORDS[quarter]} au dernier trimestre` : "revenu à l'ordinaire";
}
