/** French typography for all that is read: no-break spaces and apostrophes, applied once, at the end. */
import { NBSP, NNBSP } from "../../model/format.ts";
import { mapTexts } from "../../model/json.ts";

/** "« l'an dernier » : 3 %" gets its no-break spaces and its apostrophe; everything else stays as written. */
export const typography = (text: string): string =>
  text
    .replace(/ (?=:(?:\s|$))/g, NBSP)
    .replace(/ (?=[;!?%](?:\s|[).,]|$))/g, NNBSP)
    .replace(/(?<=\d) (?=000(?!\d))/g, NNBSP)
    .replace(/« /g, `«${NBSP}`)
    .replace(/ »/g, `${NBSP}»`)
    .replace(/(?<=\p{L})'(?=[\p{L}\d])/gu, "’");

/** The same plain data, every text of it with French typography, but what identifies and is no prose. */
export const withTypography = mapTexts(typography, {
  ...{ id: null, line: null, from: null, kind: null, severity: null },
  ...{ emphasis: null, mark: null, verdict: null },
});
