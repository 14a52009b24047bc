/**
 * Page one: what has changed, and whether to worry, in a minute.
 *
 *   headline    the news
 *   changes     what a further edition changes of the quarter's own figures
 *   points      at most five: what is grave, established, to follow, beside the département
 *   follow-up   what the quarter before announced, and what has become of it
 *   announced   the lines of which something is said, each fact of life once
 *   together    most of them at once, as one finding
 *   forces      a force that stands out alone
 *   worry       « Faut-il s'en inquiéter ? »
 *   key-figures four numbers
 *   standing    « Où en est-on », by theme: a section like the others
 */

import type { FrontPage, Question } from "../../model/document/front-page.ts";
import type { Context } from "../context/context.ts";
import { headline } from "./headline.ts";
import { keyFigures } from "./key-figures.ts";
import { points } from "./points.ts";

export { standingSection } from "./standing.ts";

/** Questions of page one: a short edition with no more of them has no section of its own for them. */
export const MOST_ASKED = 3;

/** @param asked all the questions: the first ones stand on page one */
export function frontPage(c: Context, asked: readonly Question[]): FrontPage {
  return {
    ...headline(c),
    ask: asked.slice(0, MOST_ASKED),
    points: points(c),
    keyFigures: keyFigures(c),
  };
}
