/** npm run copies: numbered copies of a bulletin, their return, their destruction. */

import { join } from "node:path";
import { chooseRecipients, copiesOf, describeCopy, findCopy } from "./custody/copies/copies.ts";
import { parseNumbers } from "./custody/copies/numbers.ts";
import { checkCopies, chooseReplaced, circulationOf } from "./custody/copies/outdated.ts";
import { settleDistributions } from "./custody/copies/staged.ts";
import { appendRegister, readRegister } from "./custody/index.ts";
import { numbersOf } from "./custody/register/text.ts";
import { loadHoldings } from "./holdings/holdings.ts";
import { quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { isReadingRule } from "./model/rules.ts";
import { typedQuarter } from "./model/typed.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { type Arguments, DATA_OPTION, OUT_OPTION } from "./shell/command-line.ts";
import { openForCustody } from "./shell/opening.ts";
import { safeText } from "./shell/safe-text.ts";
import { formatIssue } from "./shell/terminal.ts";
import { isUpToDate, lastBuild } from "./shell/up-to-date.ts";

function quarterOf(args: Arguments): string | null {
  const [word] = args.words;
  if (word === undefined) return null;
  const quarter = typedQuarter(word);
  if (quarter) return quarter;
  throw new UserError(`${quote(word)} n'est pas un trimestre.`, "Écrivez par exemple 2026-T1.");
}

export const main = defineCommand(
  {
    name: "npm run copies",
    summary:
      "Exemplaires numérotés d'un bulletin : les faire, inscrire leur retour ou leur destruction. Sans rien : leur état.",
    examples: [
      '2026-T1 --pour "Nom A; Nom B"',
      "2026-T1 --pour tous",
      "2026-T1 --remplacer",
      "2026-T1 --retour 1-5",
      "2026-T1 --destruction 1,3",
      "",
    ],
    options: [
      {
        name: "pour",
        value: "NOMS",
        help: "destinataires de la liste, séparés par des points-virgules (le nom de famille suffit s'il n'y en a qu'un) ; ou « tous »",
      },
      {
        name: "remplacer",
        value: null,
        help: "un nouvel exemplaire à chaque personne qui en détient un d'une édition remplacée, et la liste des échanges",
      },
      {
        name: "retour",
        value: "N",
        help: "les exemplaires de ce numéro (3) ou de ces numéros (1-5 ; 1,3) sont revenus",
      },
      { name: "destruction", value: "N", help: "les exemplaires de ce numéro ou de ces numéros sont détruits" },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 1,
  },
  async (args, context): Promise<0> => {
    const { out, err, now } = context;
    const { dataDir, outDir } = args;
    const { today, who, entitled, remarks, settings } = openForCustody(dataDir, context);
    const lines = readRegister(dataDir);
    settleDistributions(outDir, lines);
    const quarter = quarterOf(args);
    const asked = ["pour", "remplacer", "retour", "destruction"].filter((option) => args.has(option));
    if (asked.length > 1)
      throw new UserError(
        `Une chose à la fois : ${asked.map((option) => quote(`--${option}`)).join(" et ")} ne vont pas ensemble.`,
        "Lancez la commande une fois pour chacune.",
      );

    for (const [option, action, done] of [
      ["retour", "return", "rendu"],
      ["destruction", "destruction", "détruit"],
    ] as const) {
      const given = args.get(option);
      if (given === undefined) continue;
      const copies = copiesOf(lines);
      // all are looked up before the first is recorded: a wrong number records nothing
      for (const copy of parseNumbers(given).map((number) => findCopy(copies, number, quarter, action))) {
        appendRegister(dataDir, { at: now, who, action, quarter: copy.quarter, number: copy.number });
        out(
          safeText(
            `Inscrit : l'exemplaire n° ${copy.number} du bulletin ${copy.quarter} (${copy.recipient}) est ${done}.`,
          ),
        );
      }
      return 0;
    }

    const names = args.get("pour");
    if (names === undefined && !args.has("remplacer")) {
      const copies = copiesOf(lines).filter((c) => quarter === null || c.quarter === quarter);
      if (copies.length === 0) out("Aucun exemplaire n'a encore été remis.");
      for (const each of new Set(copies.map((c) => c.quarter))) {
        out(`Bulletin ${each} :`);
        for (const copy of copies.filter((c) => c.quarter === each)) out(safeText(`  ${describeCopy(copy)}`));
      }
      for (const issue of checkCopies(lines)) err(formatIssue(issue));
      return 0;
    }
    if (quarter === null)
      throw new UserError(
        "De quel bulletin faut-il des exemplaires ?",
        'Écrivez par exemple : npm run copies -- 2026-T1 --pour "Nom".',
      );
    const built = lastBuild(lines, quarter);
    if (built && !isUpToDate(built, { holdings: loadHoldings(dataDir, today), lines, remarks }))
      throw new UserError(
        `Depuis que le bulletin ${quarter} a été fait, des fichiers, des réglages, une réception ou le programme ont changé : il ne dit peut-être plus la même chose.`,
        `Refaites-le d'abord : npm run build -- --trimestre ${quarter}`,
        1,
      );
    if (built?.accepted.some(isReadingRule))
      throw new UserError(
        `Le bulletin ${quarter} repose sur une lecture à confirmer : il n'est remis à personne.`,
        "Confirmez-la : npm run lecture ; puis refaites le bulletin (npm run build).",
        1,
      );
    const recipients =
      names === undefined
        ? chooseReplaced(
            circulationOf(lines).find((each) => each.quarter === quarter),
            entitled.list,
            quarter,
            today,
          )
        : chooseRecipients(entitled.list, names, today);
    const { distribute } = await import("./custody/copies/distribute.ts"); // its PDF library is slow to load
    const made = await distribute({
      dataDir,
      outDir,
      quarter,
      recipients,
      at: now,
      today,
      who,
      marking: settings.marking,
      commune: settings.commune.name,
    });
    for (const copy of made.copies)
      out(
        safeText(
          `Exemplaire n° ${copy.number} pour ${copy.recipient}${copy.replaces ? ` (remplace ${numbersOf(copy.replaces)})` : ""} : ${join(outDir, copy.path)}`,
        ),
      );
    out(`Feuille d'émargement à imprimer et à faire signer : ${join(outDir, made.sheet)}`);
    for (const issue of checkCopies(readRegister(dataDir))) err(formatIssue(issue));
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
