/** What each step of the quarter is given, and the ways in which one ends the walk. */
import type { Entitlements } from "../custody/people/entitlement.ts";
import { ACTION_NAMES } from "../custody/register/entry.ts";
import { formatPeriod, quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { periodOfQuarter } from "../model/period.ts";
import { STOPPED, type Talk } from "../shell/ask.ts";
import type { Situation } from "./situation.ts";

export type ExitCode = 0 | 1 | 2;

export interface Walk extends Talk {
  readonly dataDir: string;
  readonly outDir: string;
  /** "2026-04-09" */
  readonly today: string;
  readonly list: Entitlements | null;
  /** Lines of the register when the walk began. */
  readonly from: number;
  readonly look: () => Situation;
  /** A remark, in its colours. */
  readonly show: (issue: Issue) => void;
  /** A command of the program by its name, to its end; its exit code; null: it was stopped by Ctrl+C. */
  readonly run: (name: string, ...args: readonly string[]) => Promise<ExitCode | null>;
  /** What a check says, printed. */
  readonly check: () => Promise<readonly Issue[]>;
  /** Opens a file in the program of the machine; false: it cannot. */
  readonly open: (path: string) => Promise<boolean>;
}

/** null: the next step has its turn. */
export type Step = (walk: Walk) => Promise<ExitCode | null>;

/** Ends the walk: why, and how to go on. */
export function stop({ say }: Pick<Walk, "say">, code: ExitCode, ...reasons: readonly string[]): ExitCode {
  for (const reason of reasons) say(reason);
  say("Pour reprendre là où vous en êtes : npm run trimestre");
  return code;
}

/** The person leaves: what of this walk is in the register, which is all that it changes. */
export function leave(walk: Walk): ExitCode {
  const done = [
    ...new Set(
      walk
        .look()
        .lines.slice(walk.from)
        .flatMap(({ action }) => (action === "index" ? [] : ACTION_NAMES[action])), // the list follows by itself
    ),
  ];
  return stop(
    walk,
    0,
    done.length === 0
      ? "Arrêté à votre demande : rien n'est inscrit."
      : `Arrêté à votre demande. Ce qui est fait reste fait, et est inscrit au registre : ${done.join(", ")}.`,
  );
}

/** Runs a command; null: it did what it had to. */
export async function does(walk: Walk, name: string, ...args: readonly string[]): Promise<ExitCode | null> {
  const code = await walk.run(name, ...args);
  if (code === 0) return null;
  if (code === null) throw STOPPED;
  return stop(walk, code, `${quote(`npm run ${name}`)} s'est arrêté : son message, ci-dessus, dit que faire.`);
}

export const tell = ({ show }: Walk, issues: readonly Issue[]): void => {
  for (const issue of issues) show(issue);
};

/** "1er trimestre 2026" */
export const nameOf = (quarter: string): string => formatPeriod(periodOfQuarter(quarter));
