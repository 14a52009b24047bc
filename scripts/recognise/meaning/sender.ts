/** Who sends a statement: « Commissariat de police de Valmont » over its title says a service, and not whose facts are counted. */
import { fold } from "../../nomenclature/index.ts";
import type { Line, Surroundings } from "../layout/surroundings.ts";
import type { Facets } from "../words/said.ts";
import type { Tools } from "../words/tools.ts";

/** A text that names a service of one force: "PN", "GN", or "unit" for « Compagnie de Valmont », which does not name its force. */
type Sender = "PN" | "GN" | "unit";

/** Words of a service's name with its address; a longer text is a sentence. */
const MOST_WORDS = 14;

function senderIn(
  text: string,
  { force, weakForce, mentions }: Facets,
  { words }: Pick<Tools, "words">,
): Sender | null {
  const own = fold(text).split(" ");
  if (own.length > MOST_WORDS || /[.!?]\s*$/.test(text) || mentions.includes("other-document")) return null;
  const one = force ?? weakForce;
  const isStation = mentions.includes("station") || own.some((word) => words.units.has(word));
  if (one === "PN" || one === "GN") return isStation || !mentions.includes("department") ? one : null;
  return one === null && isStation ? "unit" : null;
}

/** The nearest text that names a service, where all those that do are of one force; the file's name last. */
export function senderOf({ lines, sheet, notes, file }: Surroundings, tools: Tools): Line | null {
  const named = [...lines, sheet, ...notes, file].flatMap((line) => {
    const sender = senderIn(line.text, line.facets, tools);
    return sender === null ? [] : [{ line, sender }];
  });
  const forces = new Set(named.flatMap(({ sender }) => (sender === "unit" ? [] : [sender])));
  return forces.size > 1 ? null : (named[0]?.line ?? null);
}
