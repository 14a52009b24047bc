/** The sections of the two statements: IS 101, with both forces; I.S.T, by families. Their lines, the forces apart, the totals as sent. */
import type { Section } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { plural } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { figureCell, shareCell } from "../context/cells.ts";
import { type Context, missingStatements, monthName, statementLabel } from "../context/context.ts";
import { holdsRolling, type Line, linesOf, onlyForce } from "../context/lines.ts";
import { champ, source } from "../sentences/notes.ts";
import { readingsOverview } from "../sentences/overview.ts";
import { printedTotalsTable } from "../tables/printed-totals.ts";
import { mainTable } from "../tables/statement-table.ts";
import { type Column, column, lineTable, tableBlock } from "../tables/table-of.ts";
import { paragraph, present } from "../words/present.ts";

const TITLES = {
  PN: "IS 101 : les faits enregistrés par la police nationale seule",
  GN: "IS 101 : les faits enregistrés par la gendarmerie nationale seule",
  both: "IS 101 : les faits enregistrés par les deux forces",
} as const;
const MISSING = {
  PN: "Les nombres de la gendarmerie nationale n'ont pas été transmis : ceux qui suivent sont de la police nationale seule. ",
  GN: "Les nombres de la police nationale n'ont pas été transmis : ceux qui suivent sont de la gendarmerie nationale seule. ",
  both: "",
} as const;

export function is101Section(c: Context): Section | undefined {
  const force = onlyForce(linesOf(c, "IS101")) ?? "both";
  const intro =
    "L'état IS 101 dénombre les faits enregistrés sur la commune par la police et la gendarmerie nationales. " +
    MISSING[force] +
    "Les lignes ne s'additionnent pas : les unes comptent des victimes, d'autres des infractions ou des véhicules.";
  return statementSection(c, "IS101", { id: "is101", title: TITLES[force], intro });
}

export function istSection(c: Context): Section | undefined {
  const intro =
    "L'indicateur statistique territorial range les faits en familles, chacune avec ses sous-lignes. Le contenu " +
    "d'une famille varie d'un service à l'autre : tout est montré tel que transmis, rien n'est recalculé. " +
    "L'I.S.T ne s'ajoute pas à l'IS 101 et ne s'y compare pas.";
  return statementSection(c, "IST", {
    id: "ist",
    title: "I.S.T : atteintes aux personnes, aux biens, à la tranquillité",
    intro,
  });
}

/** undefined when the statement was neither sent nor expected. */
function statementSection(
  c: Context,
  statement: StatementId,
  { id, title, intro }: { readonly id: string; readonly title: string; readonly intro: string },
): Section | undefined {
  const isMissing = missingStatements(c).includes(statement);
  const lines = linesOf(c, statement);
  const notSent =
    `L'état ${statementLabel(c, statement)} du ${c.name} n'a pas été transmis.` +
    (lines.length === 0
      ? " Ce bulletin n'en dit donc rien."
      : " Les lignes ci-dessous sont celles des livraisons antérieures ; le trimestre y reste sans nombre.");
  const tables =
    lines.length === 0
      ? []
      : present(mainTable(c, statement, lines), forceTable(c, statement, lines), printedTotalsTable(c, statement));
  const blocks = present(
    isMissing && paragraph(notSent),
    lines.length > 0 && paragraph(`${intro}${isMissing ? "" : ` ${readingsOverview(lines)}`}`),
    tables.map(tableBlock),
  );
  return blocks.length === 0 ? undefined : { id, title, blocks };
}

/** undefined when no line of the statement tells the forces apart. */
function forceTable(c: Context, statement: StatementId, lines: readonly Line[]): Table | undefined {
  const apart = lines.filter((l) => (l.police !== null || l.gendarmerie !== null) && l.whole?.force === "ensemble");
  if (apart.length === 0) return undefined;
  const rolling = holdsRolling(apart);
  const threshold = c.settings.thresholds.percentageFrom;
  const twelve = c.number === 4 ? `Année ${c.year}` : `12 mois à fin ${monthName(c.quarter.last)} ${c.year}`;
  const three = (after: string, figure: "quarter" | "rolling", group: string): readonly Column<Line>[] => [
    column.number(`police${after}`, "Police", ({ police }) => figureCell(police?.[figure]), group),
    column.number(`gendarmerie${after}`, "Gendarmerie", ({ gendarmerie }) => figureCell(gendarmerie?.[figure]), group),
    column.number(`ensemble${after}`, "Ensemble", ({ whole }) => figureCell(whole?.[figure]), group),
  ];
  const share = ({ police, whole }: Line) => shareCell(police?.rolling, whole?.rolling, threshold);
  const columns = present<Column<Line>>(
    column.label("ligne", "Ligne", ({ label }) => label),
    three("", "quarter", c.name),
    rolling && [...three("-12", "rolling", twelve), column.number("part", "Part de la police", share, twelve)],
  );
  return lineTable(c, apart, columns, {
    title: `${statementLabel(c, statement)} : police et gendarmerie nationales, ${c.name}`,
    champ: champ(c, statement, apart),
    source: source(c, statement),
    notes: [
      rolling && `Part : donnée seulement à partir de ${plural(threshold, "fait")} sur douze mois ; « – » en dessous.`,
    ],
  });
}
