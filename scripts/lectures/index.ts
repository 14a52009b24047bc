/**
 * Beside stage 2 of the main path: what a person confirmed of each delivery, and what a later file changes (reading held to a template).
 *
 *   news-words.ts        what is new in a later file, in the paper's own words
 *   notes.ts             notes that a person may have printed
 *   compared.ts          a confirmed file beside the received one
 *   clerk.ts             what a clerk would notice in the figures
 *   corrected.ts         which confirmed figures a correction changes
 *   corrections.ts       what a person may say of a line or of a heading that is read wrong
 *   held.ts              a new file, held to the confirmed ones
 *   answers.ts           what was answered, for each later file that asks the same
 *   template-answers.ts  doubts that the confirmed template has answered
 *   questions.ts         each doubt with what may be answered, tried before it is offered
 *   near-lines.ts        which lines a label that no list has may be
 *   question-words.ts    its French
 *   place-of-text.ts     where a text that is asked about stands
 *   awaited.ts           questions that nobody could answer
 *   sent-again.ts        last quarter's figures under this quarter's title
 *   named-where.ts       which text of a file names our commune
 *   sealing.ts           the texts that are not kept
 *   shown.ts             what a person is shown before it is confirmed
 *   remark-keys.ts       a remark, as it is known again
 *   reread.ts            what would be read otherwise today of a file that is confirmed
 *   understood.ts        remarks on how a statement is made, understood once
 *   vocabulary.ts        the words that name nobody
 *   veil.ts              a text that nobody has seen is printed nowhere
 */
export { answersIn, type KeptAnswer, keptAnswers, keptLines, settingsWith } from "./answers.ts";
export { awaitedIssues } from "./awaited.ts";
export { unlikeFile } from "./compared.ts";
export { offeredCorrections } from "./corrections.ts";
export { createClerk, createKeeper, type Held, heldIssues, type Keeper, withoutAccepted } from "./held.ts";
export type { Difference } from "./news-words.ts";
export { type OfferedNote, offeredNotes, printedNotes } from "./notes.ts";
export { askedOf, choiceWords, type LabelOf, labelsIn, subjectWords } from "./question-words.ts";
export { answerTo, questionId, questionOf, questionsOf } from "./questions.ts";
export { rereadDifferences } from "./reread.ts";
export { type Sealing, withoutUnused } from "./sealing.ts";
export { sentAgain } from "./sent-again.ts";
export { type FiguresTable, figuresTable, sentence, type UnusedText, unusedTexts } from "./shown.ts";
export { templateAnswers } from "./template-answers.ts";
export { offeredRemarks, remarkId, withUnderstood } from "./understood.ts";
export { veil } from "./veil.ts";
export { createVocabulary, type KnownTexts } from "./vocabulary.ts";
