/** Is a bulletin made of what is held today? By the register's line of its build, and by the files: nothing is read again. */
import { lastBuild, type RegisterLine, recorded } from "../custody/index.ts";
import { type Holdings, inputsHashAt } from "../holdings/holdings.ts";
import { type Issue, UserError } from "../model/issue.ts";
import { isReadingRule } from "../model/rules.ts";

type Build = NonNullable<ReturnType<typeof lastBuild>>;

/** Of today. */
interface Held {
  readonly holdings: Holdings;
  readonly lines: readonly RegisterLine[];
  /** On the persons, which each bulletin shows. */
  readonly remarks: readonly Issue[];
}

export const isUpToDate = ({ quarter, madeFrom }: Build, { holdings, lines, remarks }: Held): boolean =>
  madeFrom === inputsHashAt(holdings, quarter, { recorded: recorded(lines), remarks });

/** @throws UserError for a bulletin that is to be made again, or confirmed, before it is handed to anybody. */
export function assertReady(quarter: string, held: Held): void {
  const built = lastBuild(held.lines, quarter);
  if (built && !isUpToDate(built, held))
    throw new UserError(
      `Depuis que le bulletin ${quarter} a été fait, des fichiers, des réglages, une réception ou le programme ont changé : il ne dit peut-être plus la même chose.`,
      `Refaites-le d'abord : npm run build -- --trimestre ${quarter}`,
      1,
    );
  if (built?.accepted.some(isReadingRule))
    throw new UserError(
      `Le bulletin ${quarter} repose sur une lecture à confirmer : il n'est remis à personne.`,
      "Confirmez-la : npm run lecture ; puis refaites le bulletin (npm run build).",
      1,
    );
}
