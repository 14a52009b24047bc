/** « CAMB | Cambriolages de logement »: what the codes of a file are short for, where a table without a number says it, or a key in one text. */
import type { Grid } from "../../model/grid.ts";
import { parseNumber } from "../../model/number.ts";
import type { Labels } from "./labels.ts";

const CODE = /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\d+-]{2,10}$/u;

/** "HOM : homicides ; VAA : vols avec armes", in one text: each with what it is short for; of one alone, none. */
function keysIn(text: string): readonly (readonly string[])[] {
  const pairs = text.split(/[;,\n•|]/).map((piece) => piece.split(/\s*[:=]\s*/).map((part) => part.trim()));
  return pairs.length > 1 ? pairs : [];
}

/** @param grids those that a person sees. */
export function withCodes(labels: Labels, grids: readonly Grid[]): Labels {
  const names = new Map<string, string | null>();
  for (const { rows } of grids) {
    const texts = rows.map((row) => row.flatMap(({ text }) => (text.trim() === "" ? [] : [text.trim()])));
    const isOfCodes = !texts.flat().some((text) => parseNumber(text) !== undefined);
    for (const [code = "", name = "", more] of [...(isOfCodes ? texts : []), ...texts.flat().flatMap(keysIn)]) {
      if (more !== undefined || !CODE.test(code) || labels.match(name).length === 0) continue;
      // of two names, neither
      names.set(code, [undefined, name].includes(names.get(code) ?? undefined) ? name : null);
    }
  }
  return {
    ...labels,
    // the file's own word: « CAMB » is that line, whatever it is short for elsewhere
    match: (label) => labels.match(names.get(label.trim()) ?? label),
  };
}
