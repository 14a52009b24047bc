/**
 * The answers that the program has for its doubts, given as lines of convention.yaml, and the file read again. Of a doubt one
 * proposal must be the right one: it gives the figures, or the next clear question. Any other proposal changes no figure that was
 * right, hides none in silence, and does what it says.
 */

import { check } from "../../scripts/check/index.ts";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import { settingsWord } from "../../scripts/lectures/answers.ts";
import type { ReadFile } from "../../scripts/model/grid.ts";
import type { Issue, Result } from "../../scripts/model/issue.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import { spoken } from "../spoken.ts";
import { compare, type Difference } from "./compare.ts";
import type { Expected } from "./table.ts";
import { NOMENCLATURE } from "./trial.ts";

const TODAY = "2026-11-24";

interface Outcome extends Difference {
  readonly observations: readonly Observation[];
  /** Of the file: those of its delivery as a whole say nothing of a proposal. */
  readonly issues: readonly Issue[];
}

/** What is read of the file with these lines in the settings, under « mots ». Throws what the settings' parser throws. */
export function readWith(
  { value: file, issues: ofReader }: Result<ReadFile>,
  expected: readonly Expected[],
  lines: readonly string[] = [],
): Outcome {
  const words = lines.length > 0 ? ["mots:", ...lines] : [];
  const settings = parseSettings(
    ["commune: { nom: Saint-Aubin-les-Tilleuls }", ...words].join("\n"),
    "convention.yaml",
  );
  const { value, issues } = createRecogniser(NOMENCLATURE, settings)(file);
  const checked = check({ recognitions: [value], nomenclature: NOMENCLATURE, settings, today: TODAY });
  const { observations } = value;
  const own = [...ofReader, ...issues, ...checked].filter((issue) => issue.place?.file === file.source.path);
  return { observations, issues: own, ...compare(expected, observations) };
}

/** The lines of the settings that give each answer of an issue. */
export const proposalsOf = ({ asks }: Issue): readonly string[] =>
  (asks?.may ?? []).map((choice) => `  - { texte: ${JSON.stringify(asks?.text)}, lecture: ${settingsWord(choice)} }`);

const isStopped = ({ issues }: Outcome): boolean => issues.some(({ severity }) => severity === "error");
const saysTheSame = (a: Issue) => (b: Issue) =>
  JSON.stringify([a.rule, a.place]) === JSON.stringify([b.rule, b.place]) && spoken(a).message === spoken(b).message;

/** "0", "12": a word of the settings is a heading. A year may be one. */
const isNumber = (line: string): boolean => /texte: "(?!(?:19|20)\d\d")[\d\s.,%+-]+"/.test(line);

/** What is wrong with one line, given for an issue of the file; null when nothing is. */
export function faultOf(before: Outcome, after: Outcome, issue: Issue): string | null {
  if (after.issues.some(saysTheSame(issue))) return "it changes nothing: the same is said again";
  const wrong = isStopped(before) ? after.wrong : after.wrong.filter((figure) => !before.wrong.includes(figure));
  if (wrong.length > 0 && !isStopped(after)) return `it gives a wrong figure: ${wrong[0]}`;
  const lost = after.missing.filter((figure) => !before.missing.includes(figure));
  if (lost.length > 0 && !isStopped(after)) return `it hides what was read: ${lost[0]}`;
  if (after.missing.length > 0 && after.issues.length === 0)
    return `figures are missing without a word: ${after.missing[0]}`;
  return null;
}

/** The faults of all that is proposed for one file: "rule: line: what is wrong". */
export function faultsOfProposals(file: Result<ReadFile>, expected: readonly Expected[]): readonly string[] {
  const before = readWith(file, expected);
  return before.issues.flatMap((issue) => {
    // An operator whose file holds nothing of the commune does not say that its place is the commune.
    const lines = proposalsOf(issue).filter((line) => expected.length > 0 || !line.includes("lecture: commune"));
    const say = (line: string, fault: string): string => `${issue.rule}: ${line.trim()}: ${fault}`;
    const numbered = lines.filter(isNumber).map((line) => say(line, "it names a number"));
    const faults = lines.map((line) => {
      try {
        return faultOf(before, readWith(file, expected, [line]), issue);
      } catch (error) {
        return `the settings refuse it: ${String(error)}`;
      }
    });
    const told = lines.flatMap((line, i) => (faults[i] == null ? [] : [say(line, faults[i])]));
    // Of a doubt the operator takes the reading that is true: the others are false by nature.
    const someRight = lines.length > 1 && told.length < lines.length;
    return [...numbered, ...(someRight ? told.filter((text) => !/wrong figure|hides/.test(text)) : told)];
  });
}
