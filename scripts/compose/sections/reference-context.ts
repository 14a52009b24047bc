/** « Contexte »: the commune's rate of the rolling year beside the yearly rates of a public base, when there is one. */

import type { Section } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { joinWords } from "../../model/format.ts";
import { ABSENT, figureCell, UNKNOWN } from "../context/cells.ts";
import { type Context, monthAndYear } from "../context/context.ts";
import { type CountedLine, countedLines } from "../context/lines.ts";
import { latestRate, rateCell } from "../context/rates.ts";
import { type Column, column, lineTable, tableBlock } from "../tables/table-of.ts";
import { paragraph, present } from "../words/present.ts";
import { joinNames, lowerFirst } from "../words/words.ts";

/** undefined when no reference is present, or none that corresponds to a line with a rate. */
export function contextSection(c: Context): Section | undefined {
  const lines = countedLines(c).filter(
    ({ whole }) => whole.rate != null && c.analysis.references.some((r) => r.indicator === whole.indicator),
  );
  if (lines.length === 0) return waiting(c);
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

/** A base is there, and no rate of ours yet: it takes twelve months of counts. */
function waiting(c: Context): Section | undefined {
  const published = new Set(c.analysis.references.map(({ indicator }) => indicator));
  const isAwaited = countedLines(c).some(
    ({ whole }) => published.has(whole.indicator ?? "") && whole.rolling.value === null,
  );
  const text =
    "Une base publique est fournie : les taux de la commune seront mis à côté des siens quand douze mois de nombres seront connus.";
  return isAwaited ? { id: "contexte", title: "Contexte", blocks: [paragraph(text)] } : undefined;
}

function table(c: Context, lines: readonly CountedLine[]): Table {
  const territories = [...new Set(c.analysis.references.map((r) => r.territory))];
  // The base may publish the commune's own rates: they are called what they are.
  const nameOf = (territory: string): string =>
    territory === c.settings.commune.name ? `${territory}, base publique` : territory;
  const names = territories.map(nameOf);
  const sources = [...new Set(c.analysis.references.map((r) => r.source))];
  const group = `${c.settings.commune.name}, 12 mois à fin ${monthAndYear(c.quarter.last)}`;
  const columns: readonly Column<CountedLine>[] = [
    column.label("ligne", "Ligne", ({ label }) => label),
    column.number("faits", "Nombre", ({ whole }) => figureCell(whole.rolling), group),
    column.number(
      "taux",
      "Taux",
      ({ whole }) => ({ ...figureCell(whole.rolling), ...rateCell(whole.rate?.value ?? null) }),
      group,
    ),
    column.text("denominateur", "Pour 1 000", denominatorOf),
    ...territories.flatMap((territory, i): readonly Column<CountedLine>[] => {
      const rateOf = ({ whole }: CountedLine) => latestRate(c, whole.indicator, territory);
      const yearCell = (year?: number) => (year === undefined ? UNKNOWN : { text: String(year), sort: year });
      return [
        column.number(`taux-${i}`, "Taux", (line) => rateCell(rateOf(line)?.rate ?? null), nameOf(territory)),
        column.number(`annee-${i}`, "Année", (line) => yearCell(rateOf(line)?.year), nameOf(territory)),
      ];
    }),
  ];
  return lineTable(c, lines, columns, {
    title: `Taux annuels de faits enregistrés : ${joinWords([c.settings.commune.name, ...names])}`,
    champ: `${joinWords([...new Set([c.settings.commune.name, ...territories])])} ; faits enregistrés par la police et la gendarmerie nationales.`,
    source: `${joinWords(sources)} ; pour la commune, ${c.settings.service} et dénominateurs des réglages.`,
    notes: [
      "Taux : nombre de faits enregistrés en un an pour 1 000 habitants ou 1 000 logements, selon la ligne.",
      ...unpublishedWords(c, lines, territories),
    ],
  });
}

/** Lines of the base that it does not publish, or of which it publishes no later year. */
function unpublishedWords(
  c: Context,
  lines: readonly CountedLine[],
  territories: readonly string[],
): readonly string[] {
  const yearOf = ({ whole }: CountedLine): number =>
    Math.max(...territories.map((territory) => latestRate(c, whole.indicator, territory)?.year ?? 0));
  const latest = Math.max(...lines.map(yearOf));
  const older = lines.filter((line) => yearOf(line) < latest).map((l) => `${lowerFirst(l.label)} (${yearOf(l)})`);
  const without = countedLines(c).filter(
    ({ whole }) => whole.statement === "IS101" && whole.rate && !lines.some((line) => line.whole === whole),
  );
  const few = countedLines(c).filter(
    ({ whole }) =>
      whole.rate === null &&
      whole.rolling.value !== null &&
      c.analysis.references.some((r) => r.indicator === whole.indicator),
  );
  return present(
    few.length > 0 &&
      `Moins de dix faits en douze mois, donc sans taux : ${joinNames(few.map(({ label }) => lowerFirst(label)))}.`,
    older.length > 0 && `Pas de taux plus récent dans cette base : ${joinNames(older)}.`,
    without.length > 0 && `Pas de taux dans cette base : ${joinNames(without.map(({ label }) => lowerFirst(label)))}.`,
  );
}

const denominatorOf = ({ whole }: CountedLine): string =>
  whole.rate ? `${whole.rate.denominator} (${whole.rate.year})` : ABSENT.missing.mark;
