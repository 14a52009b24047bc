/** « Contexte »: the commune's rate of the rolling year beside the yearly rates of a public base, when there is one. */
import type { Section } from "../../model/document/bulletin.ts";
import type { Table, TableRow } from "../../model/document/table.ts";
import { ABSENT, figureCell, UNKNOWN } from "../context/cells.ts";
import { type Context, monthAndYear } from "../context/context.ts";
import { type Line, linesOf } from "../context/lines.ts";
import { communeRateCell, latestRate, rateCell } from "../context/rates.ts";
import { joinWords } from "../words/words.ts";

/** undefined when no reference is present, or none that corresponds to a line with a rate. */
export function contextSection(c: Context): Section | undefined {
  const lines = c.nomenclature.statements
    .flatMap((s) => linesOf(c, s.id))
    .filter(({ whole }) => whole?.rate != null && c.analysis.references.some((r) => r.indicator === whole.indicator));
  if (lines.length === 0) return undefined;
  return {
    id: "contexte",
    title: "Contexte",
    blocks: [
      {
        kind: "paragraph",
        text:
          "Les taux de la commune reposent sur de petits nombres : quelques faits de plus ou de moins les changent " +
          "beaucoup, et l'écart avec un territoire plus grand ne dit rien de ses causes. Ils situent un ordre de " +
          "grandeur ; ils ne forment pas un classement.",
      },
      { kind: "table", table: table(c, lines) },
    ],
  };
}

function table(c: Context, lines: readonly Line[]): Table {
  const territories = [...new Set(c.analysis.references.map((r) => r.territory))];
  const sources = [...new Set(c.analysis.references.map((r) => r.source))];
  const commune = `${c.settings.commune.name}, 12 mois à fin ${monthAndYear(c.quarter.last)}`;
  return {
    ...c.numbering.nextTable(),
    title: `Taux annuels de faits enregistrés : ${c.settings.commune.name} et ${joinWords(territories)}`,
    columns: [
      { id: "ligne", label: "Ligne", kind: "label" },
      { id: "faits", label: "Nombre", group: commune, kind: "number" },
      { id: "taux", label: "Taux", group: commune, kind: "number" },
      { id: "denominateur", label: "Pour 1 000", kind: "text" },
      ...territories.flatMap((territory, i) => [
        { id: `taux-${i}`, label: "Taux", group: territory, kind: "number" as const },
        { id: `annee-${i}`, label: "Année", group: territory, kind: "number" as const },
      ]),
    ],
    rows: lines.map((line) => row(c, line, territories)),
    champ: `${c.settings.commune.name} et ${joinWords(territories)} ; faits enregistrés par la police et la gendarmerie nationales.`,
    source: `${joinWords(sources)} ; pour la commune, ${c.settings.service} et dénominateurs des réglages.`,
    notes: ["Taux : nombre de faits enregistrés en un an pour 1 000 habitants ou 1 000 logements, selon la ligne."],
  };
}

function row(c: Context, line: Line, territories: readonly string[]): TableRow {
  const rate = line.whole?.rate ?? null;
  return {
    line: line.key,
    level: line.level,
    cells: [
      { text: line.label },
      figureCell(line.whole?.rolling ?? null),
      communeRateCell(line.whole),
      { text: rate === null ? ABSENT.missing.mark : `${rate.denominator} (${rate.year})` },
      ...territories.flatMap((territory) => {
        const latest = latestRate(c, line.whole?.indicator ?? null, territory);
        return [rateCell(latest?.rate ?? null), latest ? { text: String(latest.year), sort: latest.year } : UNKNOWN];
      }),
    ],
  };
}
