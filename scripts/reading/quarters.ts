/** Which quarter the files of a delivery say they are of, before anything is recorded of it. */
import type { Holdings } from "../holdings/holdings.ts";
import { latestTables } from "../model/observation.ts";
import { quarterAtEndOf, quarterId } from "../model/period.ts";
import type { Reader } from "./job.ts";
import { readDeliveries } from "./reading.ts";

/** Delivery -> the one quarter that all its dated statements end with; left out where they say none, or several. */
export async function quartersSaid(
  holdings: Holdings,
  deliveries: readonly string[],
  reader: Reader | undefined,
): Promise<ReadonlyMap<string, string>> {
  const files = holdings.deliveries.files.filter(({ delivery }) => deliveries.includes(delivery));
  const understood = await readDeliveries({ ...holdings, deliveries: { ...holdings.deliveries, files } }, [], {
    reader,
  });
  const said = Map.groupBy(
    understood.flatMap(({ recognition }) =>
      latestTables(recognition).map(({ anchor }) => ({
        delivery: recognition.file.source.delivery,
        quarter: quarterId(quarterAtEndOf(anchor)),
      })),
    ),
    ({ delivery }) => delivery,
  );
  return new Map(
    [...said].flatMap(([delivery, all]) => {
      const [quarter, ...others] = new Set(all.map((one) => one.quarter));
      return quarter !== undefined && others.length === 0 ? [[delivery, quarter] as const] : [];
    }),
  );
}
