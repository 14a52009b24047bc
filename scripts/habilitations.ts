/** npm run habilitations: the named list, who is entitled today, and the annex to sign. */
import { join } from "node:path";
import { currentAccount, entitledList, readRegister } from "./custody/index.ts";
import { sameAccount } from "./custody/people/account.ts";
import { annexOfEntitled } from "./custody/people/annex.ts";
import { isEntitledOn } from "./custody/people/entitlement.ts";
import { writeWhole } from "./disk/files.ts";
import { assertReachable } from "./disk/rights.ts";
import { assertCommune, loadSettings } from "./holdings/load-settings.ts";
import { formatDate, quote } from "./model/format.ts";
import { type PaperTools, printPaper } from "./publish/paper.ts";
import { assertClock } from "./shell/clock.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { DATA_OPTION, localDay, OUT_OPTION } from "./shell/command-line.ts";
import { formatIssue } from "./shell/terminal.ts";
import { safeLine } from "./shell/wrap.ts";

export const main = defineCommand(
  {
    name: "npm run habilitations",
    summary:
      "Montre qui est habilité aujourd'hui et imprime la liste nominative avec l'engagement de secret à signer (annexe de la convention).",
    examples: [""],
    options: [DATA_OPTION, OUT_OPTION],
    words: 0,
  },
  async ({ dataDir, outDir }, context, { printPaper: print }: PaperTools = { printPaper }): Promise<0> => {
    const { out, err, now } = context;
    const today = localDay(now());
    assertReachable(dataDir);
    // the list is shown to an account that is not on it too: how else would a fault in it be found and mended?
    const { value: list, issues } = entitledList(dataDir);
    for (const issue of issues) err(formatIssue(issue));
    if (!list) return 0;
    out(`Personnes habilitées le ${formatDate(today)} :`);
    for (const person of list.persons) {
      const mark = isEntitledOn(person, today) ? "oui" : "non";
      const until = person.until ? ` au ${formatDate(person.until)}` : "";
      const open = person.from > today ? "à partir du" : "depuis le";
      const from = `${person.until ? "du" : open} ${formatDate(person.from)}`;
      const access = person.account ? `compte ${person.account}` : "papier seulement";
      out(safeLine(`  ${mark}  ${person.name}, ${person.role} – ${access} – ${from}${until}`));
    }
    const own = list.persons.some(
      (p) => p.account && sameAccount(p.account, currentAccount()) && isEntitledOn(p, today),
    );
    out(
      `Votre compte, ${quote(currentAccount())}, ${own ? "est habilité" : "n'est pas habilité : le programme ne lui montre que cette liste"}.`,
    );
    await assertClock(readRegister(dataDir), context);
    const settings = loadSettings(dataDir);
    assertCommune(dataDir, settings);
    const path = join(outDir, "documents", "annexe-habilitations.pdf");
    const { commune, service, marking, browser } = settings;
    writeWhole(path, await print(annexOfEntitled(list, { commune: commune.name, service, marking, today }), browser));
    out(`Annexe à imprimer et à faire signer : ${path}`);
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
