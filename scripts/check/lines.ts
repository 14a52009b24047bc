/** What is seen of a line by itself: cells without a number, a line that no nomenclature knows, a count given twice, an improbable one. */
import { formatNumber, formatPlace, plural, quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { type Count, entersSeries, OTHER_STATEMENT } from "../model/observation.ts";
import { lengthOf, periodKey, samePeriod, yearOf } from "../model/period.ts";
import { declaredKey } from "../nomenclature/index.ts";
import { type CheckContext, describe } from "./context.ts";

const REASONS = {
  missing: "sans nombre (non disponible ou vide)",
  confidential: "sous secret statistique",
  "not-applicable": "sans objet",
} as const;
const MOST_LABELS = 6;

export function* missingValues({ observations }: CheckContext): Iterable<Issue> {
  const without = observations.filter((o) => o.value === null);
  for (const own of Map.groupBy(without, (o) => `${o.provenance.file}|${o.provenance.part}|${o.status}`).values()) {
    const [first] = own;
    if (!first || first.status === "normal" || first.status === "derived") continue;
    const labels = [...new Set(own.map((o) => quote(o.label)))];
    const more = labels.length > MOST_LABELS ? ` et ${labels.length - MOST_LABELS} autres` : "";
    yield {
      rule: `value-${first.status}`,
      severity: "info",
      message: `${plural(own.length, "cellule")} de ${quote(first.provenance.part)} ${REASONS[first.status]} : ${labels.slice(0, MOST_LABELS).join(", ")}${more}. Ce n'est pas zéro.`,
      place: first.provenance,
      actual: first.provenance.raw,
    };
  }
}

/** A line that the nomenclature does not know is shown as sent. */
export function* unknownLine({ observations, nomenclature, settings }: CheckContext): Iterable<Issue> {
  const declared = new Set(settings.labels.map(declaredKey));
  const unknown = observations.filter((o) => o.indicator === null && entersSeries(o));
  for (const [key, own] of Map.groupBy(unknown, declaredKey)) {
    const [first] = own;
    if (!first || declared.has(key)) continue;
    const statement = nomenclature.statements.find((s) => s.id === first.statement);
    // without the number of its files: each quarter has one more, and what the bulletin before has told is not told again
    yield {
      rule: "unknown-line",
      severity: "warning",
      message: `La ligne ${quote(first.label)} (${statement?.label ?? first.statement}) n'est pas dans la nomenclature : elle est présentée telle que transmise, sous ce libellé.`,
      hint: `Confirmez-la avec la lecture, npm run lecture -- ${first.delivery}, qui demande si c'est un autre nom d'une ligne connue. Une ligne d'un tout autre nom : data/LISEZMOI.md, partie 5.`,
      place: first.provenance,
      actual: first.label,
    };
  }
}

/** One figure of one delivery has one value. */
export function* givenTwice({ series }: CheckContext): Iterable<Issue> {
  for (const figure of series.flatMap((s) => [...s.byPeriod.values()])) {
    for (const same of Map.groupBy(figure, (c) => c.delivery).values()) {
      const [first] = same;
      // One issue a contradicting value, not one a cell.
      const others = new Map(same.filter((c) => c.value !== first?.value).map((c) => [c.value, c]));
      for (const other of others.values()) {
        if (!first) continue;
        yield {
          rule: "figure-given-twice",
          severity: entersSeries(other) ? "error" : "warning", // what is shown as sent stops nothing
          message:
            `${describe(other)} : deux valeurs dans la même livraison, ${formatNumber(first.value)} (${formatPlace(first.provenance)}) ` +
            `et ${formatNumber(other.value)} (${formatPlace(other.provenance)}).`,
          hint: "Demandez au service laquelle est la bonne et retirez l'autre fichier ; ou faites ignorer la colonne fautive dans data/convention.yaml.",
          place: other.provenance,
          actual: String(other.value),
          expected: String(first.value),
        };
      }
    }
  }
}

/** Times the largest other count of the line, for periods of the same length. */
const JUMP = 10;
/** Below this, ten times almost nothing is still plausible. */
const NOTABLE = 30;
/** Other periods needed to speak of a history. */
const HISTORY = 3;

export function* improbable({ series }: CheckContext): Iterable<Issue> {
  for (const { counts } of series) {
    const byLength = Map.groupBy(counts, (c) => lengthOf(c.period));
    for (const count of counts) {
      if (count.statement === OTHER_STATEMENT) continue;
      const reason = reasonFor(count, byLength.get(lengthOf(count.period)) ?? []);
      if (!reason) continue;
      yield {
        rule: "improbable-count",
        severity: "warning",
        message: `${describe(count)} : ${formatNumber(count.value)} est improbable, ${reason}.`,
        hint: "Vérifiez la cellule dans le fichier reçu, et demandez confirmation au service.",
        place: count.provenance,
        actual: String(count.value),
      };
    }
  }
}

/** `counts`: of the same line, for periods of the same length. */
function reasonFor(count: Count, counts: readonly Count[]): string | undefined {
  const isYear = isYearOf(count);
  if (!isYear && count.value < NOTABLE) return undefined;
  const others = counts.filter((c) => !samePeriod(c.period, count.period));
  const most = others.reduce((max, c) => Math.max(max, c.value), 0);
  const mostElse = others.reduce((max, c) => (isYearOf(c) ? max : Math.max(max, c.value)), 0);
  if (isYear && mostElse < count.value / 2) return "car c'est le nombre d'une année";
  if (count.value < NOTABLE || count.value <= JUMP * most) return undefined;
  const periods = new Set(others.map((c) => periodKey(c.period))).size;
  return periods >= HISTORY
    ? `car les autres périodes de même durée ne dépassent pas ${formatNumber(most)}`
    : undefined;
}

/** "2026" for a quarter of 2026: a heading read as a figure, perhaps. */
const isYearOf = (count: Count): boolean => Math.abs(count.value - yearOf(count.period.last)) <= 1;
