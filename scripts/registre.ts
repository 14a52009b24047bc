/** npm run registre: shows the register, verifies its chain and the files that it names. */

import { assertEntitled, assertThisMachine, currentAccount, verifyRegister } from "./custody/index.ts";
import { repairRegister } from "./custody/register/register.ts";
import { describeLine } from "./custody/register/text.ts";
import { newestChange, verifyClock } from "./custody/register/verify-clock.ts";
import { plural } from "./model/format.ts";
import { DATA_OPTION, localDay, OUT_OPTION, runCommand } from "./shell/command-line.ts";
import { safeText } from "./shell/safe-text.ts";
import { formatIssue } from "./shell/terminal.ts";

await runCommand(
  {
    name: "npm run registre",
    summary:
      "Montre le registre et vérifie qu'aucune ligne, aucun fichier reçu, aucun bulletin n'a été modifié ou retiré.",
    examples: ["", "--reparer"],
    options: [
      {
        name: "reparer",
        value: null,
        help: "remet en état la fin d'un registre abîmé (coupure de courant) ; la réparation y est inscrite",
      },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 0,
  },
  (args): 0 | 1 => {
    const { dataDir, outDir } = args;
    const now = new Date();
    const who = currentAccount();
    assertThisMachine(dataDir);
    for (const issue of assertEntitled(dataDir, localDay(now), who).issues) console.error(formatIssue(issue));
    if (args.has("reparer")) {
      const repaired = repairRegister(dataDir, now.toISOString(), who);
      console.log(
        repaired ? `Réparé et inscrit (ligne ${repaired.n}).` : "La fin du registre est en bon état : rien à réparer.",
      );
      if (repaired?.action === "repair" && repaired.aside)
        console.log(`Ce qui était abîmé est gardé dans ${dataDir}/${repaired.aside}.`);
    }
    const { value: lines, issues: found } = verifyRegister(dataDir, outDir);
    const issues = [...found, ...verifyClock(lines, newestChange(dataDir, outDir))];
    for (const line of lines) console.log(safeText(describeLine(line)));
    if (lines.length > 0) console.log("");
    for (const issue of issues) console.log(formatIssue(issue));
    const errors = issues.filter((issue) => issue.severity === "error").length;
    const toCheck = issues.filter((issue) => issue.severity === "warning").length;
    const last = lines.at(-1);
    if (errors > 0) console.log(`${plural(errors, "anomalie")} : voyez ci-dessus.`);
    else if (!last) console.log("Le registre est vide : rien n'a encore été inscrit.");
    else {
      const files = toCheck === 0 ? "fichiers conformes" : `${plural(toCheck, "point")} à vérifier ci-dessus`;
      console.log(
        `Registre vérifié : ${plural(lines.length, "ligne")}, chaîne entière, ${files}. Empreinte de la dernière ligne : ${last.hash.slice(0, 16)}.`,
      );
    }
    return errors === 0 ? 0 : 1;
  },
);
