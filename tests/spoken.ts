/** An issue as a person reads it, for tests; and one whose French is given, where a test is about what is done with it. */
import { expect } from "vitest";
import type { Issue, Told } from "../scripts/model/issue.ts";
import { tell } from "../scripts/model/remarks/index.ts";
import type { RuleName } from "../scripts/model/rules.ts";

export type Said = Pick<Issue, "rule" | "severity" | "place" | "also" | "asks"> & Told;

export function spoken<I extends Issue | null | undefined>(issue: I): I extends Issue ? Said : Partial<Said> {
  if (!issue) return {} as never;
  const { rest: _, about: __, ...found } = { about: null, ...(issue as Issue) };
  return { ...found, ...tell(issue, "eyes") } as never;
}

export const madeIssue = (issue: Omit<Issue, "about" | "rule"> & Told & { readonly rule: RuleName }): Issue =>
  issue as unknown as Issue;

/** What an issue quotes of what was received, or of what a library said: the first such text that it is about. */
export function quotedBy(issue: Issue | null | undefined): string {
  if (!issue || !("about" in issue)) return "";
  const about = issue.about as Readonly<Record<string, unknown>>;
  for (const name of ["words", "what", "text", "raw", "title", "sender"]) {
    const value = about[name];
    if (typeof value === "string") return value;
    if (typeof value === "object" && value !== null && "received" in value) return String(value.received);
  }
  return "";
}

/** Matches a sentence that holds all of these words, numbers as they are written in French. */
export const saying = (...words: readonly string[]): unknown => {
  const loose = (word: string): string =>
    word
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/ /g, "\\s")
      .replace(/^-/, "[-−]")
      .replace(/(?<=\d)(?=(?:\d{3})+$)/g, "\\s?");
  return expect.stringMatching(
    new RegExp(words.map((word) => `(?=.*(?<![\\d,])${loose(word)}(?![\\d,]\\d))`).join(""), "s"),
  );
};
