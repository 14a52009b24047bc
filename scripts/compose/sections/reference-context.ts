/** « Contexte »: the commune's rate of the rolling year beside the yearly rates of a public base, when there is one. */

import type { Section } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { joinWords } from "../../model/format.ts";
import { ABSENT, figureCell, UNKNOWN } from "../context/cells.ts";
import { type Context, monthAndYear } from "../context/context.ts";
import { type CountedLine, countedLines } from "../context/lines.ts";
import { communeRateCell, latestRate, rateCell } from "../context/rates.ts";
import { type Column, column, lineTable, tableBlock } from "../tables/table-of.ts";
import { paragraph } from "../words/present.ts";

/** undefined when no reference is present, or none that corresponds to a line with a rate. */
export function contextSection(c: Context): Section | undefined {
  const lines = countedLines(c).filter(
    ({ whole }) => whole.rate != null && c.analysis.references.some((r) => r.indicator === whole.indicator),
  );
  if (lines.length === 0) return undefined;
  return {
    id: "contexte",
    title: "Contexte",
    blocks: [
      paragraph(
        "Les taux de la commune reposent sur de petits nombres : quelques faits de plus ou de moins les changent " +
          "beaucoup, et l'écart avec un territoire plus grand ne dit rien de ses causes. Ils situent un ordre de " +
          "grandeur ; ils ne forment pas un classement.",
      ),
      tableBlock(table(c, lines)),
    ],
  };
}

function table(c: Context, lines: readonly CountedLine[]): Table {
  const territories = [...new Set(c.analysis.references.map((r) => r.territory))];
  const sources = [...new Set(c.analysis.references.map((r) => r.source))];
  const group = `${c.settings.commune.name}, 12 mois à fin ${monthAndYear(c.quarter.last)}`;
  const columns: readonly Column<CountedLine>[] = [
    column.label("ligne", "Ligne", ({ label }) => label),
    column.number("faits", "Nombre", ({ whole }) => figureCell(whole.rolling), group),
    column.number("taux", "Taux", ({ whole }) => communeRateCell(whole), group),
    column.text("denominateur", "Pour 1 000", denominatorOf),
    ...territories.flatMap((territory, i): readonly Column<CountedLine>[] => {
      const rateOf = ({ whole }: CountedLine) => latestRate(c, whole.indicator, territory);
      const yearCell = (year?: number) => (year === undefined ? UNKNOWN : { text: String(year), sort: year });
      return [
        column.number(`taux-${i}`, "Taux", (line) => rateCell(rateOf(line)?.rate ?? null), territory),
        column.number(`annee-${i}`, "Année", (line) => yearCell(rateOf(line)?.year), territory),
      ];
    }),
  ];
  return lineTable(c, lines, columns, {
    title: `Taux annuels de faits enregistrés : ${c.settings.commune.name} et ${joinWords(territories)}`,
    champ: `${c.settings.commune.name} et ${joinWords(territories)} ; faits enregistrés par la police et la gendarmerie nationales.`,
    source: `${joinWords(sources)} ; pour la commune, ${c.settings.service} et dénominateurs des réglages.`,
    notes: ["Taux : nombre de faits enregistrés en un an pour 1 000 habitants ou 1 000 logements, selon la ligne."],
  });
}

const denominatorOf = ({ whole }: CountedLine): string =>
  whole.rate ? `${whole.rate.denominator} (${whole.rate.year})` : ABSENT.missing.mark;
