/**
 * « Questions au commissaire »: at most eight, drawn by the rules of one list, each with its figures. They ask; they never suggest a cause.
 */
import { type Analysis, readingOf } from "../../model/analysis.ts";
import { isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import type { Question, Section } from "../../model/document/bulletin.ts";
import { asSentence, formatNumber, formatPeriod } from "../../model/format.ts";
import { topicOf } from "../../model/rules.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { isDeliveryOf } from "../context/issues.ts";
import { countedLines, linesOf, onlyForce, shortName } from "../context/lines.ts";
import { announced } from "../front/announced.ts";
import { followUpPoints } from "../front/follow-up.ts";
import { quarterWords, yearWords } from "../front/points.ts";
import { territoryPoints } from "../front/territory.ts";
import { paragraph, present } from "../words/present.ts";
import { shapeWords } from "../words/verdicts.ts";
import { countWord, joinNames, lowerFirst } from "../words/words.ts";

const MOST_QUESTIONS = 8;

/** In the order in which they are asked; each gives its questions, the weightiest first. */
const RULES: readonly ((c: Context) => readonly Question[])[] = [
  gaps,
  oneForceApart,
  oneForceAlone,
  forceMissing,
  contradictions,
  notLasting,
  revisions,
  territory,
];

/** The first of each rule, then the second of each, as long as there is room: no rule silences another. */
export function questions(c: Context): readonly Question[] {
  const drawn = RULES.map((rule) => rule(c));
  const ranked = drawn.flatMap((own, rule) => own.map((question, rank) => ({ question, rule, rank })));
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.rule - b.rule)
    .slice(0, MOST_QUESTIONS)
    .toSorted((a, b) => a.rule - b.rule || a.rank - b.rank)
    .map(({ question }) => question);
}

/** undefined when there is nothing to ask. */
export function questionsSection(asked: readonly Question[]): Section | undefined {
  if (asked.length === 0) return undefined;
  const items = asked.map((q) => ({ lead: q.lead, text: `${q.figures} ${q.asked}` }));
  const intro = paragraph("Tirées des chiffres de ce bulletin, pour la séance. Elles ne préjugent d'aucune cause.");
  return { id: "questions", title: "Questions au commissaire", blocks: [intro, { kind: "list", items }] };
}

function gaps(c: Context): readonly Question[] {
  return announced(c).map(({ name, line, degree, quarter, year, shape }) => ({
    lead: `${name} :`,
    figures: `${present(
      quarter && quarterWords(line, quarter),
      year && yearWords(year),
      shape && !quarter && !year && shapeWords(shape),
      line.police &&
        line.gendarmerie && [
          `${year ? "ce trimestre, " : ""}police : ${beside(line.police)}`,
          `gendarmerie : ${beside(line.gendarmerie)}`,
        ],
    ).join(" ; ")}.`,
    asked:
      degree === "established"
        ? "Qu'en dit le service, et qu'en est-il depuis la fin du trimestre ?"
        : "Est-ce confirmé depuis la fin du trimestre ?",
  }));
}

const FORCES = { PN: "police", GN: "gendarmerie" } as const;
const OTHER = { PN: "gendarmerie", GN: "police" } as const;
const beside = (a: Analysis): string => {
  const shown = (n: number | null) => (n === null ? "non connu" : countWord(n));
  return `${shown(a.quarter.value)}, contre ${shown(a.quarterBefore.value)} un an plus tôt`;
};

/** A line that stands out in one force and not in the other, nor in both together: those are gaps already. */
function oneForceApart(c: Context): readonly Question[] {
  const told = new Set(announced(c).flatMap(({ line, same }) => [line, ...same].map(({ whole }) => whole)));
  const verdictOf = (a: Analysis) => readingOf(a)?.verdict ?? "not-judged";
  return countedLines(c).flatMap((line) => {
    const { whole, police, gendarmerie } = line;
    const [apart, ...more] = [police, gendarmerie].flatMap((a) => (a && isAnnounced(verdictOf(a)) ? [a] : []));
    const other = apart === police ? gendarmerie : police;
    if (told.has(whole) || !apart || more.length > 0 || other === null || apart.force === "ensemble") return [];
    return [
      {
        lead: `${shortName(c, line)}, ${FORCES[apart.force]} :`,
        figures: `${beside(apart)} (${VERDICT_WORDS[verdictOf(apart)]}) ; ${OTHER[apart.force]} : ${beside(other)}.`,
        asked: "Qu'en disent les deux services ?",
      },
    ];
  });
}

/** The statement holds one force alone. */
function oneForceAlone(c: Context): readonly Question[] {
  return c.nomenclature.statements.flatMap(({ id }) => {
    const lines = linesOf(c, id).filter((line) => line.whole?.quarter.value != null);
    const force = onlyForce(lines);
    if (force === null) return [];
    return [
      {
        lead: `État ${statementLabel(c, id)} :`,
        figures: `ses ${formatNumber(lines.length)} lignes sont celles de la ${FORCES[force]} nationale seule.`,
        asked: `La ${OTHER[force]} a-t-elle enregistré des faits dans la commune, et ses nombres peuvent-ils être transmis ?`,
      },
    ];
  });
}

/** A force that the statements gave before and that this quarter does not. */
function forceMissing(c: Context): readonly Question[] {
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
function contradictions(c: Context): readonly Question[] {
  return c.ownIssues
    .filter(({ rule, severity }) => severity !== "info" && ["disagreement", "two-values"].includes(topicOf(rule)))
    .map(({ message }) => ({
      lead: "Nombres qui ne concordent pas :",
      figures: asSentence(message),
      asked: "Lequel fait foi ?",
    }));
}

function notLasting(c: Context): readonly Question[] {
  const asked = "Ce point est-il clos pour le service ?";
  return followUpPoints(c).map(({ text }) => ({ lead: "", figures: text, asked }));
}

/** Numbers of earlier quarters, or of this one, that the delivery changes by more than a tenth. */
function revisions(c: Context): readonly Question[] {
  const gap = (r: { readonly old: { readonly value: number }; readonly new: { readonly value: number } }) =>
    Math.abs(r.new.value - r.old.value);
  const wide = c.analysis.revisions.filter(
    (r) => isDeliveryOf(r.new.delivery, c.id) && r.force === "ensemble" && gap(r) * 10 > r.old.value,
  );
  return wide
    .toSorted((a, b) => gap(b) - gap(a))
    .map((r) => ({
      lead: `${r.label}, ${formatPeriod(r.period)} :`,
      figures: `${formatNumber(r.new.value)} au lieu de ${formatNumber(r.old.value)} transmis d'abord.`,
      asked: "Ce nombre est-il maintenant définitif ?",
    }));
}

function territory(c: Context): readonly Question[] {
  const asked = "Cet écart est-il connu du service ?";
  return territoryPoints(c).map(({ text }) => ({ lead: "", figures: text, asked }));
}
