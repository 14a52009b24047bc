/** npm run check: reads and checks the deliveries; writes nothing. */

import { checkCopies, lastBuild } from "./custody/index.ts";
import { quartersHeld } from "./holdings/holdings.ts";
import { labelsIn } from "./lectures/index.ts";
import { policeLetter } from "./model/document/letter.ts";
import { hasError, type Issue } from "./model/issue.ts";
import { periodOfQuarter } from "./model/period.ts";
import { followMainPath } from "./pipeline.ts";
import type { Reader } from "./reading/job.ts";
import { checkJson } from "./shell/check-report.ts";
import { type CommandContext, defineCommand, runAsProgram } from "./shell/command.ts";
import { type Arguments, DATA_OPTION } from "./shell/command-line.ts";
import { type Opening, open, together } from "./shell/opening.ts";
import { printCheck } from "./shell/terminal.ts";
import { isUpToDate } from "./shell/up-to-date.ts";
import { safeText } from "./shell/wrap.ts";

/** What a check works with. */
export interface CheckTools {
  readonly reader?: Reader | undefined;
}

/** What is found of the deliveries, and of all that stands around them. */
export async function findIssues(
  args: Arguments,
  { holdings, around, remarks, lines }: Opening,
  { reader }: CheckTools,
) {
  const isMade = (quarter: string): boolean => {
    const built = lastBuild(lines, quarter);
    return built !== undefined && isUpToDate(built, { holdings, lines, remarks });
  };
  const told = args.has("tout") ? undefined : quartersHeld(holdings).slice(0, -1).findLast(isMade);
  const outcome = await followMainPath(holdings, { quarters: "today", told, reader });
  return { outcome, issues: together(around, checkCopies(lines), outcome.issues) };
}

/** The whole of it. @returns what was told, what the bulletins before have told left out. */
export async function checkAndTell(
  args: Arguments,
  { out, now }: CommandContext,
  tools: CheckTools = {},
): Promise<readonly Issue[]> {
  const opening = open(args, now(), false);
  const { dataDir, holdings, receptions } = opening;
  if (!args.has("json") && !args.has("courriel")) out(`Dossier lu : ${dataDir}\n`); // at once: the files may take a while
  const { outcome, issues } = await findIssues(args, opening, tools);
  if (args.has("courriel")) {
    const { settings } = holdings;
    const quarter = quartersHeld(holdings).map(periodOfQuarter).at(-1);
    const letter = policeLetter({ issues: outcome.issues, settings, quarter, withFigures: args.has("avec-chiffres") });
    out(safeText((letter ?? ["Rien à demander au service."]).join("\n")));
    return issues;
  }
  if (!args.has("json"))
    return printCheck(out, holdings.deliveries, { ...outcome, issues, labelOf: labelsIn(holdings.nomenclature) });
  // What is wrong with the files, and that a file is no longer as it was received: nothing of the post or of the copies.
  const onFiles = together(
    receptions.filter((issue) => issue.severity === "error"),
    outcome.issues,
  );
  for (const line of checkJson(outcome.recognitions, onFiles)) out(line);
  return issues;
}

export const main = defineCommand(
  {
    name: "npm run check",
    summary:
      "Lit et contrôle les livraisons, sans rien écrire : ce qui est compris, ce qui ne l'est pas, ce qu'il faut faire.",
    examples: ["", "--data DOSSIER", "--json", "--courriel"],
    options: [
      DATA_OPTION,
      { name: "json", value: null, help: "un document JSON au lieu du texte" },
      { name: "courriel", value: null, help: "le message à envoyer au service, sans aucun chiffre" },
      {
        name: "avec-chiffres",
        value: null,
        help: "avec --courriel : cite les chiffres ; ne part que par la messagerie sécurisée",
      },
      {
        name: "tout",
        value: null,
        help: "aussi les remarques des trimestres précédents que leur bulletin a déjà dites",
      },
    ],
    words: 0,
  },
  async (args, context, tools: CheckTools = {}) => (hasError(await checkAndTell(args, context, tools)) ? 1 : 0),
);

if (import.meta.main) await runAsProgram(main);
