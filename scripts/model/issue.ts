/**
 * What can go wrong, told to a person: what, where, what to do.
 *   a remark    on what was received: a value. Its French stands with its rule (remarks/), and is asked for by tell() where it is shown.
 *   a command's on the day, the machine, the register: said where it is found, printed by the commands, and kept nowhere.
 */
import type { AboutOf, RemarkName } from "./about.ts";
import type { Provenance } from "./observation.ts";
import type { Asking } from "./question.ts";
import type { RuleName, TOPICS } from "./rules.ts";

/** error: the build stops. warning: the bulletin says it. info: the control sheet says it. */
export type Severity = "error" | "warning" | "info";

/** Where: a cell, or a whole file (`part`, `row` … absent), or a delivery (a folder's name in `file`). */
export type Place = Provenance | { readonly file: string; readonly part?: string };

/** What a person reads. */
export interface Told {
  readonly message: string;
  readonly hint?: string;
}

interface Anything {
  readonly severity: Severity;
  /** What a person may answer. */
  readonly asks?: Asking;
  readonly place?: Place;
  /** Further cells of the same cause, of the same file. */
  readonly also?: readonly Provenance[];
  /** So many more of the same rule, which are not told one by one. */
  readonly rest?: number;
}

/** A remark of one rule. */
export interface RemarkOf<R extends RemarkName> extends Anything {
  readonly rule: R;
  readonly about: AboutOf<R>;
}
/** Said of what was received. */
export type Remark = { [R in RemarkName]: RemarkOf<R> }[RemarkName];

/** Said by a command, in French. */
export interface CommandIssue extends Anything, Told {
  readonly rule: CommandName;
  /** What is awaited, as a message to the service names it. */
  readonly awaited?: string;
}

/** A rule of the day, the machine or the register: on no paper. All others are remarks. */
export type CommandName = Exclude<
  { [R in RuleName]: (typeof TOPICS)[R] extends "command" ? R : never }[RuleName],
  RemarkName
>;
export type Issue = Remark | CommandIssue;

/** What is to be given of an issue besides its rule and its severity; a remark about nothing needs no `about`. */
export type Given<R extends RemarkName | CommandName> = R extends RemarkName
  ? Omit<RemarkOf<R>, "rule" | "severity" | "about"> &
      (object extends AboutOf<R> ? { readonly about?: AboutOf<R> } : { readonly about: AboutOf<R> })
  : Omit<CommandIssue, "rule" | "severity">;

/** An issue of one severity; each is made here, but for those that a lecture of before holds: aWarning("pdf-form", { about: { page, fields }, place }) */
export const issueOf =
  (severity: Severity) =>
  <R extends RemarkName | CommandName>(rule: R, given: Given<R>): Issue =>
    ({ rule, severity, ...("message" in given ? {} : { about: {} }), ...given }) as unknown as Issue;
export const [anError, aWarning, aNote] = [issueOf("error"), issueOf("warning"), issueOf("info")] as const;

/** One issue for so many more like this one, of its part of the file. */
export const restOf = ({ asks: _, also: __, ...issue }: Issue, rest: number): Issue => {
  const { place } = issue;
  const around = place && { file: place.file, ...("part" in place ? { part: place.part } : {}) };
  return { ...issue, rest, ...(around && { place: around }) } as Issue;
};

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
