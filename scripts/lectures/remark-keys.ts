/** What a remark is about, whatever the quarter: by this one that was accepted is known again, in a later file of its template. */
import { seal, shapeOf } from "../map/index.ts";
import type { Issue } from "../model/issue.ts";
import { isReceived, type Received } from "../model/received.ts";

/** Fields of remarks that hold the program's own words: they may change. */
export const WORDS: ReadonlySet<string> = new Set(["why", "readings", "todo", "others", "doubt", "words"]);

/** @param key of the sealed texts of the lecture. */
export function remarkKeys(issue: Issue, key: string): readonly string[] {
  if (!("about" in issue)) return [];
  const textKey = (text: Received): string => text.sealed ?? seal(text.received, key).shape;
  // a lecture of before kept a sentence: it is known by what it was read from
  if (issue.rule === "remark-of-before") return [`${issue.about.rule} ${textKey(issue.about.text)}`];
  const about = JSON.stringify(issue.about, (name, value: unknown) => {
    if (WORDS.has(name)) return undefined;
    if (typeof value === "number") return "{n}";
    if (typeof value === "string") return shapeOf(value);
    return typeof value === "object" && value !== null && isReceived(value) ? textKey(value) : value;
  });
  const texts = Object.values<unknown>(issue.about).filter((value) => typeof value === "object" && value !== null);
  return [about, ...texts.filter(isReceived).map(textKey), textKey({ received: "" })].map(
    (of) => `${issue.rule} ${of}`,
  );
}
