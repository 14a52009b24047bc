/**
 * A public base of data/reference/: one line a territory, a year and an indicator, of which a bulletin wants one territory. Its editions
 * have up to 200 000 cells, far over what a statement may have: the lines of the other territories are left out before they are cut.
 */
import type { Cell, Grid, SourceFile } from "../../model/grid.ts";
import type { Result } from "../../model/issue.ts";
import { decodeText } from "../container/encoding.ts";
import { refused, unreadable } from "../contract/reader.ts";
import { cutLines } from "./csv.ts";

const PART = "CSV";
/** Lines among which the heading stands. */
const HEAD_LINES = 20;
const NO_CELLS: readonly Cell[] = [];

/** `codes`: digits and letters. A line that has one of the codes as a cell: `"99";"98"`, `2024,99,…` */
const holdsOneOf = (codes: readonly string[]): RegExp =>
  new RegExp(`(?:^|[;,|\\t"])(?:${codes.join("|")})(?:[;,|\\t"]|$)`);

/** Row i of the grid is line i of the file; the rows of other territories have no cell. */
export async function readPublicBase(file: SourceFile, codes: readonly string[]): Promise<Result<readonly Grid[]>> {
  const decoded = decodeText(file.bytes);
  if (!decoded) return refused(unreadable(file, "un texte CSV", "octets nuls ou de commande au milieu du texte"));
  const lines = decoded.text.split(/\r\n?|\n/);
  const wanted = holdsOneOf(codes);
  const kept = lines.flatMap((line, i) => (i < HEAD_LINES || (codes.length > 0 && wanted.test(line)) ? [i] : []));
  const records = cutLines(kept.map((i) => lines[i] ?? ""));
  if (!records) return refused(unreadable(file, "un texte CSV", "guillemets mal placés"));
  const cellsOf = new Map(kept.map((i, k) => [i, (records[k] ?? []).map((text): Cell => ({ text }))]));
  const rows = lines.map((_, i) => cellsOf.get(i) ?? NO_CELLS);
  return { value: [{ file: file.path, part: PART, rows }], issues: [] };
}
