/** Questions about the statements themselves: what they do not hold, what contradicts, what has changed. */
import type { Direction } from "../../model/degree.ts";
import type { Finding } from "../../model/document/finding.ts";
import type { Question } from "../../model/document/front-page.ts";
import { asSentence, formatNumber, formatPeriod } from "../../model/format.ts";
import { tell } from "../../model/remarks/index.ts";
import { topicOf } from "../../model/rules.ts";
import { type Context, findLine, statementLabel } from "../context/context.ts";
import { isDeliveryOf } from "../context/issues.ts";
import { countedLines, FORCE_NAMES, linesOf, onlyForce, shortName } from "../context/lines.ts";
import { finding } from "../words/present.ts";
import { joinNames, lowerFirst } from "../words/words.ts";

export const questionOf = (subject: string, direction: Direction | null): readonly Finding[] => [
  finding("question", subject, { direction }),
];

const OTHER = { PN: "gendarmerie", GN: "police" } as const;

/** The statement holds one force alone. */
export function oneForceAlone(c: Context): readonly Question[] {
  return c.nomenclature.statements.flatMap(({ id }) => {
    const lines = linesOf(c, id).filter((line) => line.whole?.quarter.value != null);
    const force = onlyForce(lines);
    if (force === null) return [];
    return [
      {
        lead: `État ${statementLabel(c, id)} :`,
        figures: `ses ${formatNumber(lines.length)} lignes sont celles de la ${FORCE_NAMES[force]} nationale seule.`,
        asked: `La ${OTHER[force]} a-t-elle enregistré des faits dans la commune, et ses nombres peuvent-ils être transmis ?`,
      },
    ];
  });
}

/** A force that the statements gave before and that this quarter does not. */
export function forceMissing(c: Context): readonly Question[] {
  return (["police", "gendarmerie"] as const).flatMap((force) => {
    const lost = countedLines(c).flatMap((line) => {
      const { whole, [force]: own } = line;
      const earlier = own?.series.slice(0, -1).findLast(({ figure }) => figure.value !== null)?.figure;
      const isLost = own?.quarter.value == null && whole.force === "ensemble" && whole.quarter.value !== null;
      return earlier && isLost
        ? [`${lowerFirst(shortName(c, line))} (${formatNumber(earlier.value ?? 0)} au ${formatPeriod(earlier.period)})`]
        : [];
    });
    if (lost.length === 0) return [];
    return [
      {
        lead: `Nombres de la ${force} :`,
        figures: `ils manquent ce trimestre pour ${joinNames(lost)}.`,
        asked: "Peuvent-ils être transmis ?",
      },
    ];
  });
}

/** Numbers of the statements that contradict each other. */
export function contradictions(c: Context): readonly Question[] {
  return c.ownIssues
    .filter(({ rule, severity }) => severity !== "info" && ["disagreement", "two-values"].includes(topicOf(rule)))
    .map((issue) => ({
      lead: "Nombres qui ne concordent pas :",
      figures: asSentence(tell(issue, "paper").message),
      asked: "Quel nombre fait foi ?",
    }));
}

/** Numbers of earlier quarters, or of this one, that the delivery changes by more than a tenth. */
export function revisions(c: Context): readonly Question[] {
  const gap = (r: { readonly old: { readonly value: number }; readonly new: { readonly value: number } }) =>
    Math.abs(r.new.value - r.old.value);
  const wide = c.analysis.revisions.filter(
    (r) => isDeliveryOf(r.new.delivery, c.id) && r.force === "ensemble" && gap(r) * 10 > r.old.value,
  );
  return wide
    .toSorted((a, b) => gap(b) - gap(a))
    .map((r) => ({
      lead: `${findLine(c, r.statement, r.indicator)?.short ?? r.label}, ${formatPeriod(r.period)} :`,
      figures: `${formatNumber(r.new.value)} au lieu de ${formatNumber(r.old.value)} transmis d'abord.`,
      asked: "Ce nombre est-il maintenant définitif ?",
      findings: questionOf(r.indicator ?? r.label, null),
    }));
}
