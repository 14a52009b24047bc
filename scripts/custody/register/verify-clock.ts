/** Do the dates of the register follow each other, and are they of a time that has been? A clock set wrong, or turned back, is named. */
import { formatDate, quote } from "../../model/format.ts";
import { aWarning, type Issue } from "../../model/issue.ts";
import { REGISTER_FILE } from "./end.ts";
import { ACTION_NAMES, dayOf, type RegisterLine } from "./entry.ts";

/** How far a line may be ahead: the clock may have been set right meanwhile. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** Pure. */
export function verifyClock(lines: readonly RegisterLine[], now: Date): readonly Issue[] {
  return lines.flatMap((line, i): readonly Issue[] => {
    const before = lines[i - 1];
    const time = Date.parse(line.at);
    return [
      ...(before && time < Date.parse(before.at) ? [datedBefore(line, before)] : []),
      ...(time > now.getTime() + DAY_MS ? [datedAhead(line, now)] : []),
    ];
  });
}

const YEAR_MS = 366 * DAY_MS;

/**
 * Why the clock is to be looked at before a paper bears its day: it is a day before that of the last line, or a year after it. In French;
 * undefined: nothing speaks against it. Two lines of one day may cross.
 */
export function clockInDoubt(lines: readonly RegisterLine[], now: Date): string | undefined {
  const last = lines.at(-1);
  if (!last) return undefined;
  const [then, today] = [dayOf(last.at), dayOf(now.toISOString())];
  if (today >= then && now.getTime() - Date.parse(last.at) < YEAR_MS) return undefined;
  return `L'horloge du poste est au ${formatDate(today)} ; la dernière ligne du registre est du ${formatDate(then)}.`;
}

/** "Registre, ligne 5 : l'inscription « réception », datée du 8 avril 2026 à 10:12" */
const dated = (line: RegisterLine): string =>
  `Registre, ligne ${line.n} : l'inscription ${quote(ACTION_NAMES[line.action])}, datée du ${moment(line.at)}`;

const moment = (at: string): string =>
  `${formatDate(dayOf(at))} à ${new Date(at).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" })}`;

const datedBefore = (line: RegisterLine, before: RegisterLine): Issue =>
  aWarning("register-clock-back", {
    message: `${dated(line)}, suit une ligne du ${moment(before.at)}.`,
    hint: "Deux commandes ont pu se croiser. Sinon l'horloge du poste a été reculée : vérifiez-la, et notez la vraie date.",
    place: { file: REGISTER_FILE, part: `ligne ${line.n}` },
  });

const datedAhead = (line: RegisterLine, now: Date): Issue =>
  aWarning("register-clock-ahead", {
    message: `${dated(line)}, est en avance sur l'horloge du poste, qui est au ${moment(now.toISOString())}.`,
    hint: "L'horloge du poste avançait, ou la ligne n'a pas été écrite ce jour-là : vérifiez l'horloge, et notez la vraie date.",
    place: { file: REGISTER_FILE, part: `ligne ${line.n}` },
  });
