/** What the totals printed in a statement leave out: told by the lines of their own tables, never guessed. */
import type { Observation } from "../../model/observation.ts";
import { samePeriod } from "../../model/period.ts";
import { lineKey } from "../../nomenclature/index.ts";
import type { Context } from "../context/context.ts";
import { linesOf } from "../context/lines.ts";
import { joinWords, quoted } from "../words/words.ts";

/** A total beside the counts of its own table, period and force, by line; sub-lines stand in their family. */
interface Checked {
  readonly total: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** One note for all the totals of a statement. Nothing when they cannot be held against their lines: one of them has no count. */
export function leftOutNote(c: Context, totals: readonly Observation[]): readonly string[] {
  const lines = linesOf(c, totals[0]?.statement ?? "").filter(({ level, whole }) => level === 0 && whole !== null);
  const labels = new Map(
    lines.flatMap(({ label, whole }) => (whole === null ? [] : [[lineKey(whole), label] as const])),
  );
  const checked = totals.flatMap((total) => checkedOf(c, total, labels) ?? []);
  if (checked.length === 0) return [];
  const gaps = checked.map(({ total, counts }) => sum(counts.values()) - total);
  if (gaps.every((gap) => gap === 0)) return ["Chaque total est la somme des lignes de son tableau."];
  const unknown = lines.filter(({ known }) => !known).flatMap(({ whole }) => (whole === null ? [] : [lineKey(whole)]));
  // One line, or all those that the nomenclature does not know: what explains every gap. Two explanations are none.
  const explanations = [...[...labels.keys()].map((key) => [key]), ...(unknown.length > 1 ? [unknown] : [])].filter(
    (keys) => checked.every(({ counts }, i) => sum(keys.map((key) => counts.get(key) ?? 0)) === gaps[i]),
  );
  const [left, other] = explanations;
  return left !== undefined && other === undefined
    ? [`Ces totaux laissent de côté ${joinWords(left.map((key) => quoted(labels.get(key) ?? "")))}.`]
    : [
        "Ces totaux ne sont pas la somme des lignes de leur tableau ; ce qu'ils ajoutent ou laissent de côté n'est pas dit par l'état.",
      ];
}

const sum = (values: Iterable<number>): number => [...values].reduce((x, y) => x + y, 0);

/** undefined for a total that is not known, or with a line whose count is not. */
function checkedOf(c: Context, total: Observation, labels: ReadonlyMap<string, string>): Checked | undefined {
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
        labels.has(lineKey(o)),
    );
  if (total.value === null || beside.length === 0 || beside.some((o) => o.value === null)) return undefined;
  return { total: total.value, counts: new Map(beside.map((o) => [lineKey(o), o.value ?? 0])) };
}
