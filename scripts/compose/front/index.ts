/**
 * Page one: what has changed, and whether to worry, in a minute.
 *
 *   headline    the news
 *   changes     what a further edition changes of the quarter's own figures
 *   points      at most five: what is grave, established, to follow, beside the département
 *   follow-up   what the quarter before announced, and what has become of it
 *   announced   the lines of which something is said, each fact of life once
 *   key-figures four numbers
 *   standing    « Où en est-on », by theme: a section like the others
 */

import type { FrontPage } from "../../model/document/bulletin.ts";
import type { Context } from "../context/context.ts";
import { headline } from "./headline.ts";
import { keyFigures } from "./key-figures.ts";
import { points } from "./points.ts";

export { standingSection } from "./standing.ts";

export const frontPage = (c: Context): FrontPage => ({
  headline: headline(c),
  points: points(c),
  keyFigures: keyFigures(c),
});
