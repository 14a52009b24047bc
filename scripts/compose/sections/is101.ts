/** Section IS 101: the main table, the two forces apart, the totals as sent. */
import type { Section } from "../../model/document/bulletin.ts";
import type { Context } from "../context/context.ts";
import { linesOf, onlyForce } from "../context/lines.ts";
import { statementBlocks } from "./statement-section.ts";

const TITLES = {
  PN: "IS 101 : les faits enregistrés par la police nationale seule",
  GN: "IS 101 : les faits enregistrés par la gendarmerie nationale seule",
  both: "IS 101 : les faits enregistrés par les deux forces",
} as const;
const MISSING = {
  PN: "Les nombres de la gendarmerie nationale n'ont pas été transmis : ceux qui suivent sont de la police nationale seule. ",
  GN: "Les nombres de la police nationale n'ont pas été transmis : ceux qui suivent sont de la gendarmerie nationale seule. ",
  both: "",
} as const;

export function is101Section(c: Context): Section | undefined {
  const force = onlyForce(linesOf(c, "IS101")) ?? "both";
  const intro =
    "L'état IS 101 dénombre les faits enregistrés sur la commune par la police et la gendarmerie nationales. " +
    MISSING[force] +
    "Les lignes ne s'additionnent pas : les unes comptent des victimes, d'autres des infractions ou des véhicules.";
  const blocks = statementBlocks(c, "IS101", intro);
  return blocks.length === 0 ? undefined : { id: "is101", title: TITLES[force], blocks };
}
