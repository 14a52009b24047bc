/** One figure of one delivery has one value. */
import type { PlacedText } from "../model/about-counts.ts";
import { deliveryQuarter, nextDelivery } from "../model/delivery.ts";
import { anError, aWarning, type Issue } from "../model/issue.ts";
import { type Count, entersSeries, type Provenance } from "../model/observation.ts";
import { own, received } from "../model/received.ts";
import { type CheckContext, figureOf } from "./context.ts";

export function* givenTwice({ series, deliveries }: CheckContext): Iterable<Issue> {
  for (const figure of series.flatMap((s) => [...s.byPeriod.values()])) {
    for (const same of Map.groupBy(figure, (c) => c.delivery).values()) {
      const [first] = same;
      // One issue a contradicting value, not one a cell.
      const others = new Map(same.filter((c) => c.value !== first?.value).map((c) => [c.value, c]));
      for (const other of others.values()) {
        if (!first) continue;
        const say = entersSeries(other) ? anError : aWarning; // what is shown as sent stops nothing
        yield say("figure-given-twice", {
          about: {
            figure: figureOf(other),
            first: { value: first.value, place: placedText(first.provenance) },
            other: { value: other.value, place: placedText(other.provenance) },
            correction:
              first.provenance.file === other.provenance.file ? null : own(placeOfCorrection(other, deliveries)),
          },
          place: other.provenance,
        });
      }
    }
  }
}

/** One of two files may correct the other: it is a sending of its own. */
const placeOfCorrection = ({ delivery }: Count, deliveries: readonly string[]): string =>
  nextDelivery(deliveryQuarter(delivery) ?? delivery, deliveries);

const placedText = ({ file, part, row, column, name }: Provenance): PlacedText => ({
  file: received(file),
  part: received(part),
  row,
  column,
  ...(name === undefined ? {} : { name: own(name) }),
});
