/** « À retenir »: at most five sentences, by strength of evidence and then by size, each with its counts and its comparison. */
import { type Comparison, type ComparisonKind, comparisonOf } from "../../model/analysis.ts";
import type { Section } from "../../model/bulletin.ts";
import { type Context, missingStatements } from "../context/context.ts";
import { type Line, linesOf } from "../context/lines.ts";
import { closingFinding } from "../sentences/closing-finding.ts";
import {
  type Compared,
  type Finding,
  gapsFinding,
  missingFinding,
  periodFinding,
  toldFinding,
} from "../sentences/finding-sentences.ts";
import { isTold } from "../words/words.ts";
import { limitingNotices, otherNoticesLine } from "./warnings.ts";

const MOST_SENTENCES = 5;

export function findingsSection(c: Context): Section {
  const missing = missingStatements(c);
  const isSent = (x: Compared): boolean => !missing.includes(x.line.whole?.statement ?? "");
  const compared = comparedLines(c, "quarter-pooled").filter(isSent);
  // The half-year or the year that the quarter closes is spoken of first.
  const closed = c.number % 2 === 0 ? periodFinding(c, comparedLines(c, "cumulative-pooled").filter(isSent)) : [];
  const tested = compared.filter((x) => x.comparison.reading !== "not-tested");
  const standing = tested.filter((x) => isTold(x.comparison.reading)).toSorted(byEvidence);
  // A family that one line alone makes stand out is told with that line, in one sentence.
  const told = standing.filter((x) => lineOf(x, standing) === undefined);
  const familiesOf = (x: Compared) => standing.filter((family) => lineOf(family, standing) === x);
  // One sentence is kept for the lines that do not stand out, one for the missing statements, one for the period that is closed.
  const room = MOST_SENTENCES - 1 - (missing.length > 0 ? 1 : 0) - closed.length;
  const said = told.slice(0, room);
  const items: readonly Finding[] = [
    ...(missing.length > 0 ? [missingFinding(c, missing)] : []),
    ...closed,
    ...said.map((x) => toldFinding(c, x, familiesOf(x))),
    ...(standing.length === 0 ? gapsFinding(c, tested) : []),
    closingFinding(c, {
      others: compared.filter((x) => !standing.includes(x)),
      said: said.length,
      unsaid: told.slice(room),
    }),
  ];
  return {
    id: "a-retenir",
    title: "À retenir",
    blocks: [
      {
        kind: "paragraph",
        text:
          (told.length > 1 ? "Du mieux établi au moins établi. " : "") +
          "Une hausse ou une baisse des faits enregistrés n'en est pas forcément une des faits.",
      },
      { kind: "findings", items },
      // Where something limits what is said, the line follows it (warnings.ts).
      ...(limitingNotices(c).length === 0 ? otherNoticesLine(c) : []),
    ],
  };
}

/** The line that a family is due to, among those that stand out. */
const lineOf = (family: Compared, standing: readonly Compared[]): Compared | undefined => {
  const whole = family.line.whole;
  return whole?.dueTo == null
    ? undefined
    : standing.find(({ line }) => line.whole?.statement === whole.statement && line.whole.label === whole.dueTo);
};

function comparedLines(c: Context, kind: ComparisonKind): readonly Compared[] {
  return c.nomenclature.statements.flatMap((s) =>
    linesOf(c, s.id).flatMap((line) => {
      const comparison = line.whole ? comparisonOf(line.whole, kind) : undefined;
      if (comparison === undefined) return [];
      const yearOnYear = line.whole ? comparisonOf(line.whole, "quarter") : undefined;
      return [
        {
          name: line.known
            ? `${line.label} (${s.label}${alone(line)})`
            : `${line.whole?.label ?? ""} (${s.label}${alone(line)}, hors nomenclature)`,
          line,
          comparison,
          yearOnYear,
        },
      ];
    }),
  );
}

/** A sentence that is read out alone says of which force its counts are, when one force alone is known. */
const alone = ({ whole }: Line): string =>
  whole?.force === "PN" ? ", police seule" : whole?.force === "GN" ? ", gendarmerie seule" : "";

/** Smallest adjusted p first; then the largest distance from the reference; then the order of the tables (stable sort). */
const byEvidence = (a: Compared, b: Compared): number =>
  (a.comparison.pAdjusted ?? 1) - (b.comparison.pAdjusted ?? 1) || distance(b.comparison) - distance(a.comparison);

const distance = (x: Comparison): number =>
  Math.abs((x.after.value ?? 0) - (x.before.value ?? 0) / Math.max(1, x.exposure));
