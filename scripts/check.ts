/** npm run check: reads and checks the deliveries; writes nothing. */

import { assertEntitled, assertThisMachine, currentAccount } from "./custody/index.ts";
import { chooseDataDir } from "./holdings/deliveries.ts";
import { loadHoldings } from "./holdings/holdings.ts";
import { plainJson } from "./model/hidden-characters.ts";
import { hasError } from "./model/issue.ts";
import { followMainPath } from "./pipeline.ts";
import { toCheckJson } from "./shell/check-report.ts";
import { DATA_OPTION, localDay, runCommand } from "./shell/command-line.ts";
import { formatIssue, printCheck } from "./shell/terminal.ts";

await runCommand(
  {
    name: "npm run check",
    summary:
      "Lit et contrôle les livraisons, sans rien écrire : ce qui est compris, ce qui ne l'est pas, ce qu'il faut faire.",
    examples: ["", "--data DOSSIER", "--json"],
    options: [DATA_OPTION, { name: "json", value: null, help: "un document JSON au lieu du texte" }],
    words: 0,
  },
  async (args) => {
    const today = localDay(new Date());
    assertThisMachine(args.dataDir);
    const entitled = assertEntitled(args.dataDir, today, currentAccount());
    const dataDir = chooseDataDir(args.dataDir, args.get("data") === undefined);
    const holdings = loadHoldings(dataDir, today);
    const outcome = await followMainPath(holdings, { quarters: "today" });
    const { recognitions, issues } = outcome;
    if (args.has("json")) console.log(plainJson(toCheckJson(recognitions, issues), 1));
    else {
      // about the machine, not about the files: a warning of the demo would puzzle whoever tries the program
      if (dataDir === args.dataDir) for (const issue of entitled.issues) console.error(`${formatIssue(issue)}\n`);
      printCheck(dataDir, holdings.deliveries, outcome);
    }
    return hasError(issues) ? 1 : 0;
  },
);
