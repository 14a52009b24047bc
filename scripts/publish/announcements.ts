/** What earlier bulletins announced and printed, from the analyses.json that each left beside it. */
import { join } from "node:path";
import { readTextIfThere } from "../disk/files.ts";
import { v } from "../disk/schema.ts";
import { sha256 } from "../disk/sha256.ts";
import { directionOf } from "../model/degree.ts";
import { type Announcement, type Left, printedKey } from "../model/edition.ts";
import { parseJson } from "../model/text/json.ts";

export const ANALYSES = "analyses.json";

const Count = v.nullable(v.number());
/** What is asked of it; the rest, as it was written. */
const Written = v.object({
  edition: v.number(),
  changed: v.record(v.string(), Count),
  analyses: v.array(
    v.object({
      statement: v.string(),
      indicator: v.nullable(v.string()),
      label: v.string(),
      family: v.nullable(v.string()),
      force: v.picklist(["ensemble", "PN", "GN"]),
      comparison: v.pipe(v.string(), v.regex(/^(?:quarter|cumulative|rolling-year)/)),
      before: v.object({ periods: v.array(v.string()), values: v.array(Count) }),
      after: v.object({ periods: v.array(v.string()), value: Count }),
      verdict: v.string(),
    }),
  ),
});
type Row = v.InferOutput<typeof Written>["analyses"][number];

/**
 * By quarter. A file altered since, or of an older form, is not believed: what it said is computed again.
 * @param known path in `out` -> SHA-256, as the register says.
 */
export function leftIn(
  out: string,
  quarters: readonly string[],
  known: ReadonlyMap<string, string>,
): Readonly<Record<string, Left>> {
  const found: Record<string, Left> = {};
  for (const quarter of quarters) {
    const hash = known.get(`${quarter}/${ANALYSES}`);
    const text = hash === undefined ? undefined : readTextIfThere(join(out, quarter, ANALYSES));
    if (text === undefined || sha256(text) !== hash) continue;
    const parsed = v.safeParse(Written, parseJson(text));
    if (!parsed.success) continue;
    const { edition, changed, analyses: rows } = parsed.output;
    const counts = Object.fromEntries(rows.flatMap(printed));
    found[quarter] = { edition, changed, announcements: rows.flatMap(announcement), printed: counts };
  }
  return found;
}

function announcement({ comparison, verdict, before: _, after: __, ...line }: Row): readonly Announcement[] {
  const direction = directionOf(verdict);
  return direction === null ? [] : [{ ...line, of: comparison.startsWith("quarter") ? "quarter" : "year", direction }];
}

const printed = (row: Row): readonly (readonly [string, number | null])[] => [
  ...row.before.periods.map((period, i) => [printedKey(row, period), row.before.values[i] ?? null] as const),
  ...row.after.periods.map((period) => [printedKey(row, period), row.after.value] as const),
];
