/** Pages that are no bulletin's, the screens of the window and the papers to sign, from their parts. Wraps Nunjucks, whose escaping stays on. */
import { join } from "node:path";
import nunjucks from "nunjucks";
import { cssString } from "./filters/embed.ts";
import { printable } from "./filters/texts.ts";

const PARTS = join(import.meta.dirname, "../../templates/_includes");
const parts = new nunjucks.Environment(new nunjucks.FileSystemLoader(PARTS), {
  autoescape: true,
  throwOnUndefined: false,
});
parts.addFilter("cssString", cssString);

/** @param name of the part: "paper/to-sign.njk". */
export const renderPart = (name: string, data: Readonly<Record<string, unknown>>): string =>
  parts.render(name, printable(data));
