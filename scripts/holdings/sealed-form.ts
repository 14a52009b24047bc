/** A text that is not kept, as a lecture's file holds it: its shape, with a hash for its words, and what it says of time. */
import { v } from "../disk/schema.ts";
import type { Dated } from "../model/received.ts";
import { as, list, named } from "./forms.ts";

const UNITS = ["month", "quarter", "half", "year", "length", "number", "day"] as const;
const IN_WORDS: ReadonlySet<string> = new Set(["number", "day"]);
/** "month 3", "day 2026-03-31", "number #3fa9…" */
const DATED = {
  schema: v.pipe(
    v.string(),
    v.transform((said) => {
      const [unit = "", value = ""] = said.split(" ");
      return { unit, value: IN_WORDS.has(unit) ? value : Number(value) };
    }),
    v.custom<Dated>((dated) => UNITS.some((unit) => unit === (dated as Dated).unit)),
  ),
  write: ({ unit, value }: Dated) => `${unit} ${value}`,
};
export const SEALED = named({ forme: ["shape", as(v.string())], dates: ["dates", list(DATED)] });
