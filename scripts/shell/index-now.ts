/** What the register and the files say of the bulletins that index.html lists: for a command that reads nothing again. */
import { copiesOut, lastBuild, type RegisterLine, recorded } from "../custody/index.ts";
import { namesIn } from "../disk/tree.ts";
import type { Holdings } from "../holdings/holdings.ts";
import { deliveryQuarter } from "../model/delivery.ts";
import type { Issue } from "../model/issue.ts";
import { isReadingRule } from "../model/rules.ts";
import { isUpToDate } from "./up-to-date.ts";
import { yearStates } from "./year-states.ts";

interface Now {
  readonly dataDir: string;
  readonly outDir: string;
  readonly holdings: Holdings;
  readonly lines: readonly RegisterLine[];
  /** On the persons, which each bulletin shows. */
  readonly remarks: readonly Issue[];
}

export function indexNow(now: Now) {
  const { dataDir, outDir, holdings, lines } = now;
  const built = namesIn(outDir).flatMap((quarter) => lastBuild(lines, quarter) ?? []);
  const toConfirm = (quarter: string): boolean => {
    const own = lastBuild(lines, quarter);
    if (own) return own.accepted.some(isReadingRule);
    return !lines.some((line) => line.action === "lecture" && deliveryQuarter(line.delivery) === quarter);
  };
  return {
    outdated: built.filter((own) => !isUpToDate(own, now)).map(({ quarter }) => quarter),
    copies: copiesOut(lines, dataDir, holdings.today),
    states: yearStates({
      holdings,
      lines,
      received: Object.keys(recorded(lines).received),
      toConfirm,
      today: holdings.today,
      published: built.map(({ quarter }) => quarter),
    }),
  };
}
