/** Which quarters a build is asked for, and which years. */
import { quote } from "../model/format.ts";
import { type Issue, UserError } from "../model/issue.ts";
import { parseQuarterId } from "../model/period.ts";
import { tell } from "../model/remarks/index.ts";
import { type Arguments, quarterNamed } from "./command-line.ts";

/** @param held at least one. @throws UserError when the quarter asked for is none, or has no delivery. */
export function chooseQuarters(args: Arguments, held: readonly string[], issues: readonly Issue[]): readonly string[] {
  const [one, other] = ["tous", "trimestre", "annee"].filter((name) => args.has(name));
  if (other !== undefined)
    throw new UserError(`« --${one} » et « --${other} » se contredisent.`, "Gardez l'un des deux.");
  if (args.has("tous")) return held;
  const typed = args.get("trimestre");
  const asked = typed === undefined ? yearAsked(args) : quarterNamed(typed);
  if (asked === undefined) return held.slice(-1);
  if (!held.includes(asked)) {
    const empty = issues.find(({ rule, place }) => rule === "delivery-empty" && place?.file === asked);
    const told = empty && tell(empty, "eyes");
    throw new UserError(
      told?.message ?? `Aucune livraison du trimestre ${quote(asked)}.`,
      told?.hint ?? `Trimestres présents : ${held.join(", ")}.`,
      1,
    );
  }
  return [asked];
}

/** Asked for once, a review is made again with its quarter. @param reviewed quarters whose bulletin has one. */
export const yearsToReview = (
  args: Arguments,
  quarters: readonly string[],
  reviewed: readonly string[],
): ReadonlySet<string> => {
  const asked = yearAsked(args);
  return new Set(quarters.filter((id) => id === asked || reviewed.includes(id)));
};

/** "2026" => "2026-T4" */
function yearAsked(args: Arguments): string | undefined {
  const typed = args.get("annee");
  if (typed === undefined) return undefined;
  const last = `${typed}-T4`;
  if (parseQuarterId(last)) return last;
  throw new UserError(`${quote(typed)} n'est pas une année.`, "Écrivez par exemple --annee 2026.");
}
