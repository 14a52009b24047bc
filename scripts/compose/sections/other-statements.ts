/** Annex « Autres états transmis »: documents that are neither statement, each count as it was sent: no comparison, no reading. */
import type { Section } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { FORCE_LABELS, formatPeriodShort, plural } from "../../model/format.ts";
import type { Observation, Undated } from "../../model/observation.ts";
import { ABSENT, sentCell } from "../context/cells.ts";
import { type Context, statementDefinition } from "../context/context.ts";
import { isDeliveryOf } from "../context/issues.ts";
import { slug } from "../context/numbering.ts";
import { type Column, column, tableBlock, tableOf } from "../tables/table-of.ts";
import { paragraph } from "../words/present.ts";

type Sent = Observation | Undated;

/** Counts of one document that are printed; the rest stands on the control sheet. */
const MOST_ROWS = 60;

/** undefined when the quarter's deliveries hold nothing else than the statements. */
export function otherStatementsSection(c: Context): Section | undefined {
  const documents = c.recognitions
    .filter((r) => isDeliveryOf(r.file.source.delivery, c.id))
    .map((r) => ({
      name: c.printed.file(r.file.source.path),
      counts: [...r.observations.filter((o) => statementDefinition(c, o.statement) === undefined), ...r.undated],
    }))
    .filter((d) => d.counts.length > 0);
  if (documents.length === 0) return undefined;
  return {
    id: "autres-etats",
    title: "Autres états transmis",
    blocks: [
      paragraph(
        `${documents.length === 1 ? "Un document reçu n'est" : `${documents.length} documents reçus ne sont`} ni l'IS 101 ni l'I.S.T. ` +
          "Les nombres y sont montrés tels que transmis, sans comparaison ni lecture.",
      ),
      ...documents.map((d) => tableBlock(table(c, d.name, d.counts))),
    ],
  };
}

const columnsOf = (c: Context): readonly Column<Sent>[] => [
  column.label("ligne", "Libellé transmis", ({ label }) => label),
  column.text("periode", "Période", (count) => ("period" in count ? formatPeriodShort(count.period) : "non précisée")),
  column.text("force", "Service", forceOf),
  column.number("nombre", "Nombre", (count) => ({
    ...sentCell(count),
    text: c.printed.raw(count.provenance.raw.trim()) || ABSENT.missing.mark,
  })),
];

function forceOf(count: Sent): string {
  const isUnsaid = count.force === null || ("forceUnsaid" in count && count.forceUnsaid);
  return isUnsaid ? "non précisé" : FORCE_LABELS[count.force];
}

function table(c: Context, name: string, counts: readonly Sent[]): Table {
  const left = counts.length - MOST_ROWS;
  return tableOf(c, counts.slice(0, MOST_ROWS), ({ label }) => slug(label), columnsOf(c), {
    title: `Nombres lus dans ${name}`,
    champ: "Celui du document transmis.",
    source: `Fichier ${name}.`,
    notes: [
      left > 0 && `${plural(left, "autre nombre figure", "autres nombres figurent")} sur la feuille de contrôle.`,
    ],
  });
}
