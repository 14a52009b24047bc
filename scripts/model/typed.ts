/** Days and quarters as people write them, on a line, at a question, in the settings or as a folder's name. The register has one form only. */

import { MONTHS } from "./format.ts";
import { anError, type Issue } from "./issue.ts";
import { isDay, parseQuarterId } from "./period.ts";
import { own, received } from "./received.ts";

/** Capitals, accents and runs of spaces aside. */
const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();

const WEEKDAYS = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
const WEEKDAY = `(?:le )?(?:(${WEEKDAYS.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join("|")}),? (?:le )?)?`;
const HOUR = "(?:,? (?:a )?\\d{1,2} ?[:h] ?\\d{2}(?::\\d{2})?)?";
const WRITTEN = new RegExp(`^${WEEKDAY}(\\d{1,2}|1er)[ /.-]([a-z]+\\.?|\\d{1,2})[ /.-](\\d{4}|\\d{2})${HOUR}$`);

/** "octobre", "oct." => 10; 0 for a word that begins no month, or several ("jui"). */
function monthNamed(name: string): number {
  const start = name.replace(".", "");
  const found = MONTHS.map(plain).flatMap((month, i) => (start.length > 2 && month.startsWith(start) ? [i + 1] : []));
  return found.length === 1 ? (found[0] ?? 0) : 0;
}

/**
 * "2026-10-08", "08/10/2026", "8.10.26", "8 octobre 2026", and as a message shows it, "jeu. 8 oct. 2026 09:14" => "2026-10-08"; undefined
 * for what is no day, or is not of the weekday said.
 */
export function typedDay(text: string): string | undefined {
  const words = plain(text);
  if (isDay(words)) return words;
  const [, weekday, day = "", name = "", year = ""] = WRITTEN.exec(words) ?? [];
  const month = /^\d+$/.test(name) ? name : String(monthNamed(name));
  const found = [year.padStart(4, "20"), month.padStart(2, "0"), day.replace("er", "").padStart(2, "0")].join("-");
  if (!isDay(found)) return undefined;
  const isOf = WEEKDAYS[new Date(`${found}T00:00Z`).getUTCDay()]?.startsWith(weekday?.replace(".", "") ?? "");
  return isOf ? found : undefined;
}

/** The days that a text says after these words (source of a regular expression): "Édité le 8 avril 2026", "Date d'extraction : 08/04/2026". */
export const daysAfter = (words: string, text: string): readonly string[] =>
  [
    ...text.matchAll(
      new RegExp(`(?:${words})(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{1,2}(?:er)?\\s+\\p{L}+\\s+\\d{4})`, "giu"),
    ),
  ].flatMap(([, day = ""]) => typedDay(day) ?? []);

const MADE = "édit(?:é|ée|és|ion)|imprimée?s?|extraite?s?|extraction|générée?s?|mise? à jour";
/** Before a day that a text says to be its own. */
const OWN_DAY = `(?:${MADE})\\s*(?:le|du|au|:)+\\s*`;
export const ownDaysIn = (text: string): readonly string[] => daysAfter(OWN_DAY, text);

/** Before a day on which a text may have been made, or until which it counts: "Fait à Valmont, le", "Valmont, le", "Arrêté au". */
const MAKING = `(?:(?:${MADE}|établie?s?|arrêtée?s?|tirage)(?:le|du|au|:|\\s)+|^(?:faite? à )?(?:[\\p{L}’' -]{2,40},\\s*)?le\\s+)`;
/** The earliest day on which one of the texts says that it was made, where that is before the last day of a period. */
export const madeBefore = (texts: readonly string[], end: string): string | undefined =>
  texts.flatMap((text) => daysAfter(MAKING, text.trim())).find((day) => day < end);

const NUMBER =
  "(?:t ?([1-4])|([1-4])(?:er|e|eme|d|nd)? ?trim(?:estre)?\\.?|(premier|deuxieme|troisieme|quatrieme) trimestre)";
const QUARTER = `(?:(?<![a-z\\d])(\\d{4}) ?${NUMBER}|(?<![a-z\\d])${NUMBER} ?(\\d{4}))(?!\\d)`;
const ORDINALS = ["premier", "deuxieme", "troisieme", "quatrieme"];

function quarterFound(found: RegExpExecArray | null): string | undefined {
  if (!found) return undefined;
  const [, before, a, b, c, d, e, f, after] = found;
  const id = `${before ?? after}-T${a ?? b ?? d ?? e ?? ORDINALS.indexOf(c ?? f ?? "") + 1}`;
  return parseQuarterId(id) && id;
}

/** "2026_t3", "T3/2026" => "2026 t3", "t3 2026" */
const spaced = (text: string): string => plain(text.replace(/(?<=[\p{L}\d])\s*[_/.-]+\s*(?=[\p{L}\d])/gu, " "));

/** "2026-T3", "2026-t3", "2026 T3", "T3 2026", "3e trimestre 2026" => "2026-T3"; undefined for what is no quarter. */
export const typedQuarter = (text: string): string | undefined =>
  quarterFound(new RegExp(`^${QUARTER}$`).exec(spaced(text)));

/**
 * The name that the rule of delivery.ts wants for a folder that a person named otherwise: "2026 T3" => "2026-T3", "T3 2026 rectificatif" and
 * "2026-T3rectificatif" => "2026-T3-rectificatif", "Livraison T3 2026" => "2026-T3"; undefined where no quarter is named, or two.
 */
export function deliveryMeant(name: string): string | undefined {
  const text = spaced(name);
  const [first, ...others] = [...text.matchAll(new RegExp(QUARTER, "g"))];
  const quarter = others.length === 0 && first ? quarterFound(first) : undefined;
  if (!first || !quarter) return undefined;
  const rest = text
    .slice(first.index + first[0].length)
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
  return rest === "" ? quarter : `${quarter}-${rest.replaceAll(" ", "-")}`;
}

/** A folder of data/ whose files are not read for its name. */
export const misnamedDelivery = (name: string): Issue => {
  const meant = deliveryMeant(name);
  return anError("delivery-name", {
    about: { folder: received(name), meant: meant === undefined ? null : own(meant) },
    place: { file: name },
  });
};
