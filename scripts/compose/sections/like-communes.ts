/** « Communes semblables »: the commune's yearly rates beside those of like communes, from the public communal base. A place, never a rank. */
import type { Section } from "../../model/document/bulletin.ts";
import { formatNumber } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { foremostLines } from "../context/lines.ts";
import { spreadTable, yearsTable } from "../tables/commune-rates.ts";
import { tableBlock } from "../tables/table-of.ts";
import { paragraph, present } from "../words/present.ts";

/** undefined without a base, or where it says nothing of the lines: only the indicators that both have. */
export function likeCommunesSection(c: Context): Section | undefined {
  const base = c.communal ?? null;
  if (base === null) return undefined;
  const years = [...new Set(base.spreads.map(({ year }) => year))]
    .filter((year) => year <= c.year)
    .toSorted((a, b) => a - b);
  const lines = foremostLines(c).filter(({ whole }) =>
    base.spreads.some(({ indicator }) => indicator === whole.indicator),
  );
  const year = years.at(-1);
  if (year === undefined || lines.length === 0) return undefined;
  const { size, epci } = base;
  const range =
    size.high === null
      ? `${formatNumber(size.low)} habitants et plus`
      : `${formatNumber(size.low)} à ${formatNumber(size.high - 1)} habitants`;
  const group = `communes de ${range} du département ${size.departement}`;
  return {
    id: "communes-semblables",
    title: "Communes semblables",
    blocks: present(
      paragraph(
        `La base communale du SSMSI publie des taux annuels : ceux de la commune sont ici à côté de ceux des ${group}${epci === null ? "" : `, et de l'intercommunalité ${epci}`}. Les petits nombres ne sont pas publiés : « non diffusé » ne vaut pas zéro, et les communes dont le taux n'est pas diffusé n'entrent pas dans l'étendue. Aucun rang n'en est tiré.`,
      ),
      tableBlock(spreadTable(c, base, lines, year, group)),
      years.length > 1 && tableBlock(yearsTable(c, base, lines, years)),
    ),
  };
}
