/** Annex « Autres états transmis »: documents that are neither statement, each count as it was sent. */
import type { Section } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { plural } from "../../model/format.ts";
import type { Observation, Undated } from "../../model/observation.ts";
import { ABSENT } from "../context/cells.ts";
import { type Context, statementDefinition } from "../context/context.ts";
import { isDeliveryOf } from "../context/issues.ts";
import { countsAsSent } from "../tables/counts-as-sent.ts";

/** Counts of one document that are printed; the rest stands on the control sheet. */
const MOST_ROWS = 60;

/** undefined when the quarter's deliveries hold nothing else than the statements. */
export function otherStatementsSection(c: Context): Section | undefined {
  const documents = c.recognitions
    .filter((r) => isDeliveryOf(r.file.source.delivery, c.id))
    .map((r) => ({
      path: r.file.source.path,
      counts: [...r.observations.filter((o) => statementDefinition(c, o.statement) === undefined), ...r.undated],
    }))
    .filter((d) => d.counts.length > 0);
  if (documents.length === 0) return undefined;
  return {
    id: "autres-etats",
    title: "Autres états transmis",
    blocks: [
      {
        kind: "paragraph",
        text:
          `${documents.length === 1 ? "Un document reçu n'est" : `${documents.length} documents reçus ne sont`} ni l'IS 101 ni l'I.S.T. ` +
          "Les nombres y sont montrés tels que transmis, sans comparaison ni lecture.",
      },
      ...documents.map((d) => ({ kind: "table" as const, table: table(c, d.path, d.counts) })),
    ],
  };
}

function table(c: Context, path: string, counts: readonly (Observation | Undated)[]): Table {
  const left = counts.length - MOST_ROWS;
  return {
    ...c.numbering.nextTable(),
    title: `Nombres lus dans ${path}`,
    ...countsAsSent(counts.slice(0, MOST_ROWS), ({ provenance: { raw } }) => raw.trim() || ABSENT.missing.mark),
    champ: "Celui du document transmis.",
    source: `Fichier ${path}.`,
    ...(left > 0
      ? {
          notes: [`${plural(left, "autre nombre figure", "autres nombres figurent")} sur la feuille de contrôle.`],
        }
      : {}),
  };
}
