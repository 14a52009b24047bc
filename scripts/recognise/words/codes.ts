/** « CAMB | Cambriolages de logement »: what the codes of a file are short for, where a table without a number says it. */
import type { Grid } from "../../model/grid.ts";
import { parseNumber } from "../../model/number.ts";
import type { Labels } from "./labels.ts";

const CODE = /^[\p{Lu}\d+-]{2,10}$/u;

/** @param grids those that a person sees. */
export function withCodes(labels: Labels, grids: readonly Grid[]): Labels {
  const names = new Map<string, string | null>();
  for (const { rows } of grids) {
    const texts = rows.map((row) => row.flatMap(({ text }) => (text.trim() === "" ? [] : [text.trim()])));
    if (texts.flat().some((text) => parseNumber(text) !== undefined)) continue;
    for (const [code = "", name = "", more] of texts) {
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
