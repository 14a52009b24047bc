/**
 * Forces that are not said where others are. Tables of one file side by side: where captions, titles or sheets' names say the force or the period of some, a table of
 * which nothing says it may have lost its caption. Its counts are a doubt.
 */

import { captionsIn, dataRows } from "../layout/blocks.ts";
import { asking, type Count, countsIn, type Doubt, doubtful } from "../layout/outcome.ts";
import { isNear } from "../layout/surroundings.ts";
import type { ViewCell } from "../layout/view.ts";
import type { BlockReading } from "../table/block.ts";
import type { OpenTable } from "../table/table.ts";
import { countedIn, type Doubted } from "./rule.ts";

export function* silences(tables: readonly OpenTable[]): Iterable<Doubted> {
  const counted = countedIn(tables);
  const sayForce = new Set(counted.filter((r) => hasForce(r, "around")).map((r) => r.statement));
  const sayPeriod = new Set(counted.filter((r) => periodBy(r) !== "folder").map((r) => r.statement));
  const captioned = new Set(tables.flatMap(captionedStatements));
  const doubtOf = (reading: BlockReading): Doubt | null => {
    const { statement, caption } = reading;
    const below = captionsBelow(reading);
    if (below) return below;
    const isForceless = hasForce(reading, "nothing") && !hasForce(reading, "around");
    if (isForceless && sayForce.has(statement)) return forceDoubt(caption);
    const by = periodBy(reading);
    const isUndated =
      (by === "folder" && sayPeriod.has(statement)) ||
      (by === "around" && datedLines(reading) === 0 && captioned.has(statement));
    return isUndated ? doubtful(caption, "rien n'y dit sa période, que les autres tableaux disent") : null;
  };
  for (const reading of counted) {
    const instead = doubtOf(reading);
    if (instead) yield { reading, instead };
  }
}

/** « Police nationale » between two groups of lines, « Gendarmerie nationale » under the last: each is under its own, as a total is. */
function captionsBelow({ around, block }: BlockReading): Doubt | null {
  const saysOne = ({ facets }: ViewCell): boolean => facets.force !== null;
  const rows = dataRows(block);
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  const first = captionsIn(block).find(saysOne);
  const below = around.notes.find(({ cell }) => cell?.row === bottom + 1 && saysOne(cell));
  if (!below || !first || first.row < top) return null;
  return doubtful(
    below.text,
    "il est sous les lignes, et l'on ne sait si les autres forces sont dites au-dessus ou au-dessous des leurs",
  );
}

const hasForce = ({ outcomes }: BlockReading, by: Count["forceBy"]): boolean =>
  countsIn(outcomes).some(({ forceBy }) => forceBy === by);

/** What said the period of the counts: columns or rows of the table, a text around it, or only the delivery's folder. */
function periodBy({ outcomes, columnsSayPeriod, sidesSayPeriod }: BlockReading): "table" | "around" | "folder" {
  if (countsIn(outcomes).some(({ fromFolder }) => fromFolder)) return "folder";
  return columnsSayPeriod || sidesSayPeriod ? "table" : "around";
}

const forceDoubt = (caption: string): Doubt =>
  caption === ""
    ? doubtful(caption, "rien n'y dit de quelle force sont ses faits, que les autres tableaux disent")
    : asking(caption, { kind: "force", may: ["ensemble", "PN", "GN"] });

/** Statements whose tables have each its period in a caption: those after the first, or the first under its title too. */
const captionedStatements = ({ readings }: OpenTable): readonly string[] =>
  readings.flatMap((r, i) => (periodBy(r) === "around" && datedLines(r) > (i === 0 ? 1 : 0) ? [r.statement] : []));

/** Texts just above the table that say a period. */
const datedLines = ({ around }: BlockReading): number =>
  around.lines.filter((l) => isNear(l) && l.facets.periods.length > 0).length;
