/** A further edition says first what it changes. */
import type { Point } from "../../model/document/bulletin.ts";
import { formatNumber, plural } from "../../model/format.ts";
import { samePeriod } from "../../model/period.ts";
import { lineKey } from "../../nomenclature/index.ts";
import type { Context } from "../context/context.ts";
import { isDeliveryOf } from "../context/issues.ts";
import { countedLines, shortName } from "../context/lines.ts";
import { plainPoint } from "../words/present.ts";

/** Numbers that page one names; the others are counted, and stand in « Révisions ». */
const MOST_NAMED = 6;

/** "Cambriolages de logement : 11 au lieu de 8"; nothing in a first edition. */
export function changePoints(c: Context): readonly Point[] {
  const { number } = c.edition;
  if (number === 1) return [];
  // What the deliveries of this quarter changed of one another.
  const own = c.analysis.revisions.filter(
    (r) => isDeliveryOf(r.old.delivery, c.id) && isDeliveryOf(r.new.delivery, c.id),
  );
  const changed = countedLines(c).flatMap((line) => {
    const { whole } = line;
    const revised = own.filter(
      (r) =>
        lineKey({ ...r, family: whole.family }) === lineKey(whole) &&
        r.force === whole.force &&
        samePeriod(r.period, c.quarter),
    );
    const [first, last] = [revised[0], revised.at(-1)];
    if (!first || !last) return [];
    return [`${shortName(c, line)} : ${formatNumber(last.new.value)} au lieu de ${formatNumber(first.old.value)}`];
  });
  const others = own.filter((r) => !samePeriod(r.period, c.quarter)).length + Math.max(0, changed.length - MOST_NAMED);
  const named = changed.slice(0, MOST_NAMED).join(" ; ");
  const rest =
    others === 0 ? "" : `${plural(others, "autre nombre change", "autres nombres changent")} (« Révisions »)`;
  const text =
    named !== ""
      ? `${named}${rest && " ; "}${rest}.`
      : rest !== ""
        ? `Aucun nombre du trimestre ne change ; ${rest}.`
        : "Aucun nombre ne change : les textes, les réglages ou les comparaisons seuls.";
  return [plainPoint(`Édition ${formatNumber(number)}`, text)];
}
