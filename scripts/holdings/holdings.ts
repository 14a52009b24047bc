/** What the town hall holds: every delivery, read once; and what was known of it at one quarter. */
import { readFileSync } from "node:fs";
import type { ReferenceRate } from "../model/analysis.ts";
import type { Edition } from "../model/bulletin.ts";
import { plural } from "../model/format.ts";
import type { SourceFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import type { Recognition } from "../model/observation.ts";
import { parseQuarterId } from "../model/period.ts";
import type { Settings } from "../model/settings.ts";
import { loadNomenclature } from "../nomenclature/index.ts";
import { check, edit, readReferences, understand } from "../pipeline.ts";
import { type Deliveries, deliveryQuarter } from "./deliveries.ts";
import { fingerprintOf } from "./fingerprint.ts";

export const PROGRAM_VERSION = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string }
).version;

/** Everything that the bulletins are made from, once read. */
export interface Holdings {
  /** "2026-04-09" */
  readonly today: string;
  readonly settings: Settings;
  readonly nomenclature: Nomenclature;
  readonly deliveries: Deliveries;
  readonly recognitions: readonly Recognition[];
  readonly references: readonly ReferenceRate[];
  /** Of loading, reading and recognition. */
  readonly issues: readonly Issue[];
}

/** Reads the deliveries; `step` is told what begins. */
export async function readHoldings(
  { value: deliveries, issues }: Result<Deliveries>,
  settings: Settings,
  today: string,
  step: (text: string) => void = () => {},
): Promise<Holdings> {
  const nomenclature = loadNomenclature();
  step(`lecture de ${plural(deliveries.files.length, "fichier")}`);
  const understood = await understand(deliveries.files, nomenclature, settings);
  const references = await readReferences(deliveries.references, nomenclature, settings);
  return {
    today,
    settings,
    nomenclature,
    deliveries,
    recognitions: understood.recognitions,
    references: references.value,
    issues: [...issues, ...understood.issues, ...references.issues],
  };
}

/** Quarters that have a delivery, oldest first: ["2025-T4", "2026-T1"]. */
export const quartersHeld = ({ deliveries }: Holdings): readonly string[] =>
  [...new Set(deliveries.names.map(deliveryQuarter).filter((q) => q !== undefined))].toSorted();

const isKnownAt = (delivery: string, quarter: string): boolean => (deliveryQuarter(delivery) ?? "") <= quarter;
const recognitionsAt = (holdings: Holdings, quarter: string): readonly Recognition[] =>
  holdings.recognitions.filter((r) => isKnownAt(r.file.source.delivery, quarter));

/** Delivery that an issue is about; undefined for one about the folder or the settings. */
const deliveryOf = (issue: Issue): string | undefined => {
  const name = issue.place?.file.split("/")[0] ?? "";
  return deliveryQuarter(name) === undefined ? undefined : name;
};

/** Issues that concern a bulletin of that quarter: its own deliveries and the earlier ones, checked as they stood then. */
export function issuesAt(holdings: Holdings, quarter: string): readonly Issue[] {
  const checked = check({ ...holdings, recognitions: recognitionsAt(holdings, quarter) });
  return [...holdings.issues, ...checked].filter((issue) => {
    const delivery = deliveryOf(issue);
    return delivery === undefined || isKnownAt(delivery, quarter);
  });
}

/** The bulletin of one quarter ("2026-T1"), as known at its delivery. */
export function editionAt(holdings: Holdings, quarter: string, issues: readonly Issue[]): Edition {
  const period = parseQuarterId(quarter);
  if (!period) throw new Error(`not a quarter: ${quarter}`);
  return edit({
    ...holdings,
    recognitions: recognitionsAt(holdings, quarter),
    issues,
    quarter: period,
    fingerprint: fingerprintAt(holdings, quarter),
    programVersion: PROGRAM_VERSION,
  });
}

/** Files that the bulletin of a quarter is made from. */
export const inputsAt = ({ deliveries }: Holdings, quarter: string): readonly SourceFile[] => [
  ...deliveries.files.filter((f) => isKnownAt(f.delivery, quarter)),
  ...deliveries.references,
];

export const fingerprintAt = (holdings: Holdings, quarter: string): string =>
  fingerprintOf({
    settings: holdings.settings,
    nomenclature: holdings.nomenclature,
    files: inputsAt(holdings, quarter),
    programVersion: PROGRAM_VERSION,
    quarter,
  });
