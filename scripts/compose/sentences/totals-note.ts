/** The totals printed in a statement against the lines of their own tables. What they add or leave out is not guessed from the numbers. */
import type { Observation } from "../../model/observation.ts";
import { samePeriod } from "../../model/period.ts";
import { lineKey } from "../../nomenclature/index.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, foremostLines } from "../context/lines.ts";
import { present } from "../words/present.ts";
import { joinWords, quoted } from "../words/words.ts";

/** A total beside the counts of its own table, period and force, by line; sub-lines stand in their family. */
interface Checked {
  readonly total: Observation;
  readonly counts: ReadonlyMap<string, number>;
}

/** Are they the sums of their lines, and which lines were revised since? Nothing when one of their lines has no count. */
export function totalsNotes(c: Context, totals: readonly Observation[]): readonly string[] {
  const lines = foremostLines(c).filter(({ whole }) => whole.statement === totals[0]?.statement);
  const byKey = new Map(lines.map((line) => [lineKey(line.whole), line] as const));
  const checked = totals.flatMap((total) => checkedOf(c, total, byKey) ?? []);
  if (checked.length === 0) return [];
  const areSums = checked.every(({ total, counts }) => sum(counts.values()) === total.value);
  const revised = [...byKey].flatMap(([key, line]) =>
    checked.some(({ total, counts }) => isRevised(counts.get(key), currentCount(line, total))) ? [line.label] : [],
  );
  return present(
    areSums
      ? "Chaque total est la somme des lignes de son tableau."
      : "Ces totaux ne sont pas la somme des lignes de leur tableau ; ce qu'ils ajoutent ou laissent de côté n'est pas dit par l'état.",
    revised.length > 0 &&
      `Transmis avant la révision de ${joinWords(revised.map(quoted))} : ces totaux n'en tiennent pas compte.`,
  );
}

/** What the bulletin prints today of that line, for the total's force and period; undefined where it prints none. */
function currentCount(
  { whole, police, gendarmerie }: CountedLine,
  { force, period }: Observation,
): number | null | undefined {
  const a = [whole, police, gendarmerie].find((x) => x?.force === force);
  return a && [a.quarter, a.cumulative, a.rolling].find((figure) => samePeriod(figure.period, period))?.value;
}

const isRevised = (sent: number | undefined, current: number | null | undefined): boolean =>
  sent !== undefined && current != null && sent !== current;

const sum = (values: Iterable<number>): number => [...values].reduce((x, y) => x + y, 0);

/** undefined for a total that is not known, or with a line whose count is not. */
function checkedOf(c: Context, total: Observation, lines: ReadonlyMap<string, CountedLine>): Checked | undefined {
  const { file, part } = total.provenance;
  const beside = c.recognitions
    .flatMap((r) => r.observations)
    .filter(
      (o) =>
        o.kind === "line" &&
        o.provenance.file === file &&
        o.provenance.part === part &&
        o.force === total.force &&
        samePeriod(o.period, total.period) &&
        lines.has(lineKey(o)),
    );
  if (total.value === null || beside.length === 0 || beside.some((o) => o.value === null)) return undefined;
  return { total, counts: new Map(beside.map((o) => [lineKey(o), o.value ?? 0])) };
}
