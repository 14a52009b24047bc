/** An issue as a person reads it, for tests; and one whose French is given, where a test is about what is done with it. */
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
