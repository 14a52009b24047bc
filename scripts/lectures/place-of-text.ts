/** Where a text stands in a file: what a person looks for on the paper. */
import { oneLine } from "../model/format.ts";
import { cellsOf, type Provenance, type Recognition } from "../model/observation.ts";

/** The cell that is the text, or else the first that holds it; undefined: none does. */
export function placeOfText(text: string, { tables }: Pick<Recognition, "tables">): Provenance | undefined {
  if (text === "") return undefined;
  const places = tables.flatMap(cellsOf).map(({ place }) => place);
  return places.find(({ raw }) => oneLine(raw) === text) ?? places.find(({ raw }) => oneLine(raw).includes(text));
}
