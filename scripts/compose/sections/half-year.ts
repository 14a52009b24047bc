/** « Semestre » or « Année »: when the quarter closes one, its cumulative counts, their reading, and the check of what was sent. */
import { type Analysis, comparisonOf } from "../../model/analysis.ts";
import type { Section } from "../../model/document/bulletin.ts";
import type { Table, TableCell } from "../../model/document/table.ts";
import { formatDifference, formatNumber, formatPeriod } from "../../model/format.ts";
import { type Observation, provenanceKey, type StatementId } from "../../model/observation.ts";
import { cumulative, halfYear, type Period, periodKey, samePeriod } from "../../model/period.ts";
import { lineKey } from "../../nomenclature/index.ts";
import { differenceCell, figureCell } from "../context/cells.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { type Line, linesOf } from "../context/lines.ts";
import { quartersIn, sumNotes, sumOf } from "../context/sums.ts";
import { champ, source } from "../sentences/notes.ts";
import { type Column, column, lineTable, tableBlock } from "../tables/table-of.ts";
import { paragraph } from "../words/present.ts";

/** undefined in the 1st and 3rd quarters, which close neither a half-year nor a year. */
export function halfYearSection(c: Context): Section | undefined {
  if (c.number % 2 === 1) return undefined;
  const spans = c.number === 4 ? [cumulative(c.quarter), halfYear(c.year, 2)] : [cumulative(c.quarter)];
  const tables = c.nomenclature.statements.flatMap((s) => {
    const lines = linesOf(c, s.id);
    return lines.length === 0 ? [] : [tableBlock(cumulativeTable(c, s.id, lines, spans))];
  });
  if (tables.length === 0) return undefined;
  const name = formatPeriod(cumulative(c.quarter));
  return {
    id: c.number === 4 ? "annee" : "semestre",
    title: c.number === 4 ? `L'${name}` : `Le ${name}`,
    blocks: [
      paragraph(
        c.number === 4
          ? `Le ${c.name} clôt l'année : ses nombres sont donnés à côté de ceux de l'année précédente. Ce que l'année montre est dit des douze derniers mois, page 1.`
          : `Le ${c.name} clôt le semestre : ses nombres sont donnés à côté de ceux du même semestre de l'année précédente, non jugés ; ce qui dure est jugé sur douze mois, page 1.`,
      ),
      ...tables,
    ],
  };
}

function cumulativeTable(c: Context, statement: StatementId, lines: readonly Line[], spans: readonly Period[]): Table {
  const counts = sentCounts(c, spans);
  const sent = spans.filter((span) => lines.some((l) => l.whole !== null && counts.has(sentKey(l.whole, span))));
  const group = c.number === 4 ? "Année" : "1er semestre";
  const columns: readonly Column<Line>[] = [
    column.label("ligne", "Ligne", ({ label }) => label),
    column.text("unite", "Unité", ({ whole }) => whole?.unit ?? "non précisée"),
    column.number("cumul", String(c.year), ({ whole }) => figureCell(whole?.cumulative), group),
    column.number("cumul-avant", String(c.year - 1), ({ whole }) => figureCell(whole?.cumulativeBefore), group),
    column.number("ecart", "Écart", ({ whole }) => yearDifference(c, whole), group),
    ...sent.map(
      (span): Column<Line> =>
        column.text(
          `controle-${span.first}`,
          formatPeriod(span),
          ({ whole }) => (whole === null ? "non transmis" : checkCell(counts, whole, span)),
          "Cumul transmis",
        ),
    ),
  ];
  return lineTable(c, lines, columns, {
    title: `${statementLabel(c, statement)} : ${formatPeriod(cumulative(c.quarter))}, comparé${c.number === 4 ? "e" : ""} à ${c.year - 1}`,
    champ: champ(c, statement, lines),
    source: source(c, statement),
    notes: [
      sumNotes(lines, (a) => [a.cumulative, a.cumulativeBefore]),
      spans
        .filter((span) => !sent.includes(span))
        .map((span) => `Aucun cumul « ${formatPeriod(span)} » n'a été transmis : il n'y a rien à vérifier.`),
      sent.length > 0 &&
        "Cumul transmis : « concorde » quand il égale la somme des trimestres connus ; sinon les deux nombres sont donnés.",
    ],
  });
}

const yearDifference = (c: Context, a: Analysis | null): TableCell =>
  differenceCell(
    a?.cumulative,
    a?.cumulativeBefore,
    a && comparisonOf(a, "cumulative"),
    c.settings.thresholds.percentageFrom,
  );

/** "concorde (45)", "46 transmis, somme 45", "non transmis": the cumulative count as sent beside the sum of its quarters. */
function checkCell(counts: Sent, a: Analysis, span: Period): TableCell {
  const sent = counts.get(sentKey(a, span));
  if (sent?.value == null) return { text: "non transmis", emphasis: "muted" };
  const key = provenanceKey(sent.provenance);
  const from = [key];
  const quarters = quartersIn(a.series, span);
  // A quarter that was computed from this very count cannot verify it.
  if (quarters.some((f) => f?.status === "derived" && f.from.some((p) => provenanceKey(p) === key)))
    return { text: `${formatNumber(sent.value)} ; un trimestre en est déduit`, from };
  const sum = sumOf(quarters);
  if (sum === null) return { text: `${formatNumber(sent.value)} transmis, trimestres incomplets`, from };
  if (sum === sent.value) return { text: `concorde (${formatNumber(sum)})`, from };
  return {
    text: `${formatNumber(sent.value)} transmis, somme ${formatNumber(sum)} (${formatDifference(sent.value - sum)})`,
    from,
    emphasis: "strong",
  };
}

/** Cumulative counts as they were sent, by line, force and period. */
type Sent = ReadonlyMap<string, Observation>;

const sentKey = (x: Observation | Analysis, span: Period): string => [lineKey(x), x.force, periodKey(span)].join("|");

/** The counts sent for these spans; where two deliveries give the same one, the later stands. */
function sentCounts(c: Context, spans: readonly Period[]): Sent {
  const counts = c.recognitions
    .flatMap((r) => r.observations)
    .filter((o) => o.kind === "line" && o.value !== null && spans.some((span) => samePeriod(span, o.period)));
  return new Map(counts.map((o) => [sentKey(o, o.period), o]));
}
