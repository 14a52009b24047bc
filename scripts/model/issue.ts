/** What can go wrong, told to a person: what, where, what to do. */
import type { Provenance } from "./observation.ts";
import type { Asking } from "./question.ts";
import type { RuleName } from "./rules.ts";

/** error: the build stops. warning: the bulletin says it. info: the control sheet says it. */
export type Severity = "error" | "warning" | "info";

/** Where: a cell, or a whole file (`part`, `row` … absent), or a delivery (a folder's name in `file`). */
export type Place = Provenance | { readonly file: string; readonly part?: string };

export interface Issue {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** In French: what happened, with the figures or words concerned. */
  readonly message: string;
  /** In French: what to do. */
  readonly hint?: string;
  /** What a person may answer. */
  readonly asks?: Asking;
  readonly place?: Place;
  /** Further cells of the same cause, of the same file. */
  readonly also?: readonly Provenance[];
  readonly actual?: string;
  readonly expected?: string;
}

/** An issue of one severity: aWarning("copies-outdated", { message, hint, place }) */
const issueOf =
  (severity: Severity) =>
  (rule: RuleName, told: Omit<Issue, "rule" | "severity">): Issue => ({ rule, severity, ...told });
export const [anError, aWarning, aNote] = [issueOf("error"), issueOf("warning"), issueOf("info")] as const;

/** Does one of them stop the build? */
export const hasError = (issues: readonly Issue[]): boolean => issues.some((i) => i.severity === "error");

/** A fault in what is no statement (another document, a public base) stops no bulletin. */
export const asWarning = (issue: Issue): Issue =>
  issue.severity === "error" ? { ...issue, severity: "warning" } : issue;

/** A value with what is to be said about it. */
export interface Result<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
}

/**
 * What the operator can fix: the message says what happened, the hint what to do. Anything else thrown is a bug.
 * `exitCode` 1: the data; 2: the machine or the settings.
 */
export class UserError extends Error {
  override readonly name = "UserError" as const;
  readonly hint: string;
  readonly exitCode: 1 | 2;
  constructor(message: string, hint: string, exitCode: 1 | 2 = 2) {
    super(message);
    this.hint = hint;
    this.exitCode = exitCode;
  }
}
