/** Stages 4 and 5 of the main path: what was known at a quarter -> its bulletin, with the number of its edition. */

import { analyse } from "../analyse/index.ts";
import { toAnalysesJson } from "../analyse/json.ts";
import { compose } from "../compose/index.ts";
import { fingerprintOf, wordsHash } from "../holdings/fingerprint.ts";
import { deliveriesAt, type Holdings, inputsHashAt, PROGRAM_VERSION } from "../holdings/holdings.ts";
import type { ReferenceRate } from "../model/analysis.ts";
import type { Edition } from "../model/document/bulletin.ts";
import { type EditionMark, FIRST_EDITION, isSameEdition, type Left, type Recorded } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import type { Recognition } from "../model/observation.ts";
import { periodOfQuarter } from "../model/period.ts";
import type { Checked } from "./checked.ts";
import { earlierQuarters } from "./earlier.ts";

/** What the commands know of a bulletin, beside what is held. */
export interface Beside {
  /** What the register says of deliveries and editions. */
  readonly recorded: Recorded;
  /** About the machine and the persons: each bulletin shows them beside its own. */
  readonly remarks: readonly Issue[];
  /** What earlier bulletins left, by quarter, where the file that says so is the register's; of the others, what they announced is computed again. */
  readonly left: Readonly<Record<string, Left>>;
  /** Quarters that close a year, and whose review is wanted. */
  readonly years: ReadonlySet<string>;
}
interface Around extends Beside {
  readonly holdings: Holdings;
  readonly references: readonly ReferenceRate[];
  /** Quarters that have a bulletin, with those that are being made. */
  readonly sheets: ReadonlySet<string>;
}

/** What the edition before one printed: what is there is that edition, or the same one, which says what it changed. */
function printedBefore(left: Left | undefined, number: number): Left["printed"] | null {
  if (left?.edition === number - 1) return left.printed;
  return left?.edition === number ? { ...left.printed, ...left.changed } : null;
}

export interface EditionMaker {
  readonly make: (checked: Checked) => Edition;
  /** SHA-256 of what its bulletin is made of. */
  readonly madeFrom: (quarter: string) => string;
}

/** @param recognitions of all that is held. */
export function editionMaker(around: Around, recognitions: readonly Recognition[]): EditionMaker {
  const { holdings, recorded, remarks, references } = around;
  const { nomenclature, settings } = holdings;
  const madeFrom = (quarter: string): string => inputsHashAt(holdings, quarter, { recorded, remarks });
  const earlier = earlierQuarters(recognitions, { nomenclature, settings, references }, around.left);

  const make = ({ quarter: id, known, issues }: Checked): Edition => {
    const quarter = periodOfQuarter(id);
    const observations = known.flatMap((r) => r.observations);
    // 4. Analyse: observations -> what can be said of each line.
    const analysis = analyse({ observations, quarter, nomenclature, settings, references });
    const input = {
      analysis,
      earlier: earlier.followed(quarter),
      yearSoFar: around.years.has(id) ? earlier.yearBefore(quarter) : null,
      recognitions: known,
      issues: [...issues, ...remarks],
      nomenclature,
      settings,
      received: recorded.received,
      communal: holdings.communal ?? null,
      sheets: around.sheets,
      fingerprintOf,
      programVersion: PROGRAM_VERSION,
      madeFrom: madeFrom(id),
      analyses: toAnalysesJson(analysis),
    };
    // 5. Compose: what is said.
    const say = ({ number, replaces }: EditionMark): Edition =>
      compose({ ...input, edition: { number, replaces }, printedBefore: printedBefore(around.left[id], number) });
    const before = recorded.editions[id];
    if (!before) return say(FIRST_EDITION);
    const again = say(before);
    const { fingerprint } = again.bulletin;
    const deliveries = deliveriesAt(holdings, id);
    return isSameEdition(before, { fingerprint, words: wordsHash(again.bulletin), deliveries })
      ? again
      : say({ number: before.number + 1, replaces: before.day });
  };
  return { make, madeFrom };
}
