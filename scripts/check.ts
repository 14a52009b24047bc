/** npm run check: reads and checks the deliveries; writes nothing. */
import { toCheckJson } from "./check-report.ts";
import { DATA_OPTION, localDay, runCommand } from "./command-line.ts";
import { assertEntitled, assertThisMachine, currentAccount } from "./custody/index.ts";
import { chooseDataDir, loadDeliveries } from "./deliveries.ts";
import { loadSettings } from "./load-settings.ts";
import { loadNomenclature } from "./nomenclature/index.ts";
import { check, understand } from "./pipeline.ts";
import { printCheck } from "./terminal.ts";

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
    assertEntitled(args.dataDir, today, currentAccount());
    const dataDir = chooseDataDir(args.dataDir, args.get("data") === undefined);
    const settings = loadSettings(dataDir);
    const deliveries = loadDeliveries(dataDir);
    const nomenclature = loadNomenclature();
    const { recognitions, issues: found } = await understand(deliveries.value.files, nomenclature, settings);
    const checked = check({ recognitions, nomenclature, settings, today });
    const issues = [...deliveries.issues, ...found, ...checked];
    if (args.has("json")) console.log(JSON.stringify(toCheckJson(recognitions, issues), null, 1));
    else printCheck(dataDir, recognitions, issues);
    return issues.some((i) => i.severity === "error") ? 1 : 0;
  },
);
