/** « Révisions »: each figure that a later delivery has changed: old, new, since which delivery. */

import type { Section } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { FORCE_LABELS, formatDifference, formatPeriodShort, plural } from "../../model/format.ts";
import { compareText } from "../../model/order.ts";
import { comparePeriods } from "../../model/period.ts";
import type { Revision } from "../../model/revision.ts";
import { sentCell } from "../context/cells.ts";
import { type Context, findLine, statementLabel } from "../context/context.ts";
import { isDeliveryOf } from "../context/issues.ts";
import { slug } from "../context/numbering.ts";
import { type Column, column, tableBlock, tableOf } from "../tables/table-of.ts";
import { paragraph, present } from "../words/present.ts";

/** Rows printed; older revisions stand in donnees.csv. */
const MOST_ROWS = { bulletin: 60, year: 10 };

/** undefined while no count has changed. */
export function revisionsSection(c: Context): Section | undefined {
  const fresh = c.analysis.revisions.filter((r) => isDeliveryOf(r.new.delivery, c.id)).length;
  const all = plural(c.analysis.revisions.length, "nombre a changé", "nombres ont changé");
  const text =
    fresh === 0
      ? `Aucune révision avec cette livraison. ${all} lors des livraisons précédentes.`
      : `Cette livraison change ${plural(fresh, "nombre transmis", "nombres transmis")} auparavant. Le nouveau fait foi ; l'ancien est conservé.`;
  return section(c, c.analysis.revisions, text, MOST_ROWS.bulletin);
}

/** In the review of a year: what its deliveries have changed. */
export function yearRevisions(c: Context): Section | undefined {
  const own = c.analysis.revisions.filter((r) => r.new.delivery.startsWith(`${c.year}-`));
  const text = `Les livraisons de ${c.year} ont changé ${plural(own.length, "nombre transmis", "nombres transmis")} auparavant. Le nouveau fait foi.`;
  return section(c, own, text, MOST_ROWS.year);
}

function section(c: Context, all: readonly Revision[], text: string, most: number): Section | undefined {
  if (all.length === 0) return undefined;
  const latest = all.toSorted(
    (a, b) => compareText(b.new.delivery, a.new.delivery) || comparePeriods(b.period, a.period),
  );
  const left = latest.length - most;
  return {
    id: "revisions",
    title: "Révisions",
    blocks: present(
      paragraph(`${text} Des faits sont requalifiés ou enregistrés après coup : une révision n'est pas une erreur.`),
      tableBlock(table(c, latest.slice(0, most))),
      left > 0 &&
        paragraph(
          `${plural(left, "révision plus ancienne figure", "révisions plus anciennes figurent")} dans donnees.csv.`,
        ),
    ),
  };
}

function table(c: Context, revisions: readonly Revision[]): Table {
  const nameOf = (r: Revision): string =>
    findLine(c, r.statement, r.indicator)?.label ?? `${r.label} (hors nomenclature)`;
  const change = (r: Revision): number => r.new.value - r.old.value;
  const group = "Nombre";
  const columns: readonly Column<Revision>[] = [
    column.label("ligne", "Ligne", nameOf),
    column.text("etat", "État", ({ statement }) => statementLabel(c, statement)),
    column.text("force", "Service", ({ force }) => FORCE_LABELS[force]),
    column.text("periode", "Période", ({ period }) => formatPeriodShort(period)),
    column.number("ancien", "Ancien", (r) => sentCell(r.old), group),
    column.number("nouveau", "Nouveau", (r) => sentCell(r.new), group),
    column.number("ecart", "Écart", (r) => ({ text: formatDifference(change(r)), sort: change(r) }), group),
    column.text("depuis", "Depuis la livraison", (r) => r.new.delivery),
  ];
  return tableOf(c, revisions, (r) => r.indicator ?? slug(r.label), columns, {
    title: "Nombres révisés par une livraison plus récente",
    champ: `${c.settings.commune.name} ; nombres transmis plus d'une fois.`,
    source: `${c.settings.service} ; livraisons ${c.analysis.deliveries[0] ?? ""} à ${c.analysis.deliveries.at(-1) ?? ""}.`,
  });
}
