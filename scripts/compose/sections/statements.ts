/** The sections of the two statements: IS 101, with both forces; I.S.T, by families. Their lines, the totals as sent. */
import type { Section } from "../../model/document/bulletin.ts";
import type { Context } from "../context/context.ts";
import { linesOf } from "../context/lines.ts";
import { printedTotalsTable } from "../tables/printed-totals.ts";
import { mainTable } from "../tables/statement-table.ts";
import { tableBlock } from "../tables/table-of.ts";
import { paragraph, present } from "../words/present.ts";

const STATEMENTS = [
  {
    id: "is101",
    statement: "IS101",
    title: "IS 101 : les faits enregistrés, ligne par ligne",
    intro:
      "Les lignes ne s'additionnent pas : les unes comptent des victimes, d'autres des infractions ou des véhicules.",
  },
  {
    id: "ist",
    statement: "IST",
    title: "I.S.T : atteintes aux personnes, aux biens, à la tranquillité",
    intro:
      "L'indicateur statistique territorial range les faits en familles, chacune avec ses sous-lignes. Le contenu " +
      "d'une famille varie d'un service à l'autre : tout est montré tel que transmis, rien n'est recalculé. " +
      "L'I.S.T ne s'ajoute pas à l'IS 101 et ne s'y compare pas.",
  },
] as const;

/** None of a statement of which nothing is known. Of one that was not sent this quarter, « Avertissements » says so, and its cells are « n.d. ». */
export const statementSections = (c: Context): readonly Section[] =>
  STATEMENTS.flatMap(({ id, statement, title, intro }) => {
    const lines = linesOf(c, statement);
    if (lines.length === 0) return [];
    const tables = present(mainTable(c, statement, lines), printedTotalsTable(c, statement));
    return [{ id, title, blocks: [paragraph(intro), ...tables.map(tableBlock)] }];
  });
