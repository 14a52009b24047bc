/** npm run poste: reserves the folders to this account, or to a group of accounts; says where they lie. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { appendRegister, assertEntitled, currentAccount, folderWarnings, tightenRights } from "./custody/index.ts";
import { thisSystem } from "./custody/system/index.ts";
import { toldInFrench } from "./disk/refusal.ts";
import { assertFolder, makeFolder } from "./disk/rights.ts";
import { assertCommune, loadRealSettings } from "./holdings/load-settings.ts";
import { quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { DATA_OPTION, localDay, OUT_OPTION } from "./shell/command-line.ts";
import { formatIssue } from "./shell/terminal.ts";

/** @returns what was done, or what is to be done by hand. */
function reserve(folder: string): string {
  if (!tightenRights(folder))
    return `À régler à la main, pour réserver ${folder} à votre compte :\n  ${thisSystem.tightenAdvice(folder)}`;
  const group = thisSystem.sharedWith(folder);
  return group === null
    ? `Réservé à votre compte : ${folder}`
    : `Réservé aux comptes du groupe ${quote(group)} : ${folder}`;
}

function share(folder: string, group: string): string {
  const byHand = toldInFrench(folder, () => thisSystem.share(folder, group));
  return byHand === undefined
    ? `Réservé aux comptes du groupe ${quote(group)} : ${folder}`
    : `À régler à la main, pour réserver ${folder} aux comptes du groupe ${quote(group)} :\n  ${byHand}`;
}

export const main = defineCommand(
  {
    name: "npm run poste",
    summary:
      "Réserve le dossier des livraisons et celui des bulletins à ce compte, ou à un groupe de comptes habilités.",
    examples: ["", "--partage bulletin"],
    options: [
      { name: "partage", value: "GROUPE", help: "ouvre data et dist aux comptes de ce groupe du poste, à eux seuls" },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 0,
  },
  (args, { out, err, now }): 0 => {
    const { dataDir, outDir } = args;
    assertFolder(dataDir);
    const group = args.get("partage")?.trim();
    if (group !== undefined && !/^[\p{L}\d_][\p{L}\d_ .\\-]*$/u.test(group))
      throw new UserError(
        `${quote(group)} n'est pas le nom d'un groupe.`,
        "Donnez le nom d'un groupe de comptes du poste, par exemple : npm run poste -- --partage bulletin",
      );
    const who = currentAccount();
    for (const issue of assertEntitled(dataDir, localDay(now()), who).issues) err(formatIssue(issue));
    assertCommune(dataDir, loadRealSettings(dataDir));
    if (group !== undefined) toldInFrench(outDir, () => makeFolder(outDir)); // opened before anything is in it
    for (const folder of [dataDir, outDir].filter((each) => existsSync(each)).map((each) => resolve(each)))
      out(group === undefined ? reserve(folder) : share(folder, group));
    if (group !== undefined) appendRegister(dataDir, { at: now, who, action: "sharing", group });
    for (const issue of folderWarnings(dataDir, outDir, { thorough: true })) err(formatIssue(issue));
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
