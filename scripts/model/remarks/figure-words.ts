/** Words of figures that several remarks of the checks share. */
import type { Figure, OfLine } from "../about-counts.ts";
import { FORCE_LABELS, formatPeriod, listSome } from "../format.ts";
import type { Force } from "../observation.ts";
import { isHalfYear, isQuarter, isWholeYear, type Period } from "../period.ts";
import type { Say } from "./told.ts";

export const ofForce = (force: Force): string => FORCE_LABELS[force].toLowerCase();

/** « Cambriolages de logement », police nationale, 1er trimestre 2026 */
export const describe = ({ label, force, period }: Figure, say: Say): string =>
  `${say(label, "Une ligne")}, ${ofForce(force)}, ${formatPeriod(period)}`;

/** "le 1er trimestre 2026", "l'année 2025", "la période janvier à septembre 2026" */
export function withArticle(period: Period): string {
  const words = formatPeriod(period);
  if (isWholeYear(period)) return `l'${words}`;
  return isQuarter(period) || isHalfYear(period) ? `le ${words}` : `la période ${words}`;
}

/** Lines of one remark that are named. */
const MOST_LINES = 6;
/**
 * « Cambriolages de logement » (police nationale : 16 puis 18 ; ensemble : 25 puis 27), « Vols » (police nationale, ensemble : …): the
 * figures by line, with what is said of each.
 */
export function listLines<Item>(lines: readonly OfLine<Item>[], wordsOf: (item: Item) => string, say: Say): string {
  const told = lines.map(({ label, items }) => {
    const said = [...Map.groupBy(items, wordsOf)].map(
      ([words, same]) => `${same.map(({ force }) => ofForce(force)).join(", ")} : ${words}`,
    );
    return `${say(label, "une ligne")} (${said.join(" ; ")})`;
  });
  return listSome(told, MOST_LINES, ", ", ["autre ligne", "autres lignes"]);
}

export const ASK_SERVICE =
  "Vérifiez ces cellules dans le fichier reçu ; si elles sont bien lues, demandez au service lequel des nombres est le bon.";
