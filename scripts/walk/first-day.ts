/**
 * Step 0, once: the commune and the persons, asked and written; then the folder is bound to the machine, and the machine looked at. Before
 * it, nothing is recorded and nothing printed: nobody would know of whom, nor for whom.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assertEntitled } from "../custody/index.ts";
import { ENTITLEMENTS_FILE } from "../custody/people/entitlement.ts";
import { readNamedIfThere, writeWhole } from "../disk/files.ts";
import { assertFolder } from "../disk/rights.ts";
import { loadRealSettings } from "../holdings/load-settings.ts";
import { SETTINGS_FILE } from "../holdings/settings.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { STOPPED } from "../shell/ask.ts";
import { type Draft, type Examples, type FirstDay, PROPOSED, personsText, settingsText } from "./first-day-draft.ts";
import { LINES } from "./first-day-lines.ts";
import type { ExitCode } from "./walk.ts";

const EXAMPLES = join(import.meta.dirname, "../../data");
const readExamples = (): Examples => ({
  settings: readFileSync(join(EXAMPLES, "convention.example.yaml"), "utf8"),
  persons: readFileSync(join(EXAMPLES, "habilitations.example.yaml"), "utf8"),
});

/** Which of the two files are still to be written? @throws UserError for one under another name. */
export function missing(dataDir: string): readonly string[] {
  return [SETTINGS_FILE, ENTITLEMENTS_FILE].filter((name) => readNamedIfThere(dataDir, name) === undefined);
}

/** @returns null once all is settled: the quarter may begin. */
export async function settleFirstDay(day: FirstDay): Promise<ExitCode | null> {
  assertFolder(day.dataDir);
  const toWrite = missing(day.dataDir);
  if (toWrite.length === 0) return null;
  if (!toWrite.includes(SETTINGS_FILE)) loadRealSettings(day.dataDir); // faulty ones, or the demonstration's, are told first
  if (!toWrite.includes(ENTITLEMENTS_FILE)) assertEntitled(day.dataDir, day.today);
  day.say(
    "\n0  La première fois : la commune et les personnes. Rien n'est écrit avant votre accord ; q pour arrêter.\n",
  );
  let draft: Draft;
  let texts: readonly (readonly [name: string, text: string])[];
  try {
    [draft, texts] = await agreed(day, await firstAnswers(day, toWrite), toWrite);
  } catch (error) {
    if (error !== STOPPED) throw error;
    day.say("Arrêté à votre demande : rien n'a été écrit. Pour recommencer : npm run trimestre");
    return 0;
  }
  for (const [name, text] of texts) {
    writeWhole(join(day.dataDir, name), text);
    day.say(`Écrit : ${join(day.dataDir, name)}`);
  }
  const bound = await day.run("poste");
  if (bound !== 0) return bound ?? 0;
  if ((await day.run("diagnostic")) !== 0)
    day.say(`Ce que le diagnostic dit ${quote("À CORRIGER")} est à régler avec le service informatique.`);
  if (draft.others.some(({ account }) => account !== null))
    day.say(
      "D'autres comptes ouvriront ce dossier : le service informatique en fait un groupe, puis npm run poste -- --partage GROUPE",
    );
  return null;
}

const NOTHING: Draft = {
  ...PROPOSED,
  commune: { name: "", code: null, departement: null },
  population: {},
  me: { name: "", role: "", account: null },
  others: [],
};

/** What nobody can propose. */
async function firstAnswers(day: FirstDay, toWrite: readonly string[]): Promise<Draft> {
  let draft = NOTHING;
  for (const { file, isFirst, change } of LINES)
    if (isFirst && toWrite.includes(file)) draft = await change(day, draft);
  return draft;
}

/** All of it is shown, any line is asked again, until the person agrees. @returns what was agreed on; the files and their texts. */
async function agreed(day: FirstDay, first: Draft, toWrite: readonly string[]) {
  const lines = LINES.filter(({ file }) => toWrite.includes(file));
  const width = Math.max(...lines.map(({ title }) => title.length));
  const examples = readExamples();
  for (let draft = first; ; ) {
    const shown = lines.map(({ title, show }, i) => `  ${i + 1}  ${title.padEnd(width)}  ${show(draft)}`);
    day.say(`\nCe qui sera écrit :\n${shown.join("\n")}\n`);
    const line = await day.line("Entrée si tout est juste ; sinon le numéro de la ligne à changer :", (typed) => {
      const answer = typed.trim();
      const found = lines[Number(answer) - 1];
      if (found || /^(o(ui)?)?$/i.test(answer)) return found;
      throw new UserError(`${quote(answer)} n'est pas un numéro de la liste ;`, "Entrée si tout est juste.");
    });
    if (line) draft = await line.change(day, draft);
    else
      try {
        const textOf = (name: string): string =>
          name === SETTINGS_FILE ? settingsText(draft, examples) : personsText(draft, day.today, examples);
        return [draft, toWrite.map((name) => [name, textOf(name)] as const)] as const;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        day.say(error.message); // the line that is wrong is asked again
      }
  }
}
