/** A statement made before the period of its figures had ended, « Fait à Valmont, le 12 janvier 2026 », holds others, or not all of them. */
import { lastDay } from "../../model/period.ts";
import { CHOICES } from "../../model/question.ts";
import { madeBefore } from "../../model/typed.ts";
import { asking, countsIn } from "../layout/outcome.ts";
import { fieldOf } from "../meaning/place-around.ts";
import type { OpenTable } from "../table/table.ts";
import { countedIn, type Doubted } from "./rule.ts";

export function* madeTooEarly(tables: readonly OpenTable[]): Iterable<Doubted> {
  for (const reading of countedIn(tables)) {
    const days = countsIn(reading.outcomes).map(({ observation }) => lastDay(observation.period));
    const end = days.toSorted().at(-1) ?? "";
    const { lines, notes } = reading.around;
    const text = [...lines, ...notes].find((line) => !line.facets.declared && madeBefore([fieldOf(line)], end));
    if (text) yield { reading, instead: asking(text.text, { kind: "text", may: [CHOICES.noEffect] }, HINT) };
  }
}

const HINT =
  "Si ce jour est le bon, ces chiffres ne sont pas ceux de toute la période : demandez au service l'état du trimestre fini.";
