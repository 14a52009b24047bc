/** What a person answered, as a lecture's file holds it: ids and received texts. The forms of versions before are read for ever. */
import { v } from "../disk/schema.ts";
import type { Answer } from "../model/lecture.ts";
import { parsePeriodKey } from "../model/period.ts";
import { CHOICES, type ChoiceId, QUESTION_KINDS, type QuestionKind } from "../model/question.ts";
import { as, items, named, nullable, optional } from "./forms.ts";
import { SEALED } from "./sealed-form.ts";

const text = as(v.string());
const ANSWER = named({
  question: ["kind", as(v.picklist(QUESTION_KINDS))],
  etat: ["statement", nullable(text)],
  texte: ["text", text],
  scelle: ["sealed", optional(SEALED)],
  reponse: ["choice", text],
  borne: ["bound", optional(as(v.number()))],
});

/** A word of a text, as the settings say it: what it was asked about, and what was answered. */
const WORDS: Readonly<Record<string, readonly [QuestionKind, ChoiceId]>> = {
  police: ["force", "PN"],
  gendarmerie: ["force", "GN"],
  ensemble: ["force", "ensemble"],
  commune: ["place", CHOICES.commune],
  ignorer: ["text", CHOICES.noEffect],
  nombre: ["head", CHOICES.count],
  evolution: ["head", CHOICES.change],
  taux: ["head", CHOICES.rate],
  autre: ["head", CHOICES.other],
};
const wordOf = (said: string, reading: string): Answer => {
  const [kind, choice] = WORDS[reading] ?? [parsePeriodKey(reading) ? "period" : "statement", reading];
  return { kind, text: said, choice, statement: null };
};

/** Of « lecture 1 » as it was until December 2026. */
const BEFORE = [
  v.pipe(
    v.strictObject({ sur: v.literal("texte"), texte: v.string(), lecture: v.string() }),
    v.transform(({ texte, lecture }) => [wordOf(texte, lecture)]),
  ),
  v.pipe(
    v.strictObject({
      sur: v.literal("ligne"),
      etat: v.string(),
      libelle: v.string(),
      indicateur: v.nullable(v.string()),
    }),
    v.transform(({ etat, libelle, indicateur }): Answer[] => [
      { kind: "line", text: libelle, choice: indicateur ?? CHOICES.asSent, statement: etat },
    ]),
  ),
  v.pipe(
    v.strictObject({ sur: v.literal("noms"), textes: v.array(v.string()) }),
    v.transform(({ textes }) =>
      textes.map((one): Answer => ({ kind: "name", text: one, choice: CHOICES.nobody, statement: null })),
    ),
  ),
  v.pipe(
    v.strictObject({ sur: v.literal("chiffres"), periode: v.string() }),
    v.transform(({ periode }): Answer[] => [{ kind: "copy", text: periode, choice: CHOICES.own, statement: null }]),
  ),
] as const;

const now = v.pipe(
  ANSWER.schema,
  v.transform((answer): Answer[] => [answer]),
);

export const ANSWERS = {
  schema: v.pipe(
    v.array(v.union([now, ...BEFORE])),
    v.transform((some): Answer[] => some.flat()),
  ),
  write: items(ANSWER).write,
};
