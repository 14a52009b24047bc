/** Captions and titles, nearest first, without those that nearer ones make moot: a table of 16 000 rows may hold thousands. */
import type { Line } from "./surroundings.ts";

/** What a line says, by kind: two lines of one signature say the same kinds of things. */
function signatureOf({ facets: f, cell }: Line): string {
  const family = cell?.matches.length ? "L" : "";
  const said = [f.force && "F", f.weakForce && "W", f.total && "T", f.periods.length > 0 && "P", f.measure && "M"];
  return `${said.filter(Boolean).join("")}${f.statements.join("")}${family}${f.declared ? "D" : ""}${f.residual === "" ? "" : "?"}`;
}

/** The two nearest lines of each signature: the one that decides, and the one that may contradict it. */
export function nearestLines(lines: readonly Line[]): readonly Line[] {
  const seen = new Map<string, number>();
  return lines.filter((line) => {
    const signature = signatureOf(line);
    const before = seen.get(signature) ?? 0;
    seen.set(signature, before + 1);
    return before < 2;
  });
}
