/** Do the dates of the register follow each other, and are they of a time that has been? A clock set wrong, or turned back, is named. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { toldInFrench } from "../../disk/refusal.ts";
import { listTree } from "../../disk/tree.ts";
import { formatDate, quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { REGISTER_FILE } from "./end.ts";
import { ACTION_NAMES, dayOf, type RegisterLine } from "./entry.ts";

/** How far a line may be ahead: files may come from a disk whose clock, or whose time zone, differs. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** When a file of either folder last changed, the register's own among them: the machine's clock had that time at least. */
export function newestChange(dataDir: string, outDir: string): Date {
  const times = [dataDir, outDir].flatMap((folder) =>
    (existsSync(folder) ? listTree(folder) : []).map((path) => {
      const full = join(folder, path);
      return toldInFrench(full, () => statSync(full)).mtimeMs;
    }),
  );
  return new Date(times.reduce((latest, time) => Math.max(latest, time), 0));
}

/** @param newest see newestChange. Pure. */
export function verifyClock(lines: readonly RegisterLine[], newest: Date): readonly Issue[] {
  return lines.flatMap((line, i): readonly Issue[] => {
    const before = lines[i - 1];
    const time = Date.parse(line.at);
    return [
      ...(before && time < Date.parse(before.at) ? [datedBefore(line, before)] : []),
      ...(time > newest.getTime() + DAY_MS ? [datedAhead(line, newest)] : []),
    ];
  });
}

/** "Registre, ligne 5 : l'inscription « réception », datée du 8 avril 2026 à 10:12" */
const dated = (line: RegisterLine): string =>
  `Registre, ligne ${line.n} : l'inscription ${quote(ACTION_NAMES[line.action])}, datée du ${moment(line.at)}`;

const moment = (at: string): string =>
  `${formatDate(dayOf(at))} à ${new Date(at).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" })}`;

const datedBefore = (line: RegisterLine, before: RegisterLine): Issue => ({
  rule: "register-clock-back",
  severity: "warning",
  message: `${dated(line)}, suit une ligne du ${moment(before.at)}.`,
  hint: "Deux commandes ont pu se croiser. Sinon l'horloge du poste a été reculée : vérifiez-la, et notez la vraie date.",
  place: { file: REGISTER_FILE, part: `ligne ${line.n}` },
});

const datedAhead = (line: RegisterLine, newest: Date): Issue => ({
  rule: "register-clock-ahead",
  severity: "warning",
  message: `${dated(line)}, est en avance : aucun fichier n'a changé après le ${moment(newest.toISOString())}.`,
  hint: "L'horloge du poste avançait, ou la ligne n'a pas été écrite ce jour-là : vérifiez l'horloge, et notez la vraie date.",
  place: { file: REGISTER_FILE, part: `ligne ${line.n}` },
});
