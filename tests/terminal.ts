/** A terminal of its own for a command, by util-linux's `script`: where there is none, the tests that need it say that they were left out. */
import { spawn, spawnSync } from "node:child_process";

export const HAS_TERMINAL = spawnSync("script", ["--version"]).status === 0;

export interface Answer {
  /** Typed once this is shown, after what was shown for the answer before: "Y sont-ils tous ?"; "" before anything is. */
  readonly when: string;
  /** "oui\r"; "\u0003" for Ctrl+C */
  readonly type: string;
}

const shellWord = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

export interface Shown {
  readonly status: number | null;
  /** All that the terminal showed, no-break spaces plain. */
  readonly shown: string;
}

/** A command of scripts/ with its arguments, as a person types it and answers. @param started told the process that holds the terminal, the command's parent. */
export const atTerminal = (
  [name = "", ...args]: readonly string[],
  answers: readonly Answer[],
  started: (pid: number) => void = () => {},
): Promise<Shown> =>
  runAtTerminal([process.execPath, "--import", "./scripts/preload.js", `scripts/${name}.ts`, ...args], answers, {
    started,
  });

/** Without the variable by which Node knows a continuous integration, where nothing is in colours: a person has none. */
const { CI: _, ...OF_A_PERSON } = process.env;

/** Any program with its arguments. */
export function runAtTerminal(
  words: readonly string[],
  answers: readonly Answer[],
  {
    started = () => {},
    ...place
  }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly started?: (pid: number) => void },
): Promise<Shown> {
  const child = spawn("script", ["-qec", words.map(shellWord).join(" "), "/dev/null"], { env: OF_A_PERSON, ...place });
  if (child.pid !== undefined) started(child.pid);
  const left = [...answers];
  let shown = "";
  let from = 0;
  const answer = (): void => {
    const [next] = left;
    const at = next ? shown.indexOf(next.when, from) : -1;
    if (!next || at < 0) return;
    from = at + next.when.length;
    left.shift();
    child.stdin.write(next.type);
  };
  answer();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += text.replaceAll("\u00a0", " ");
    answer();
  });
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (status) => done({ status, shown }));
  });
}
