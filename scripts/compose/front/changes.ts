/** A further edition says first what it changes of the quarter's own figures. */

import type { Point } from "../../model/document/front-page.ts";
import { formatNumber } from "../../model/format.ts";
import { samePeriod } from "../../model/period.ts";
import { lineKey } from "../../nomenclature/index.ts";
import type { Context } from "../context/context.ts";
import { foremostLines } from "../context/lines.ts";
import { joinNames, lowerFirst, upperFirst } from "../words/words.ts";
import { shortName } from "./announced.ts";

/** "Cambriolages de logement : 11 au lieu de 8"; nothing in a first edition. */
export function changePoints(c: Context): readonly Point[] {
  const { number } = c.edition;
  if (number === 1) return [];
  const lines = c.nomenclature.statements.flatMap((s) => foremostLines(c, s.id));
  const changed = lines.flatMap((line) => {
    const revised = c.analysis.revisions.filter(
      (r) =>
        lineKey({ ...r, family: line.whole.family }) === lineKey(line.whole) &&
        r.force === line.whole.force &&
        samePeriod(r.period, c.quarter),
    );
    const [first, last] = [revised[0], revised.at(-1)];
    return first && last
      ? [
          `${lowerFirst(shortName(c, line))}, ${formatNumber(last.new.value)} au lieu de ${formatNumber(first.old.value)}`,
        ]
      : [];
  });
  const text = changed.length === 0 ? "Aucun nombre du trimestre ne change." : `${upperFirst(joinNames(changed))}.`;
  return [{ tag: `Édition ${formatNumber(number)}`, mark: null, lead: "", text }];
}
