/** Do the dates of the register follow each other, and are they of a time that has been? A clock set wrong, or turned back, is named. */
import { formatDate, quote } from "../../model/format.ts";
import { aWarning, type CommandName, type Issue } from "../../model/issue.ts";
import { REGISTER_FILE } from "./end.ts";
import { ACTION_NAMES, dayOf, type RegisterLine } from "./entry.ts";

/** How far a line may be ahead: the clock may have been set right meanwhile. */
const DAY_MS = 24 * 60 * 60 * 1000;
const YEAR_MS = 366 * DAY_MS;

/** Pure. */
export const verifyClock = (lines: readonly RegisterLine[], now: Date): readonly Issue[] =>
  lines.flatMap((line, i): readonly Issue[] => {
    const before = lines[i - 1];
    const time = Date.parse(line.at);
    const dated = (rule: CommandName, what: string, hint: string): Issue =>
      aWarning(rule, {
        message: `Registre, ligne ${line.n} : l'inscription ${quote(ACTION_NAMES[line.action])}, datée du ${moment(line.at)}, ${what}.`,
        hint,
        place: { file: REGISTER_FILE, part: `ligne ${line.n}` },
      });
    return [
      ...(before && time < Date.parse(before.at)
        ? [dated("register-clock-back", `suit une ligne du ${moment(before.at)}`, BACK)]
        : []),
      ...(time > now.getTime() + DAY_MS
        ? [
            dated(
              "register-clock-ahead",
              `est en avance sur l'horloge du poste, qui est au ${moment(now.toISOString())}`,
              AHEAD,
            ),
          ]
        : []),
    ];
  });

const BACK =
  "Deux commandes ont pu se croiser. Sinon l'horloge du poste a été reculée : vérifiez-la, et notez la vraie date.";
const AHEAD =
  "L'horloge du poste avançait, ou la ligne n'a pas été écrite ce jour-là : vérifiez l'horloge, et notez la vraie date.";

const moment = (at: string): string =>
  `${formatDate(dayOf(at))} à ${new Date(at).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" })}`;

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
