import { checkAndTell } from "./check.ts";
import { readRegister } from "./custody/index.ts";
import { runAtTerminal } from "./process/at-terminal.ts";
import type { Reader } from "./reading/job.ts";
import { talkAt } from "./shell/ask.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { type Arguments, DATA_OPTION, localDay, OUT_OPTION } from "./shell/command-line.ts";
import { openForCustody } from "./shell/opening.ts";
import { formatIssue } from "./shell/terminal.ts";
import { safeText } from "./shell/wrap.ts";
import { settleFirstDay } from "./walk/first-day.ts";
import { proposeFileNames } from "./walk/folder-names.ts";
import { openFile } from "./walk/open.ts";
import { findSituation } from "./walk/situation.ts";
import { takeSteps } from "./walk/steps.ts";
import type { ExitCode } from "./walk/walk.ts";

/** Commands that know no bulletins' folder. */
const DATA_ONLY: readonly string[] = ["reception"];

/** What the walk works with. */
export interface WalkTools {
  /** Another command, to its end: "build", ["--data", "data"]. */
  readonly run: (name: string, args: readonly string[]) => Promise<ExitCode | null>;
  readonly reader?: Reader;
  /** Opens a file in the program of the machine; false: it cannot. */
  readonly open: (path: string) => Promise<boolean>;
}
const PROGRAMS: WalkTools = { run: runAtTerminal, open: openFile };

/** A command of a step as it could have been typed, on the folders of this one. */
function lineOf({ dataDir, outDir }: Arguments, name: string, args: readonly string[]) {
  const shown = args.map((arg) => (/[\s;]/.test(arg) ? `"${arg}"` : arg)).join(" ");
  return {
    shown: safeText(`→ npm run ${name}${shown === "" ? "" : ` -- ${shown}`}\n`),
    args: [...args, "--data", dataDir, ...(DATA_ONLY.includes(name) ? [] : ["--out", outDir])],
  };
}

export const main = defineCommand(
  {
    name: "npm run trimestre",
    summary:
      "Mène le trimestre pas à pas, des fichiers reçus aux exemplaires, par oui ou par non. Se quitte à chaque question (q) et se reprend.",
    examples: [""],
    options: [DATA_OPTION, OUT_OPTION],
    words: 0,
  },
  async (args, context, { run, open, reader }: WalkTools = PROGRAMS) => {
    const { out, err, terminal } = context;
    terminal.assertThere();
    const { dataDir, outDir } = args;
    const runShown = async (name: string, ...words: readonly string[]) => {
      const line = lineOf(args, name, words);
      out(line.shown); // before it is run
      const code = await run(name, line.args);
      out("");
      return code;
    };
    const talk = talkAt(terminal, out, err);
    await proposeFileNames({ dataDir, ...talk });
    const firstDay = await settleFirstDay({ dataDir, today: localDay(context.now()), ...talk, run: runShown });
    if (firstDay !== null) return firstDay;
    const { today, entitled } = openForCustody(dataDir, context);
    return await takeSteps({
      dataDir,
      outDir,
      today,
      list: entitled.list,
      from: readRegister(dataDir).length,
      look: () => findSituation(dataDir, outDir, today),
      ...talk,
      show: (issue) => out(formatIssue(issue)), // safe already, but for the colours that it sets itself
      check: () => checkAndTell(args, context, { reader }),
      run: runShown,
      open,
    });
  },
);

if (import.meta.main) await runAsProgram(main);
