/** npm run reception: a delivery arrived; its files and their hashes go to the register. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { appendRegister, assertRegisterKept, readRegister } from "./custody/index.ts";
import { type KnownFiles, receivedFiles } from "./custody/register/received.ts";
import { type FileHash, hashTree, listLinks, listTree } from "./disk/tree.ts";
import { quarterOfDelivery } from "./model/delivery.ts";
import { formatDate, formatPeriod, plural, quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { lastDay, type Period, quarterId } from "./model/period.ts";
import { typedDay, typedQuarter } from "./model/typed.ts";
import { fileTooLarge, MAX_FILE_BYTES } from "./read/index.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { DATA_OPTION } from "./shell/command-line.ts";
import { openForCustody } from "./shell/opening.ts";
import { safeLine } from "./shell/safe-text.ts";

/** The folder of a delivery as typed, and its quarter; a completion key of the terminal may leave "2026-T1/". */
function deliveryNamed(word: string | undefined): { readonly name: string; readonly quarter: Period } {
  const typed = word?.replace(/[\\/]+$/, "");
  const name = typed && (typedQuarter(typed) ?? typed);
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

/** @param quarter its statements cannot have been sent before it ended. */
function messageDate(given: string | undefined, quarter: Period, today: string): string {
  const day = given && typedDay(given);
  if (!day)
    throw new UserError(
      given ? `${quote(given)} n'est pas une date.` : "De quand date le message qui apportait ces fichiers ?",
      `Année, mois, jour, par exemple : npm run reception -- ${quarterId(quarter)} --message 2026-04-08`,
    );
  if (day > today)
    throw new UserError(
      `La date du message (${formatDate(day)}) est dans l'avenir.`,
      "Corrigez la date donnée à --message.",
    );
  if (day < lastDay(quarter))
    throw new UserError(
      `La date du message (${formatDate(day)}) précède la fin du ${formatPeriod(quarter)}, dont il apporte les états.`,
      "Corrigez la date donnée à --message, ou le nom de la livraison.",
    );
  return day;
}

/** Files of the delivery's folder; none when it is not there. @throws UserError for what a check would refuse unread. */
function filesOf(dataDir: string, delivery: string): readonly FileHash[] {
  if (!existsSync(join(dataDir, delivery))) return [];
  const [link] = listLinks(dataDir, delivery);
  if (link !== undefined)
    throw new UserError(
      `${quote(link)} est un raccourci ou un lien : il n'est pas suivi.`,
      "Copiez à sa place ce qu'il désigne, puis relancez la commande.",
      1,
    );
  for (const path of listTree(dataDir, delivery)) {
    const { size } = statSync(join(dataDir, path));
    if (size <= MAX_FILE_BYTES) continue;
    const { message, hint = "" } = fileTooLarge(path, size);
    throw new UserError(`${quote(path)} : ${message}`, hint, 1);
  }
  return hashTree(dataDir, delivery);
}

function refuseEmpty(folder: string): never {
  throw existsSync(folder)
    ? new UserError(`Le dossier ${quote(folder)} est vide.`, "Déposez-y d'abord les fichiers déchiffrés.", 1)
    : new UserError(
        `Le dossier ${quote(folder)} n'existe pas.`,
        "Créez-le, déposez-y les fichiers déchiffrés, puis relancez la commande.",
        1,
      );
}

export const main = defineCommand(
  {
    name: "npm run reception",
    summary:
      "Inscrit au registre la réception d'une livraison : date du message, qui l'a ouvert, fichiers et empreintes.",
    examples: [
      "2026-T1 --message 2026-04-08",
      '2026-T1 --message 2026-04-08 --ouvert-par "Nom"',
      '2026-T1 --motif "IST.xls abîmé, renvoyé par le service"',
    ],
    options: [
      { name: "message", value: "AAAA-MM-JJ", help: "date du message qui apportait les fichiers" },
      { name: "ouvert-par", value: "NOM", help: "qui a ouvert le message (par défaut : la personne du compte)" },
      {
        name: "motif",
        value: "RAISON",
        help: "pourquoi des fichiers déjà inscrits ont été remplacés ou retirés de la livraison",
      },
      DATA_OPTION,
    ],
    words: 1,
  },
  (args, context): 0 => {
    const { out, now } = context;
    const { dataDir } = args;
    const { today, who, entitled } = openForCustody(dataDir, context);
    assertRegisterKept(dataDir);
    const { name: delivery, quarter } = deliveryNamed(args.words[0]);
    const lines = readRegister(dataDir);
    const known: KnownFiles = receivedFiles(lines).get(delivery) ?? new Map();
    const files = filesOf(dataDir, delivery);
    if (files.length === 0 && known.size === 0) refuseEmpty(join(dataDir, delivery));

    const before = lines.filter((line) => line.action === "reception").findLast((line) => line.delivery === delivery);
    const reason = args.get("motif")?.trim() || undefined;
    const message = messageDate(args.get("message") ?? (reason && before?.messageDate), quarter, today);
    const openedBy = args.get("ouvert-par") ?? entitled.person?.name ?? who;

    const hashes = new Map(files.map((file) => [file.path, file.sha256]));
    const changed = [...known].filter(([path, file]) => hashes.get(path) !== file.sha256);
    const added = files.filter((file) => !known.has(file.path));
    if (changed.length > 0 && reason === undefined)
      throw new UserError(
        `La livraison ${quote(delivery)} n'est plus celle qui est inscrite (registre, ligne ${before?.n}) : ${changed
          .map(([path]) => `${quote(path)} est ${hashes.has(path) ? "modifié" : "absent"}`)
          .join(" ; ")}.`,
        `Remettez ces fichiers de la messagerie ou de la sauvegarde. Si le changement est voulu, inscrivez-en la raison : npm run reception -- ${delivery} --motif "pourquoi"`,
        1,
      );
    const sameMessage =
      before?.messageDate === message && (args.get("ouvert-par") ?? before.openedBy) === before.openedBy;
    if (sameMessage && changed.length === 0 && added.length === 0 && files.length > 0) {
      out(
        `La réception de ${quote(delivery)} est déjà inscrite (registre, ligne ${before.n}), avec les mêmes fichiers : rien à ajouter.`,
      );
      return 0;
    }
    // nothing but the date or the opener differs: the line before was mistyped
    const corrected = changed.length === 0 && added.length === 0 && files.length > 0 ? before : undefined;
    const line = appendRegister(dataDir, {
      at: now,
      who,
      action: "reception",
      delivery,
      messageDate: message,
      openedBy,
      files: [...files],
      ...(reason !== undefined && { reason }),
      ...(corrected && { corrects: corrected.n }),
    });
    out(
      `${changed.length === 0 ? `Réception de ${quote(delivery)} inscrite` : `Changement de ${quote(delivery)} inscrit avec son motif`} (registre, ligne ${line.n}) : ${plural(files.length, "fichier")}.${corrected ? ` Elle corrige la ligne ${corrected.n}.` : ""}`,
    );
    for (const file of files) out(safeLine(`  ${file.sha256.slice(0, 16)}…  ${file.path}`));
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
