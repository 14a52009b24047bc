/**
 * A force said twice must agree: « Gendarmerie » under the title « IS 101 – Police nationale », a note « Police et gendarmerie confondues »
 * under it, a file called after one force whose table says the other. In a file of several forces each table says its own.
 */
import type { Force } from "../../model/observation.ts";
import { CHOICES } from "../../model/question.ts";
import { asking, countsIn, type Doubt } from "../layout/outcome.ts";
import { type Line, titleIndex } from "../layout/surroundings.ts";
import type { BlockReading } from "../table/block.ts";
import type { OpenTable } from "../table/table.ts";
import { isExplained } from "../words/said.ts";
import { countedIn, type Doubted } from "./rule.ts";

export function* otherForces(tables: readonly OpenTable[]): Iterable<Doubted> {
  const counted = countedIn(tables);
  const counts = counted.flatMap(({ outcomes }) => countsIn(outcomes));
  const [said, another] = new Set(counts.map(({ observation }) => observation.force));
  const isSettled = counts.some(({ forceBy }) => forceBy === "nothing" || (forceBy === "table" && said === "ensemble"));
  if (said === undefined || another || isSettled) return;
  for (const reading of counted) {
    const { lines, notes } = reading.around;
    // a person has said so
    if ([...lines, ...notes].some(({ facets }) => facets.declared && facets.force === said)) continue;
    const instead = inTitle(reading, said) ?? inNotes(reading, said) ?? inName(reading, said);
    if (instead) yield { reading, instead };
  }
}

/** The force that a text says, where it is not this one. */
const otherIn = ({ facets: { force } }: Line, said: Force): Force | null => (force === said ? null : force);

/** What stands above the title is a letterhead; « Police et gendarmerie » over « Police » is of more tables than this one. */
function inTitle({ around: { lines } }: BlockReading, said: Force): Doubt | null {
  const over = lines.slice(0, titleIndex(lines) + 1);
  const title = over.find((line) => otherIn(line, said) === "PN" || otherIn(line, said) === "GN");
  const own = lines.find(({ facets }) => facets.force === said);
  if (!title?.facets.force) return null;
  return own
    ? asking(own.text, { kind: "force", may: [said, title.facets.force] })
    : asking(title.text, { kind: "force", may: [said, CHOICES.noEffect] });
}

/** "PN : police nationale ; GN : gendarmerie nationale", "GN = gendarmerie" */
const IS_KEY = /[:=].*[:=]|^\s*Z?[PG]N\s*[:=]/s;

/** Where a heading says the force, no note is another's. */
function inNotes({ around: { notes }, outcomes }: BlockReading, said: Force): Doubt | null {
  const byTable = countsIn(outcomes).some(({ forceBy }) => forceBy === "table");
  for (const line of notes) {
    const other = isExplained(line.facets) && !IS_KEY.test(line.text) ? otherIn(line, said) : null;
    if (other) return asking(line.text, { kind: "force", may: [CHOICES.noEffect, ...(byTable ? [] : [other])] });
  }
  return null;
}

function inName({ around: { file } }: BlockReading, said: Force): Doubt | null {
  const isOfOther = [otherIn(file, said), said].every((force) => force === "PN" || force === "GN");
  return isOfOther ? asking(file.text, { kind: "force", may: [said, CHOICES.noEffect] }) : null;
}
