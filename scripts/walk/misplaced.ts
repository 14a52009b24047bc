/** Files of a delivery that belong in another one: of another quarter, or correcting what was received. The place is proposed, on yes taken. */
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { rename } from "../disk/held.ts";
import { toldInFrench } from "../disk/refusal.ts";
import { makeFolder } from "../disk/rights.ts";
import { deliveryQuarter, nextDelivery } from "../model/delivery.ts";
import { formatPeriod, quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { periodOfQuarter } from "../model/period.ts";
import { contradicts, quarterSaid, type Said } from "../reading/quarters.ts";
import type { Talk } from "../shell/ask.ts";
import { proposeName } from "./folder-names.ts";

interface Place {
  readonly dataDir: string;
  readonly said: (delivery: string) => Promise<readonly Said[]>;
}

/** Names in data/. */
const foldersOf = ({ dataDir }: Pick<Place, "dataDir">): readonly string[] =>
  toldInFrench(dataDir, () => readdirSync(dataDir));

/**
 * Before their reception.
 * @param added paths that no reception knows. @returns was the folder renamed, or a file moved?
 */
export async function isPutInPlace(
  desk: Place,
  talk: Talk,
  delivery: string,
  added: readonly string[],
): Promise<boolean> {
  const all = await desk.said(delivery);
  const own = deliveryQuarter(delivery);
  const common = quarterSaid(all);
  const isFirst = all.every(({ path }) => added.includes(path));
  if (!isFirst || common === undefined || common === own) return await moveFiles(desk, talk, delivery, added);
  const further = delivery.slice(common.length);
  const right = further === "" ? nextDelivery(common, foldersOf(desk)) : `${common}${further}`;
  const why = `Les fichiers de ${quote(delivery)} disent être du ${formatPeriod(periodOfQuarter(common))}.`;
  return await proposeName({ dataDir: desk.dataDir, ...talk }, delivery, right, why);
}

/** A file of the delivery's own quarter goes elsewhere when it says that it corrects one beside it, or came after them and contradicts one. */
async function moveFiles(desk: Place, talk: Talk, delivery: string, added: readonly string[]): Promise<boolean> {
  const all = await desk.said(delivery);
  const own = deliveryQuarter(delivery);
  const isLate = all.some(({ path }) => !added.includes(path));
  const corrects = (file: Said): boolean =>
    (isLate || file.isCorrection) &&
    all.some((other) => other !== file && (isLate || !other.isCorrection) && contradicts(file, other));
  const misplaced = all.filter(
    (file) => added.includes(file.path) && file.quarter !== undefined && (file.quarter !== own || corrects(file)),
  );
  for (const [quarter = "", files] of Map.groupBy(misplaced, (file) => file.quarter)) {
    const right = nextDelivery(quarter, foldersOf(desk));
    const names = files.map(({ path }) => quote(path.slice(delivery.length + 1))).join(", ");
    const what = `${names} : ${files.length > 1 ? "ces fichiers portent" : "ce fichier porte"} sur le ${formatPeriod(periodOfQuarter(quarter))}`;
    const why = right === quarter ? "." : `, déjà là : c'est un envoi corrigé.`;
    if (!(await talk.yes(`${what}${why} ${files.length > 1 ? "Les" : "Le"} ranger dans ${quote(right)} ?`))) continue;
    for (const { path } of files) move(desk.dataDir, path, right);
    return true;
  }
  return false;
}

function move(dataDir: string, path: string, folder: string): void {
  const to = join(dataDir, folder, basename(path));
  if (existsSync(to))
    throw new UserError(`${quote(to)} est déjà là.`, "Renommez l'un des deux fichiers, puis relancez.", 1);
  toldInFrench(to, () => {
    makeFolder(join(dataDir, folder));
    rename(join(dataDir, path), to);
  });
}
