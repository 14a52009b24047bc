/** A doubt that the confirmed template has answered: "2025" stood over figures of that year's quarter, and does so in a later file. */

import { shapeOf } from "../map/index.ts";
import { periodOfDelivery } from "../model/delivery.ts";
import type { Issue } from "../model/issue.ts";
import type { Answer, ConfirmedFile } from "../model/lecture.ts";
import { type Period, periodKey } from "../model/period.ts";
import { moved } from "./answers.ts";

/**
 * The answer to each doubt about a year alone, where the same cell of the confirmed file holds a figure. Of any other text a template has
 * no dates: "du 01/07/2026 au 15/08/2026" is to it what "du 01/04/2026 au 30/06/2026" was, and a person is asked.
 * @param quarter of the later file.
 */
export function templateAnswers(issues: readonly Issue[], like: ConfirmedFile, quarter: Period): readonly Answer[] {
  const { file, observations } = like.recognition;
  const from = periodOfDelivery(file.source.delivery);
  return issues.flatMap(({ asks, place }): readonly Answer[] => {
    if (!asks || !place || !("row" in place)) return [];
    const { part, row, column } = place;
    const figure = observations.find(
      ({ provenance: at }) => at.part === part && at.row === row && at.column === column,
    );
    const reading = figure && moved(periodKey(figure.period), from, quarter);
    if (reading === undefined || shapeOf(asks.text) !== "{an}" || !asks.may.includes(reading)) return [];
    return [{ kind: asks.kind, text: asks.text, choice: reading, statement: null }];
  });
}
