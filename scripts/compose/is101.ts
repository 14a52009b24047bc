/** Section IS 101: the main table, the two forces apart, the totals as sent. */
import type { Section } from "../model/bulletin.ts";
import type { Context } from "./context.ts";
import { statementSection } from "./statement-section.ts";

export function is101Section(c: Context): Section | undefined {
  return statementSection(c, {
    statement: "IS101",
    id: "is101",
    title: "IS 101 : les faits enregistrés par les deux forces",
    intro:
      "L'état IS 101 dénombre les faits enregistrés sur la commune par la police et la gendarmerie nationales. " +
      "Les lignes ne s'additionnent pas : les unes comptent des victimes, d'autres des infractions ou des véhicules.",
  });
}
