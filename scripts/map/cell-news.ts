/** One cell of a later file beside what stood there in the confirmed one. */
import type { Cell } from "../model/grid.ts";
import { cumulative } from "../model/period.ts";
import type { Dated } from "../model/received.ts";
import { besideOf, isNoneOf, marksIn } from "./draw.ts";
import type { FoundTable } from "./found.ts";
import type { MapCell } from "./map.ts";
import { says } from "./roles.ts";
import { isNothing, isValue } from "./texts.ts";

type NewsOfCell = "dates" | "new" | "gone" | "changed" | "beside" | "mark" | "blank";

/** null: nothing is new. */
export function newsOfCell(cell: Cell | undefined, was: MapCell | undefined, table: FoundTable): NewsOfCell | null {
  const text = cell?.text.trim() ?? "";
  if (besideOf(cell?.beside, table.read) !== (was?.beside ?? "")) return "beside";
  if (!was || was.is === "empty") return text === "" ? null : "new";
  if (was.is === "count" || was.is === "printed" || was.is === "undated") {
    if (text !== "" && !isValue(text)) return "changed";
    if (isNothing(text)) {
      if (was.is !== "count" || isNoneOf(table.map.marksOfNone, text, was.of)) return null;
      const had = amountOf(was.of.value);
      return had === "many" || (had === "few" && !table.hasBlanks) ? "blank" : null;
    }
    return marksIn(text) === was.marks ? null : "mark";
  }
  if (was.is === "number") return text === "" || isValue(text) ? null : "changed";
  if (text === "") return "gone";
  const { shape, dates } = table.read(text);
  const isTitle = was.read.kind !== "text" || was.read.role === "title";
  const mayCount = isTitle && dates.some(({ unit }) => unit !== "number");
  const isCut = endsMonths(was.dates) && !endsMonths(dates);
  if (shape !== was.shape || isCut || !(mayCount || sameNumbers(was.dates, dates))) return "changed";
  return isTitle && !/\.$/.test(text) && isStale(was.dates, dates, table.quarters) ? "dates" : null;
}

/** "du 01/04/2026 au 30/06/2026", and not "au 15/06/2026": whole months. */
function endsMonths(dates: readonly Dated[]): boolean {
  const [from, to, more] = dates.flatMap(({ unit, value }) => (unit === "day" ? [String(value)] : []));
  if (!from?.endsWith("-01") || to === undefined || more !== undefined) return false;
  const dayAfter = new Date(`${to}T00:00:00Z`);
  dayAfter.setUTCDate(dayAfter.getUTCDate() + 1);
  return dayAfter.getUTCDate() === 1;
}

/** So many facts do not come down to none. */
const MANY = 6;
export const amountOf = (value: number | null): "none" | "few" | "many" =>
  value === null ? "none" : value < MANY ? "few" : "many";

/** "IS 101 – 1er trimestre 2026" at the foot of a page: it said the quarter, and says neither the later one nor its year so far. */
export function isStale(
  before: readonly Dated[],
  now: readonly Dated[],
  { from, to }: FoundTable["quarters"],
): boolean {
  const isSpan = now.filter(({ unit }) => unit !== "year").length > 1;
  return says(before, from) && !says(now, to) && !(isSpan && says(now, cumulative(to)));
}

/** "12 derniers mois", "Tableau 1", "Code INSEE : 99001": beside no date ("édité le 7 avril à 8h12") they do not change. */
const sameNumbers = (a: readonly Dated[], b: readonly Dated[]): boolean => {
  const numbers = (dates: readonly Dated[]) =>
    dates.flatMap(({ unit, value }) => (unit === "number" ? [value] : [])).join();
  return numbers(a) === numbers(b);
};
