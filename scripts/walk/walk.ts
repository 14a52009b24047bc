/** What each step of the quarter is given, and the ways in which one ends the walk. */
import type { Entitlements } from "../custody/people/entitlement.ts";
import { quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import type { Situation } from "./situation.ts";

export type ExitCode = 0 | 1 | 2;

export interface Walk {
  readonly dataDir: string;
  readonly outDir: string;
  /** "2026-04-09" */
  readonly today: string;
  readonly list: Entitlements | null;
  readonly look: () => Situation;
  readonly say: (text: string) => void;
  /** A remark, in its colours. */
  readonly show: (issue: Issue) => void;
  /** null: the person leaves there. */
  readonly ask: (question: string) => Promise<boolean | null>;
  /** A command of the program by its name, to its end; its exit code. */
  readonly run: (name: string, ...args: readonly string[]) => Promise<ExitCode>;
  /** Opens a file in the program of the machine; false: it cannot. */
  readonly open: (path: string) => Promise<boolean>;
}

/** null: the next step has its turn. */
export type Step = (walk: Walk, quarter: string) => Promise<ExitCode | null>;
/** Ends the walk: why, and how to go on. */
export function stop({ say }: Walk, code: ExitCode, ...reasons: readonly string[]): ExitCode {
  for (const reason of reasons) say(reason);
  say("Pour reprendre là où vous en êtes : npm run trimestre");
  return code;
}
export const leave = (walk: Walk): ExitCode => stop(walk, 0, "Arrêté à votre demande. Ce qui est fait reste fait.");
export const stopAfter = (walk: Walk, name: string, code: ExitCode): ExitCode =>
  stop(walk, code, `${quote(`npm run ${name}`)} s'est arrêté : son message, ci-dessus, dit que faire.`);

export const tell = ({ show }: Walk, issues: readonly Issue[]): void => {
  for (const issue of issues) show(issue);
};
