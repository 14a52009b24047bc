/** npm run reception: a delivery arrived; its files and their hashes go to the register. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { appendRegister, assertEntitled, assertThisMachine, currentAccount, readRegister } from "./custody/index.ts";
import { hashTree } from "./disk/tree.ts";
import { quarterOfDelivery } from "./model/delivery.ts";
import { formatDate, formatPeriod, plural, quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { isDay, type Period, quarterId } from "./model/period.ts";
import { DATA_OPTION, localDay, runCommand } from "./shell/command-line.ts";
import { safeLine } from "./shell/safe-text.ts";
import { formatIssue } from "./shell/terminal.ts";

/** The folder of a delivery as typed, and its quarter; a completion key of the terminal may leave "2026-T1/". */
function deliveryNamed(word: string | undefined): { readonly name: string; readonly quarter: Period } {
  const name = word?.replace(/[\\/]+$/, "");
  if (!name)
    throw new UserError(
      "Quelle livraison faut-il inscrire ?",
      "Donnez le nom de son dossier dans data, par exemple : npm run reception -- 2026-T1 --message 2026-04-08",
    );
  const quarter = /[\\/]/.test(name) ? undefined : quarterOfDelivery(name);
  if (quarter === undefined)
    throw new UserError(
      `${quote(name)} n'est pas le nom d'une livraison.`,
      "Une livraison est un dossier de data au nom d'un trimestre, par exemple 2026-T1 ou 2026-T1-rectificatif.",
    );
  return { name, quarter };
}

/** @param quarter its statements cannot have been sent before it began. */
function messageDate(given: string | undefined, quarter: Period, today: string): string {
  if (!given || !isDay(given))
    throw new UserError(
      given ? `${quote(given)} n'est pas une date.` : "De quand date le message qui apportait ces fichiers ?",
      `Année, mois, jour, par exemple : npm run reception -- ${quarterId(quarter)} --message 2026-04-08`,
    );
  if (given > today)
    throw new UserError(
      `La date du message (${formatDate(given)}) est dans l'avenir.`,
      "Corrigez la date donnée à --message.",
    );
  if (given < quarter.first)
    throw new UserError(
      `La date du message (${formatDate(given)}) précède le ${formatPeriod(quarter)}, dont il apporte les états.`,
      "Corrigez la date donnée à --message, ou le nom de la livraison.",
    );
  return given;
}

await runCommand(
  {
    name: "npm run reception",
    summary:
      "Inscrit au registre la réception d'une livraison : date du message, qui l'a ouvert, fichiers et empreintes.",
    examples: ["2026-T1 --message 2026-04-08", '2026-T1 --message 2026-04-08 --ouvert-par "Nom"'],
    options: [
      { name: "message", value: "AAAA-MM-JJ", help: "date du message qui apportait les fichiers" },
      { name: "ouvert-par", value: "NOM", help: "qui a ouvert le message (par défaut : la personne du compte)" },
      DATA_OPTION,
    ],
    words: 1,
  },
  (args): 0 => {
    const { dataDir } = args;
    const now = new Date();
    const today = localDay(now);
    const who = currentAccount();
    assertThisMachine(dataDir);
    const { value: entitled, issues } = assertEntitled(dataDir, today, who);
    for (const issue of issues) console.error(formatIssue(issue));
    const { name: delivery, quarter } = deliveryNamed(args.words[0]);
    if (!existsSync(join(dataDir, delivery)))
      throw new UserError(
        `Le dossier ${quote(join(dataDir, delivery))} n'existe pas.`,
        "Créez-le, déposez-y les fichiers déchiffrés, puis relancez la commande.",
        1,
      );
    const message = messageDate(args.get("message"), quarter, today);
    const files = hashTree(dataDir, delivery);
    if (files.length === 0)
      throw new UserError(
        `Le dossier ${quote(join(dataDir, delivery))} est vide.`,
        "Déposez-y d'abord les fichiers déchiffrés.",
        1,
      );
    const openedBy = args.get("ouvert-par") ?? entitled.person?.name ?? who;
    const receptions = readRegister(dataDir).flatMap((line) =>
      line.action === "reception" && line.delivery === delivery ? [line] : [],
    );
    const known = new Set(receptions.flatMap((line) => line.files.map((f) => f.sha256)));
    const last = receptions.at(-1);
    const sameMessage = last?.messageDate === message && (args.get("ouvert-par") ?? last.openedBy) === last.openedBy;
    if (sameMessage && files.every((file) => known.has(file.sha256))) {
      console.log(
        `La réception de ${quote(delivery)} est déjà inscrite (registre, ligne ${last.n}), avec les mêmes fichiers : rien à ajouter.`,
      );
      return 0;
    }
    const line = appendRegister(dataDir, {
      at: now.toISOString(),
      who,
      action: "reception",
      delivery,
      messageDate: message,
      openedBy,
      files: [...files],
    });
    console.log(
      `Réception de ${quote(delivery)} inscrite (registre, ligne ${line.n}) : ${plural(files.length, "fichier")}.`,
    );
    for (const file of files) console.log(safeLine(`  ${file.sha256.slice(0, 16)}…  ${file.path}`));
    return 0;
  },
);
