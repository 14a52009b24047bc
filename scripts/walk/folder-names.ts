/**
 * What a person types or names of a reception: which delivery, the day of its message; for a folder or a file of data/ whose name is not
 * what the program wants, the right one is proposed, and given on yes.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ENTITLEMENTS_FILE } from "../custody/people/entitlement.ts";
import { misnamed, rename } from "../disk/files.ts";
import { toldInFrench } from "../disk/refusal.ts";
import type { Holdings } from "../holdings/holdings.ts";
import { SETTINGS_FILE } from "../holdings/settings.ts";
import { quarterOfDelivery } from "../model/delivery.ts";
import { formatDate, formatPeriod, quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { lastDay, type Period } from "../model/period.ts";
import { deliveryMeant, typedDay, typedQuarter } from "../model/typed.ts";
import type { Talk } from "../shell/ask.ts";

interface FolderNames extends Pick<Talk, "say" | "yes"> {
  readonly dataDir: string;
}

/** @returns was it given its name? */
export async function proposeName(
  { dataDir, say, yes: ask }: FolderNames,
  name: string,
  right: string,
  why: string,
): Promise<boolean> {
  if (existsSync(join(dataDir, right)) && right.toLowerCase() !== name.toLowerCase()) {
    say(
      `${why} Mais ${quote(right)} est déjà là : déplacez-y vous-même les fichiers, ou nommez le dossier ${quote(`${right}-complement`)}.`,
    );
    return false;
  }
  const yes = await ask(`${why} Le renommer ${quote(right)} ?`);
  if (yes) toldInFrench(join(dataDir, name), () => rename(join(dataDir, name), join(dataDir, right)));
  return yes;
}

/** Folders that name a quarter otherwise than the program: "2026 T3". */
export async function proposeNames(folders: FolderNames, { issues }: Holdings): Promise<void> {
  for (const { rule, place } of issues) {
    const name = place?.file ?? "";
    const right = rule === "delivery-name" ? deliveryMeant(name) : undefined;
    if (right === undefined) continue;
    await proposeName(folders, name, right, `Le dossier ${quote(name)} ne porte pas le nom d'une livraison.`);
  }
}

/** Settings and list under the name that an editor gave them: "convention.yaml.txt". */
export async function proposeFileNames(folders: FolderNames): Promise<void> {
  for (const right of [SETTINGS_FILE, ENTITLEMENTS_FILE]) {
    const name = misnamed(folders.dataDir, right);
    if (name === undefined) continue;
    await proposeName(folders, name, right, `Le fichier ${quote(name)} n'est pas lu sous ce nom.`);
  }
}

/** @param quarter its statements cannot have been sent before it ended. @throws UserError */
export function messageDay(typed: string, quarter: Period, today: string): string {
  const day = typedDay(typed);
  if (!day)
    throw new UserError(
      `${quote(typed.trim())} n'est pas une date.`,
      "Jour, mois, année, par exemple 08/04/2026 ou 8 avril 2026.",
    );
  if (day > today)
    throw new UserError(`La date du message (${formatDate(day)}) est dans l'avenir.`, "Relisez celle du message.");
  if (day < lastDay(quarter))
    throw new UserError(
      `La date du message (${formatDate(day)}) précède la fin du ${formatPeriod(quarter)}, dont il apporte les états.`,
      "Relisez celle du message, ou le nom de la livraison.",
    );
  return day;
}

/** What a person types for a delivery, and its quarter: "2026-T1/", "T1 2026". @throws UserError */
export function deliveryNamed(typed: string): string {
  const bare = typed.replace(/[\\/]+$/, "");
  const name = typedQuarter(bare) ?? bare;
  if (!/[\\/]/.test(name) && quarterOfDelivery(name) !== undefined) return name;
  throw new UserError(
    `${quote(name)} n'est pas le nom d'une livraison.`,
    "Une livraison est un dossier de data au nom d'un trimestre, par exemple 2026-T1 ou 2026-T1-rectificatif.",
  );
}
