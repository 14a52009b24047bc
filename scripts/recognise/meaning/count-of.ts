/** The text of a cell of counts to a count, or the reason for having none. */

import { markOf } from "../../nomenclature/index.ts";
import { doubtful, notUnderstood, type Outcome } from "../layout/outcome.ts";
import type { ViewCell } from "../layout/view.ts";

type CountOf =
  | {
      readonly kind: "value";
      readonly value: number | null;
      readonly status: "normal" | "missing" | "confidential" | "not-applicable";
    }
  | Extract<Outcome, { kind: "not-understood" | "doubt" }>;

/**
 * A count is a whole number, or a reason for having none; an empty cell is not zero, nor is a dash, unless the document itself says so.
 * @param none the marks of no fact, "" for an empty cell: see legend.ts.
 */
export function countOf(cell: ViewCell | undefined, none: ReadonlySet<string>): CountOf {
  const number = cell?.number;
  if ((!cell || number?.kind === "absent") && none.has(markOf(cell?.text ?? "")))
    return { kind: "value", value: 0, status: "normal" };
  if (!cell) return { kind: "value", value: null, status: "missing" };
  const refused = (why: string): CountOf => notUnderstood("cell", why, why);
  if (!number) return refused("du texte dans une colonne de nombres");
  switch (number.kind) {
    case "whole":
      return Number.isSafeInteger(number.value)
        ? { kind: "value", value: number.value, status: "normal" }
        : refused("un nombre trop grand");
    case "absent":
      return number.status === "none"
        ? { kind: "value", value: 0, status: "normal" }
        : { kind: "value", value: null, status: number.status };
    case "two-ways":
      return doubtful(number.readings.join(" / "), "c'est l'un ou l'autre nombre");
    default:
      return refused(`${NO_COUNTS[number.kind]} ne peut pas être un nombre de faits`);
  }
}

const NO_COUNTS = {
  signed: "un nombre avec un signe",
  decimal: "un nombre à virgule",
  percent: "un pourcentage",
  change: "un pourcentage",
} as const;
