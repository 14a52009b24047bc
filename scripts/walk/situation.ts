/** Where the quarters stand, read from the folders and the register alone: what is left at one question is taken up there again. */
import { join } from "node:path";
import { type Copy, copiesOf, editionOf, lastBuild } from "../custody/copies/copies.ts";
import { assertEntitled, checkReceptions, type RegisterLine, readRegister } from "../custody/index.ts";
import { isThere } from "../disk/files.ts";
import { hashFile } from "../disk/tree.ts";
import { deliveriesAt, type Holdings, loadHoldings, quartersHeld } from "../holdings/holdings.ts";
import { deliveryOfPath, dueDay } from "../model/delivery.ts";
import type { Issue } from "../model/issue.ts";
import { month, type Period, quarterAtEndOf, quarterId, shiftQuarters } from "../model/period.ts";
import { isReadingRule } from "../model/rules.ts";
import type { Settings } from "../model/settings.ts";
import { isUpToDate } from "../shell/up-to-date.ts";

/** A quarter that has a delivery. */
export interface QuarterState {
  /** "2026-T1" */
  readonly quarter: string;
  /** Its bulletin: not made, made of other files or settings or altered since, or as the register says that it was made. */
  readonly bulletin: "none" | "outdated" | "current";
  /** Does its bulletin rest on a reading that nobody has confirmed? */
  readonly isToConfirm: boolean;
  /** Copies of it that are not destroyed. */
  readonly copies: readonly Copy[];
  /** Were some made of its last edition? */
  readonly isDistributed: boolean;
}

export interface Situation {
  readonly holdings: Holdings;
  readonly lines: readonly RegisterLine[];
  /** The quarter whose statements were due on the convention's day, the latest such one, while its delivery is not there. */
  readonly awaited: string | null;
  /** Where the deliveries and their receptions differ. */
  readonly receptions: readonly Issue[];
  /** The latest quarter, and those before it with something left to do, oldest first. */
  readonly open: readonly QuarterState[];
}

/** Quarters whose bulletin is to be made, or made again. */
export const toMake = ({ open }: Situation): readonly QuarterState[] =>
  open.filter(({ bulletin }) => bulletin !== "current");

/** A template is confirmed once: the reading itself says when there is nothing new to look at. */
export const isToLook = (situation: Situation): boolean =>
  toMake(situation).length > 0 || situation.open.some(({ isToConfirm }) => isToConfirm);

/** @throws UserError for what the commands would refuse: faulty settings, a folder that cannot be read. */
export function findSituation(dataDir: string, outDir: string, today: string): Situation {
  const holdings = loadHoldings(dataDir, today);
  const lines = readRegister(dataDir);
  const held = quartersHeld(holdings);
  const latest = held.at(-1);
  const due = latestDue(holdings.settings, today);
  const remarks = assertEntitled(dataDir, today).issues;
  const stateOf = (quarter: string): QuarterState => {
    const built = lastBuild(lines, quarter);
    const isCurrent = (): boolean =>
      built !== undefined &&
      // what was said of an earlier quarter stands until its files change: settings are those of the day
      (quarter === latest ? isUpToDate(built, { holdings, lines, remarks }) : hasSameFiles(built, holdings)) &&
      (quarter !== latest || isAsBuilt(outDir, built));
    const copies = copiesOf(lines).filter((copy) => copy.quarter === quarter);
    return {
      quarter,
      bulletin: isCurrent() ? "current" : built ? "outdated" : "none",
      isToConfirm: built?.accepted.some(isReadingRule) === true,
      copies: copies.filter(({ destroyedOn }) => destroyedOn === null),
      isDistributed: built !== undefined && copies.some(({ edition }) => edition === editionOf(built)),
    };
  };
  return {
    holdings,
    lines,
    awaited: latest === undefined || due > latest ? due : null,
    receptions: checkReceptions(lines, dataDir, holdings.deliveries.files),
    open: held
      .map(stateOf)
      .filter(({ quarter, bulletin, copies }) => quarter === latest || bulletin === "outdated" || copies.length > 0),
  };
}

type Build = NonNullable<ReturnType<typeof lastBuild>>;

const hasSameFiles = ({ quarter, inputs }: Build, holdings: Holdings): boolean => {
  const now = Object.entries(deliveriesAt(holdings, quarter)).map(([, sha256]) => sha256);
  const then = inputs.filter(({ path }) => deliveryOfPath(path) !== undefined).map(({ sha256 }) => sha256);
  return now.toSorted().join() === then.toSorted().join(); // whatever they are called
};

/** index.html is of all the bulletins: a later build of another quarter writes it anew. */
const isAsBuilt = (outDir: string, { outputs }: Build): boolean =>
  outputs.every(
    ({ path, sha256 }) =>
      !path.includes("/") || (isThere(join(outDir, path)) && hashFile(outDir, path).sha256 === sha256),
  );

/** The latest quarter whose day has come: on 9 April 2026, with the 8th => "2026-T1"; on 7 April => "2025-T4". */
function latestDue(settings: Settings, today: string): string {
  const last = lastQuarterBefore(today);
  return quarterId(dueDay(last, settings.deliveryDay) <= today ? last : shiftQuarters(last, -1));
}

function lastQuarterBefore(today: string): Period {
  const now = month(Number(today.slice(0, 4)), Number(today.slice(5, 7)));
  return shiftQuarters(quarterAtEndOf({ first: now, last: now }), -1);
}
