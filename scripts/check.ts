/** npm run check: reads and checks the deliveries; writes nothing. */

import { assertEntitled, assertThisMachine, currentAccount } from "./custody/index.ts";
import { chooseDataDir, loadDeliveries } from "./holdings/deliveries.ts";
import { readHoldings } from "./holdings/holdings.ts";
import { loadSettings } from "./holdings/load-settings.ts";
import { plainJson } from "./model/hidden-characters.ts";
import { check } from "./pipeline.ts";
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
    const settings = loadSettings(dataDir);
    const holdings = await readHoldings(loadDeliveries(dataDir), settings, today);
    const issues = [...holdings.issues, ...check(holdings)];
    if (args.has("json")) console.log(plainJson(toCheckJson(holdings.recognitions, issues), 1));
    else {
      // about the machine, not about the files: a warning of the demo would puzzle whoever tries the program
      if (dataDir === args.dataDir) for (const issue of entitled.issues) console.error(`${formatIssue(issue)}\n`);
      printCheck(dataDir, holdings, issues);
    }
    return issues.some((i) => i.severity === "error") ? 1 : 0;
  },
);
