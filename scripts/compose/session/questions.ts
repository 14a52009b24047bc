/**
 * « Questions au commissaire »: at most eight, drawn by the rules of one list, each with its figures. They ask; they never suggest a cause.
 */
import { type Direction, directionOf } from "../../model/degree.ts";
import type { Question, Section } from "../../model/document/bulletin.ts";
import type { Finding } from "../../model/document/finding.ts";
import { asSentence, formatNumber, formatPeriod } from "../../model/format.ts";
import { tell } from "../../model/remarks/index.ts";
import { topicOf } from "../../model/rules.ts";
import { type Context, findLine, statementLabel } from "../context/context.ts";
import { isDeliveryOf } from "../context/issues.ts";
import { countedLines, linesOf, onlyForce, shortName } from "../context/lines.ts";
import { announced, subjectOf } from "../front/announced.ts";
import { notConfirmed } from "../front/follow-up.ts";
import { apartForces, besideWords, forceWords } from "../front/forces.ts";
import { graveFacts, graveWords } from "../front/grave.ts";
import { territoryPoints } from "../front/territory.ts";
import { togetherOf, togetherWords } from "../front/together.ts";
import { toldParts } from "../front/told.ts";
import { paragraph, present } from "../words/present.ts";
import { joinNames, lowerFirst } from "../words/words.ts";

const MOST_QUESTIONS = 8;

/** In the order in which they are asked; each gives its questions, the weightiest first. */
const RULES: readonly ((c: Context) => readonly Question[])[] = [
  graveQuestions,
  allTogether,
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

/** Of homicides whenever there is one; of the other grave lines when they are above last year's. */
function graveQuestions(c: Context): readonly Question[] {
  return graveFacts(c)
    .filter(({ whole }) => {
      const { quarter, quarterBefore } = whole;
      return (
        whole.indicator === "homicides" || (quarterBefore.value !== null && (quarter.value ?? 0) > quarterBefore.value)
      );
    })
    .map((line) => ({
      lead: `${shortName(c, line)} :`,
      figures: `${graveWords(line)}.`,
      asked: "Que peut-on en dire à la commune, hors procédure, et quel suivi est prévu ?",
      findings: questionOf(line.key, null),
    }));
}

const questionOf = (subject: string, direction: Direction | null): readonly Finding[] => [
  { of: "question", subject, direction, degree: null, number: null },
];

/** One question for most lines at once, and not as many alike. */
function allTogether(c: Context): readonly Question[] {
  const together = togetherOf(c, announced(c));
  if (together === null) return [];
  return [
    {
      lead: "Ensemble des lignes :",
      figures: `${lowerFirst(togetherWords(c, together))}.`,
      asked: `Le périmètre, le logiciel ou l'enregistrement ont-ils changé au ${c.name} ?`,
      findings: questionOf("all", together.direction),
    },
  ];
}

function gaps(c: Context): readonly Question[] {
  const all = announced(c);
  const together = togetherOf(c, all);
  return all
    .filter((x) => !together?.said.includes(x))
    .map((x) => {
      const { name, line, degree, direction, year } = x;
      return {
        lead: `${name} :`,
        figures: `${present(
          toldParts(x),
          line.police &&
            line.gendarmerie && [
              `${year ? "ce trimestre, " : ""}police : ${besideWords(line.police)}`,
              `gendarmerie : ${besideWords(line.gendarmerie)}`,
            ],
        ).join(" ; ")}.`,
        asked:
          degree === "established"
            ? "Qu'en dit le service, et qu'en est-il depuis la fin du trimestre ?"
            : "Est-ce confirmé depuis la fin du trimestre ?",
        findings: questionOf(subjectOf(c, line), direction),
      };
    });
}

const FORCES = { PN: "police", GN: "gendarmerie" } as const;
const OTHER = { PN: "gendarmerie", GN: "police" } as const;

/** A line that stands out in one force and not in both together: those are gaps already. */
function oneForceApart(c: Context): readonly Question[] {
  return apartForces(c).map((x) => ({
    lead: `${x.name} :`,
    figures: `${forceWords(x)}.`,
    asked: "Qu'en disent les deux services ?",
    findings: questionOf(subjectOf(c, x.line), directionOf(x.reading.verdict)),
  }));
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
    .map((issue) => ({
      lead: "Nombres qui ne concordent pas :",
      figures: asSentence(tell(issue, "paper").message),
      asked: "Quel nombre fait foi ?",
    }));
}

/** What the bulletin before announced and this one does not confirm. */
function notLasting(c: Context): readonly Question[] {
  return notConfirmed(c).map(({ line, text, isBack, announcement }) => ({
    lead: "Pas confirmé ce trimestre :",
    figures: `${text}.`,
    asked: isBack ? "Que s'est-il passé depuis ?" : "Où en est-on ?",
    findings: questionOf(subjectOf(c, line), announcement.direction),
  }));
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
      lead: `${findLine(c, r.statement, r.indicator)?.short ?? r.label}, ${formatPeriod(r.period)} :`,
      figures: `${formatNumber(r.new.value)} au lieu de ${formatNumber(r.old.value)} transmis d'abord.`,
      asked: "Ce nombre est-il maintenant définitif ?",
      findings: questionOf(r.indicator ?? r.label, null),
    }));
}

function territory(c: Context): readonly Question[] {
  return territoryPoints(c).map(({ text, findings }) => ({
    lead: "",
    figures: text,
    asked:
      (findings ?? []).length > 1
        ? "Ces écarts avec le département sont-ils connus du service ?"
        : "Cet écart avec le département est-il connu du service ?",
    findings: questionOf("territoire", null),
  }));
}
