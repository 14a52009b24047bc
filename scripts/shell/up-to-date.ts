/** Is a bulletin made of what is held today? By the register's line of its build, and by the files: nothing is read again. */
import { type lastBuild, type RegisterLine, recorded } from "../custody/index.ts";
import { type Holdings, inputsHashAt } from "../holdings/holdings.ts";
import type { Issue } from "../model/issue.ts";

type Build = NonNullable<ReturnType<typeof lastBuild>>;

/** @param remarks on the persons, which each bulletin shows. */
export const isUpToDate = (
  { quarter, madeFrom }: Build,
  { holdings, lines, remarks }: { holdings: Holdings; lines: readonly RegisterLine[]; remarks: readonly Issue[] },
): boolean => madeFrom === inputsHashAt(holdings, quarter, { recorded: recorded(lines), remarks });
