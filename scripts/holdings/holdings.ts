/** What the town hall holds, from the disk; and what of it was known at one quarter. */
import { readFileSync } from "node:fs";
import { deliveryOfPath, deliveryQuarter } from "../model/delivery.ts";
import type { CommunalSummary } from "../model/document/communal.ts";
import type { Recorded } from "../model/edition.ts";
import type { SourceFile } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import type { Settings } from "../model/settings.ts";
import { loadNomenclature } from "../nomenclature/index.ts";
import { loadCommunal } from "./communal.ts";
import { type Deliveries, loadDeliveries } from "./deliveries.ts";
import { inputsHash } from "./fingerprint.ts";
import { type HeldLecture, loadLectures } from "./lectures.ts";
import { loadSettings } from "./load-settings.ts";

export const PROGRAM_VERSION = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string }
).version;

/** Everything that the bulletins are made from. */
export interface Holdings {
  /** "2026-04-09" */
  readonly today: string;
  readonly settings: Settings;
  readonly nomenclature: Nomenclature;
  readonly deliveries: Deliveries;
  /** What a person confirmed of the deliveries. */
  readonly lectures: readonly HeldLecture[];
  /** What is kept of the SSMSI's communal base; null: none was dropped. */
  readonly communal?: CommunalSummary | null;
  /** Of loading. */
  readonly issues: readonly Issue[];
}

/** @throws UserError (exit 2) when the settings are faulty, or a folder cannot be read at all. */
export function loadHoldings(dataDir: string, today: string): Holdings {
  const settings = loadSettings(dataDir);
  const { value: deliveries, issues } = loadDeliveries(dataDir);
  const lectures = loadLectures(dataDir);
  return {
    today,
    settings,
    nomenclature: loadNomenclature(),
    deliveries,
    lectures: lectures.value,
    communal: loadCommunal(dataDir),
    issues: [...issues, ...lectures.issues],
  };
}

/** Quarters that have a delivery, oldest first: ["2025-T4", "2026-T1"]. */
export const quartersHeld = ({ deliveries }: Pick<Holdings, "deliveries">): readonly string[] =>
  [...new Set(deliveries.names.map(deliveryQuarter).filter((q) => q !== undefined))].toSorted();

/** A bulletin of 2025-T4 knows the deliveries of 2025-T4 and before. */
export const isKnownAt = (delivery: string, quarter: string): boolean => (deliveryQuarter(delivery) ?? "") <= quarter;

/** The issues on those deliveries, and on none: the settings, the folder, the public bases. */
export const issuesKnownAt = (quarter: string, issues: readonly Issue[]): readonly Issue[] =>
  issues.filter(({ place }) => {
    const delivery = place && deliveryOfPath(place.file);
    return delivery === undefined || isKnownAt(delivery, quarter);
  });

/** Files that the bulletin of a quarter is made from. */
export const inputsAt = ({ deliveries }: Holdings, quarter: string): readonly SourceFile[] => [
  ...deliveries.files.filter((f) => isKnownAt(f.delivery, quarter)),
  ...deliveries.references,
];

/** SHA-256 of all that the bulletin of a quarter is made from. */
export const inputsHashAt = (
  holdings: Holdings,
  quarter: string,
  { recorded, remarks }: { readonly recorded: Recorded; readonly remarks: readonly Issue[] },
): string =>
  inputsHash({
    settings: holdings.settings,
    communal: holdings.communal?.base.sha256 ?? null,
    nomenclature: holdings.nomenclature,
    files: inputsAt(holdings, quarter),
    lectures: holdings.lectures
      .filter(({ delivery }) => isKnownAt(delivery, quarter))
      .map(({ delivery, sha256 }) => `${delivery} ${sha256}`),
    received: Object.fromEntries(
      Object.entries(recorded.received).filter(([delivery]) => isKnownAt(delivery, quarter)),
    ),
    remarks,
    quarter,
  });

/** SHA-256, by path, of the files of the deliveries known at a quarter. */
export const deliveriesAt = ({ deliveries }: Holdings, quarter: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    deliveries.files.filter((f) => isKnownAt(f.delivery, quarter)).map(({ path, sha256 }) => [path, sha256]),
  );
