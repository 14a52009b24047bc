/** npm run conservation: what has passed its time; the elimination list; the deletion, only when confirmed. */
import { join } from "node:path";
import { assertRegister, copiesOf, isOut, readRegister } from "./custody/index.ts";
import {
  confirmationPhrase,
  copiesToTakeBack,
  eliminate,
  eliminationList,
  findPast,
  nameHeld,
} from "./custody/retention.ts";
import { writeWhole } from "./disk/files.ts";
import { formatDate, plural, quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { type PaperTools, printPaper } from "./publish/paper.ts";
import { assertClock } from "./shell/clock.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { DATA_OPTION, OUT_OPTION } from "./shell/command-line.ts";
import { openForCustody } from "./shell/opening.ts";
import { safeText } from "./shell/wrap.ts";

export const main = defineCommand(
  {
    name: "npm run conservation",
    summary:
      "Montre ce qui a dépassé sa durée de conservation et imprime le bordereau d'élimination. N'efface que sur confirmation, après visa.",
    examples: ["", '--confirmer --visa "AD 2031-045 du 12 mars 2031"'],
    options: [
      { name: "confirmer", value: null, help: "efface, après avoir demandé de taper une phrase" },
      { name: "visa", value: "RÉFÉRENCE", help: "numéro et date du visa des archives départementales" },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 0,
  },
  async (args, context, { printPaper: print }: PaperTools = { printPaper }): Promise<0> => {
    const { out, terminal, now } = context;
    const { dataDir, outDir } = args;
    const { today, who, settings } = openForCustody(dataDir, context);
    const years = settings.retentionYears;
    if (years === null) {
      out("Aucune durée de conservation n'est réglée : la convention n'en fixe pas, le programme n'en suppose pas.");
      out(
        "  → Convenez-en avec les archives départementales, puis écrivez dans data/convention.yaml :\n      conservation:\n        annees: 5",
      );
      return 0;
    }
    const past = findPast(dataDir, outDir, years, today);
    if (past.length === 0) {
      out(`Rien n'a dépassé sa durée de conservation (${plural(years, "an")} après la fin du trimestre).`);
      return 0;
    }
    const copiesOut = copiesOf(readRegister(dataDir)).filter(isOut);
    out(`Ont dépassé ${plural(years, "an")} après la fin du trimestre :`);
    for (const held of past)
      out(`  ${nameHeld(held)} – ${plural(held.files.length, "fichier")} – échéance ${formatDate(held.due)}`);
    for (const text of copiesToTakeBack(past, copiesOut)) out(safeText(`  ${text}`));

    await assertClock(readRegister(dataDir), context);
    if (!args.has("confirmer")) {
      const path = join(outDir, "documents", `bordereau-elimination-${today}.pdf`);
      const { commune, marking, browser } = settings;
      const list = eliminationList(past, { commune: commune.name, marking, years, today, copiesOut });
      writeWhole(path, await print(list, browser));
      out(`Bordereau à faire viser par les archives départementales : ${path}`);
      out('Rien n\'a été effacé. Après le visa : npm run conservation -- --confirmer --visa "référence"');
      return 0;
    }
    const visa = args.get("visa")?.trim();
    if (!visa)
      throw new UserError(
        "Sans le visa des archives départementales, rien ne peut être effacé.",
        'Donnez sa référence : --visa "numéro et date". Le bordereau à faire viser s\'imprime par « npm run conservation ».',
      );
    assertRegister(dataDir);
    const phrase = confirmationPhrase(past);
    out("L'effacement est définitif. Les séries des prochains bulletins n'auront plus ces trimestres.");
    if ((await terminal.askShown(`Pour effacer, tapez ${quote(phrase)} : `)).trim() !== phrase)
      throw new UserError("La phrase tapée n'est pas celle demandée : rien n'a été effacé.", "Relancez la commande.");
    eliminate(past, { dataDir, outDir, at: now, who, visa });
    out(
      `${plural(past.length, "dossier effacé", "dossiers effacés")}, inscrit au registre avec le visa ${quote(visa)}.`,
    );
    out("Effacez aussi les sauvegardes et les exemplaires papier qui les contiennent.");
    if (past.some((held) => held.kind === "delivery"))
      out(
        "Dans data/convention.yaml, sous « livraison: », avancez « depuis: » au premier trimestre conservé : sinon les livraisons éliminées seraient signalées comme manquantes.",
      );
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
