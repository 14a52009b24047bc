/** What earlier bulletins announced, from the analyses.json that each left beside it. */
import { join } from "node:path";
import { readTextIfThere } from "../disk/files.ts";
import { v } from "../disk/schema.ts";
import { sha256 } from "../disk/sha256.ts";
import type { Announcement } from "../model/analysis.ts";
import { directionOf } from "../model/degree.ts";
import { parseJson } from "../model/json.ts";

export const ANALYSES = "analyses.json";

/** What is asked of its rows; the rest, as it was written. */
const Rows = v.array(
  v.object({
    statement: v.string(),
    indicator: v.nullable(v.string()),
    label: v.string(),
    family: v.nullable(v.string()),
    force: v.picklist(["ensemble", "PN", "GN"]),
    comparison: v.pipe(v.string(), v.regex(/^(?:quarter|cumulative|rolling-year)/)),
    verdict: v.string(),
  }),
);

/**
 * By quarter. A file altered since, or of an older form, is not believed: what it said is computed again.
 * @param known path in `out` -> SHA-256, as the register says.
 */
export function announcedIn(
  out: string,
  quarters: readonly string[],
  known: ReadonlyMap<string, string>,
): Readonly<Record<string, readonly Announcement[]>> {
  const found: Record<string, readonly Announcement[]> = {};
  for (const quarter of quarters) {
    const hash = known.get(`${quarter}/${ANALYSES}`);
    const text = hash === undefined ? undefined : readTextIfThere(join(out, quarter, ANALYSES));
    if (text === undefined || sha256(text) !== hash) continue;
    const parsed = v.safeParse(Rows, parseJson(text));
    if (parsed.success) found[quarter] = parsed.output.flatMap(announcement);
  }
  return found;
}

function announcement({ comparison, verdict, ...line }: v.InferOutput<typeof Rows>[number]): readonly Announcement[] {
  const direction = directionOf(verdict);
  return direction === null ? [] : [{ ...line, of: comparison.startsWith("quarter") ? "quarter" : "year", direction }];
}
