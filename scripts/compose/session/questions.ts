/**
 * « Questions au commissaire »: at most eight, drawn by the rules of one list, each with its figures. They ask; they never suggest a cause.
 */
import { directionOf } from "../../model/degree.ts";
import type { Section } from "../../model/document/bulletin.ts";
import type { Question } from "../../model/document/front-page.ts";
import type { Context } from "../context/context.ts";
import { shortName } from "../context/lines.ts";
import { announced, subjectOf } from "../front/announced.ts";
import { notConfirmed } from "../front/follow-up.ts";
import { apartForces, besideWords, forceWords } from "../front/forces.ts";
import { graveFacts, graveWords, headlineOf } from "../front/grave.ts";
import { territoryPoints } from "../front/territory.ts";
import { togetherOf, togetherWords } from "../front/together.ts";
import { toldParts } from "../front/told.ts";
import { paragraph, present } from "../words/present.ts";
import { lowerFirst } from "../words/words.ts";
import { contradictions, forceMissing, oneForceAlone, questionOf, revisions } from "./statements.ts";

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

/** Of those that open the headline whenever there is one; of the other grave lines when they are above last year's. */
function graveQuestions(c: Context): readonly Question[] {
  return graveFacts(c)
    .filter((line) => {
      const { quarter, quarterBefore } = line.whole;
      const isMore = quarterBefore.value !== null && (quarter.value ?? 0) > quarterBefore.value;
      return isMore || headlineOf(c, line) !== undefined;
    })
    .map((line) => ({
      lead: `${shortName(c, line)} :`,
      figures: `${graveWords(line)}.`,
      asked: "Que peut-on en dire à la commune, hors procédure, et quel suivi est prévu ?",
      findings: questionOf(line.key, null),
    }));
}

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

/** A line that stands out in one force and not in both together: those are gaps already. */
function oneForceApart(c: Context): readonly Question[] {
  return apartForces(c).map((x) => ({
    lead: `${x.name} :`,
    figures: `${forceWords(x)}.`,
    asked: "Qu'en disent les deux services ?",
    findings: questionOf(subjectOf(c, x.line), directionOf(x.reading.verdict)),
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
