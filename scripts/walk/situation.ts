/** Where the quarter stands, read from the folders and the register alone: what is left at one question is taken up there again. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { type Copy, copiesOf } from "../custody/copies/copies.ts";
import { assertEntitled, checkReceptions, readRegister } from "../custody/index.ts";
import { isThere } from "../disk/files.ts";
import { hashFile } from "../disk/tree.ts";
import { type Holdings, loadHoldings, quartersHeld } from "../holdings/holdings.ts";
import { deliveryQuarter, dueDay } from "../model/delivery.ts";
import type { Issue } from "../model/issue.ts";
import {
  lastDay,
  month,
  type Period,
  periodOfQuarter,
  quarterAtEndOf,
  quarterId,
  shiftQuarters,
} from "../model/period.ts";
import { isReadingRule } from "../model/rules.ts";
import type { Settings } from "../model/settings.ts";
import { localDay } from "../shell/command-line.ts";
import { isUpToDate, lastBuild } from "../shell/up-to-date.ts";

export interface Situation {
  readonly holdings: Holdings;
  /** The latest quarter that has a delivery, "2026-T1"; null: none has. */
  readonly quarter: string | null;
  /** The quarter whose statements were due on the convention's day, the latest such one, while its delivery is not there. */
  readonly awaited: string | null;
  /** Where the deliveries and their receptions differ. */
  readonly receptions: readonly Issue[];
  /** Its bulletin: not made, made of other files or settings or altered since, or as the register says that it was made. */
  readonly bulletin: "none" | "outdated" | "current";
  /** Does its bulletin rest on a reading that nobody has confirmed? */
  readonly isToConfirm: boolean;
  /** Copies of its bulletin. */
  readonly copies: readonly Copy[];
  /** Were some made of the bulletin as it is now? */
  readonly isDistributed: boolean;
}

/** @throws UserError for what the commands would refuse: faulty settings, a folder that cannot be read. */
export function findSituation(dataDir: string, outDir: string, today: string): Situation {
  const holdings = loadHoldings(dataDir, today);
  const lines = readRegister(dataDir);
  const quarter = quartersHeld(holdings).at(-1) ?? null;
  const due = latestDue(holdings.settings, today);
  const built = lastBuild(lines, quarter);
  const outputs = built?.outputs ?? [];
  const remarks = assertEntitled(dataDir, today).issues;
  const isCurrent =
    built !== undefined &&
    isUpToDate(built, { holdings, lines, remarks }) &&
    // index.html is of all the bulletins: a later build of another quarter writes it anew
    outputs.every(({ path, sha256 }) => !path.includes("/") || isAsBuilt(outDir, path, sha256));
  const pdf = outputs.find(({ path }) => path === `${quarter}/bulletin.pdf`)?.sha256;
  return {
    holdings,
    quarter,
    awaited: quarter === null || due > quarter ? due : null,
    receptions: checkReceptions(lines, dataDir, holdings.deliveries.files),
    bulletin: isCurrent ? "current" : built ? "outdated" : "none",
    isToConfirm: built?.accepted.some(isReadingRule) === true,
    copies: copiesOf(lines).filter((copy) => copy.quarter === quarter),
    isDistributed: lines.some((line) => line.action === "copies" && line.quarter === quarter && line.bulletin === pdf),
  };
}

const isAsBuilt = (outDir: string, path: string, sha256: string): boolean =>
  isThere(join(outDir, path)) && hashFile(outDir, path).sha256 === sha256;

/** The latest quarter whose day has come: on 9 April 2026, with the 8th => "2026-T1"; on 7 April => "2025-T4". */
function latestDue(settings: Settings, today: string): string {
  const last = lastQuarterBefore(today);
  return quarterId(dueDay(last, settings.deliveryDay) <= today ? last : shiftQuarters(last, -1));
}

function lastQuarterBefore(today: string): Period {
  const now = month(Number(today.slice(0, 4)), Number(today.slice(5, 7)));
  return shiftQuarters(quarterAtEndOf({ first: now, last: now }), -1);
}

/** Days that the message with these files may bear, the likeliest first: the convention's, that of each file, today. */
export function likelyDays(
  dataDir: string,
  delivery: string,
  { holdings }: Pick<Situation, "holdings">,
): readonly string[] {
  const quarter = periodOfQuarter(deliveryQuarter(delivery) ?? "");
  const { deliveries, settings, today } = holdings;
  const ofFiles = deliveries.files
    .filter((file) => file.delivery === delivery)
    .map((file) => localDay(statSync(join(dataDir, file.path)).mtime))
    .toSorted();
  const days = [dueDay(quarter, settings.deliveryDay), ...ofFiles, today];
  return [...new Set(days)].filter((day) => day <= today && day > lastDay(quarter));
}
