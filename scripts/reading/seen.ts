/**
 * What was read, as far as it may be told: of a file that nobody has confirmed, only known words are; and which quarter its files say they
 * are of.
 */
import type { Holdings } from "../holdings/holdings.ts";
import { createVocabulary, veil } from "../lectures/index.ts";
import type { Issue } from "../model/issue.ts";
import { latestTables, type Recognition } from "../model/observation.ts";
import { quarterAtEndOf, quarterId } from "../model/period.ts";
import { once } from "../model/remember.ts";
import type { Reader } from "./job.ts";
import { readDeliveries, type Understood } from "./reading.ts";

export interface Seen {
  readonly recognitions: readonly Recognition[];
  /** Of reading and recognition. */
  readonly issues: readonly Issue[];
  /** What is found later of the same files. */
  readonly veiled: (issues: readonly Issue[]) => readonly Issue[];
}

/** @param isForEyes for the person who is to confirm: all is told as it is. */
export function asSeen(
  understood: readonly Understood[],
  { nomenclature, settings }: Pick<Holdings, "nomenclature" | "settings">,
  isForEyes: boolean,
): Seen {
  const isKnown = once(() => createVocabulary(nomenclature, settings)); // not needed where all is confirmed
  const veils = understood.map(({ recognition, held }) =>
    held === null || isForEyes
      ? { recognition, issues: (own: readonly Issue[]) => own }
      : veil(recognition, held.like?.recognition, (text) => isKnown()(text)),
  );
  const byPath = new Map(veils.map((own) => [own.recognition.file.source.path, own]));
  const veiled = (found: readonly Issue[]): readonly Issue[] =>
    found.flatMap((issue) => byPath.get(issue.place?.file ?? "")?.issues([issue]) ?? [issue]);
  return {
    recognitions: veils.map(({ recognition }) => recognition),
    issues: veiled(understood.flatMap((file) => file.issues)),
    veiled,
  };
}

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
