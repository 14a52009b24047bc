/**
 * The control sheet: every table received for the quarter, and its issues; of
 * older deliveries, the cells that the bulletin rests on, by the sheet of their quarter.
 */

import { deliveryQuarter } from "../model/delivery.ts";
import type { Bulletin } from "../model/document/bulletin.ts";
import {
  type ControlSheet,
  type FoundIssue,
  foundIssue,
  type OlderCell,
  readingTotals,
} from "../model/document/control-sheet.ts";
import { tableCells } from "../model/document/table-cells.ts";
import type { Issue } from "../model/issue.ts";
import { provenanceKey, type Recognition } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { type Context, statementLabel } from "./context/context.ts";
import { sourceNote } from "./context/sources.ts";
import { typography } from "./words/typography.ts";

export function controlSheet(c: Context, bulletin: Bulletin): ControlSheet {
  const own = filesOf(c.recognitions, c.id);
  const paths = new Set(own.map((r) => r.file.source.path));
  const keys = [...tableCells(bulletin)].flatMap(({ cell }) => cell.from ?? []);
  return {
    id: c.id,
    quarterLabel: c.name,
    files: own.map((r) => ({
      note: sourceNote(c, r),
      tables: r.tables.map((table) => ({ ...table, statement: statementLabel(c, table.statement) })),
      issues: c.issues.filter((i) => i.place?.file === r.file.source.path).map(typeset),
    })),
    older: olderCells(c, new Set(keys.filter((key) => !paths.has(key.slice(0, key.lastIndexOf("#")))))),
    // what is only to be known of an older file stands on the sheet of its quarter
    issues: c.issues
      .filter((i) => !paths.has(i.place?.file ?? "") && !isKnownElsewhere(i, c.recognitions))
      .map(typeset),
    totals: readingTotals(own),
  };
}

const isKnownElsewhere = ({ severity, place }: Issue, recognitions: readonly Recognition[]): boolean =>
  severity === "info" && recognitions.some(({ file }) => file.source.path === place?.file);

/** The files of a quarter in the order of its sheet: "2026-T1-rectificatif" before "2026-T1". */
const filesOf = (recognitions: readonly Recognition[], quarter: string): readonly Recognition[] =>
  recognitions
    .filter(({ file }) => deliveryQuarter(file.source.delivery) === quarter)
    .toSorted((a, b) => compareText(b.file.source.delivery, a.file.source.delivery));

function olderCells(c: Context, keys: ReadonlySet<string>): Readonly<Record<string, OlderCell>> {
  const quarters = new Set(c.recognitions.flatMap(({ file }) => deliveryQuarter(file.source.delivery) ?? []));
  const cells = [...quarters].flatMap((quarter) =>
    filesOf(c.recognitions, quarter).flatMap(({ tables }, file) =>
      tables.flatMap(({ readings }, table) =>
        readings.flat().flatMap((reading): readonly (readonly [string, OlderCell])[] => {
          if (reading.kind !== "count") return [];
          const key = provenanceKey(reading.observation.provenance);
          const sheet = c.sheets.has(quarter) ? quarter : null;
          return keys.has(key) ? [[key, { count: reading.observation.value, sheet, file, table }]] : [];
        }),
      ),
    ),
  );
  return Object.fromEntries(cells);
}

/** The message and the hint get French typography; a line to paste and a value to compare with the file stay as they are. */
const typeset = (issue: Issue): FoundIssue => {
  const { message, hint, ...found } = foundIssue(issue);
  return { ...found, message: typography(message), ...(hint !== undefined && { hint: typography(hint) }) };
};
