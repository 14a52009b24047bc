import { runAtTerminal } from "./process/at-terminal.ts";
import { askYesNo, assertTerminal } from "./shell/ask.ts";
import { type Arguments, DATA_OPTION, OUT_OPTION, runCommand } from "./shell/command-line.ts";
import { openForCustody } from "./shell/opening.ts";
import { safeText } from "./shell/safe-text.ts";
import { openFile } from "./walk/open.ts";
import { findSituation } from "./walk/situation.ts";
import { takeSteps } from "./walk/steps.ts";
import type { ExitCode } from "./walk/walk.ts";

/** Commands that know no bulletins' folder. */
const DATA_ONLY: readonly string[] = ["check", "reception"];

/** A command of a step, said before it is run: it could have been typed. */
async function runHere({ dataDir, outDir }: Arguments, name: string, args: readonly string[]): Promise<ExitCode> {
  const shown = args.map((arg) => (/[\s;]/.test(arg) ? `"${arg}"` : arg)).join(" ");
  console.log(safeText(`→ npm run ${name}${shown === "" ? "" : ` -- ${shown}`}\n`));
  const code = await runAtTerminal(name, [
    ...args,
    ...["--data", dataDir, ...(DATA_ONLY.includes(name) ? [] : ["--out", outDir])],
  ]);
  console.log("");
  return code;
}

await runCommand(
  {
    name: "npm run trimestre",
    summary:
      "Mène le trimestre pas à pas, des fichiers reçus aux exemplaires, par oui ou par non. Se quitte à chaque question (q) et se reprend.",
    examples: [""],
    options: [DATA_OPTION, OUT_OPTION],
    words: 0,
  },
  async (args) => {
    assertTerminal();
    const { dataDir, outDir } = args;
    const { today, entitled } = openForCustody(dataDir);
    return await takeSteps({
      dataDir,
      outDir,
      today,
      list: entitled.list,
      look: () => findSituation(dataDir, outDir, today),
      say: (text) => console.log(safeText(text)),
      ask: (question) => askYesNo(safeText(question)),
      run: (name, ...words) => runHere(args, name, words),
      open: openFile,
    });
  },
);
