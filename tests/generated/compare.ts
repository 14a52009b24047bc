/** What was read against what was drawn. */
import { type Observation, OTHER_STATEMENT } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import type { Expected } from "./table.ts";

/** Letters and digits only: for labels that the nomenclature does not know. */
const norm = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const keyOf = (o: Pick<Observation, "statement" | "indicator" | "label" | "force">, period: string): string =>
  [o.statement, o.indicator ?? norm(o.label), o.force, period].join(" | ");

export interface Difference {
  /** Another value than the file's, or a count where there is none: the unforgivable fault. */
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
}

/** A figure drawn as missing may be read as missing or not at all, never as a number. */
export function compare(expected: readonly Expected[], observations: readonly Observation[]): Difference {
  const wanted = new Map<string, Set<number | null>>();
  for (const e of expected) {
    const key = keyOf(e, e.period);
    wanted.set(key, (wanted.get(key) ?? new Set()).add(e.value));
  }
  const optional = new Set(expected.filter((e) => e.optional).map((e) => `${keyOf(e, e.period)}: ${e.value}`));
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const o of observations) {
    // Printed totals are never used; another document received is kept apart, as sent.
    if (o.kind === "total" || o.status === "derived" || o.statement === OTHER_STATEMENT) continue;
    const key = keyOf(o, periodKey(o.period));
    const at = `${o.provenance.part} L${o.provenance.row} C${o.provenance.column} « ${o.provenance.raw} »`;
    const values = wanted.get(key);
    // A place read as « missing » says no number: it is no wrong one.
    if (o.value === null) continue;
    if (values === undefined) wrong.push(`${key}: ${o.value}, where nothing is expected (${at})`);
    else if (values.has(o.value)) seen.add(`${key}: ${o.value}`);
    else wrong.push(`${key}: ${o.value}, expected ${[...values].join(" or ")} (${at})`);
  }
  const missing = [...wanted].flatMap(([key, values]) =>
    [...values]
      .filter((v) => v !== null)
      .map((v) => `${key}: ${v}`)
      .filter((text) => !seen.has(text) && !optional.has(text)),
  );
  return { wrong, missing };
}
