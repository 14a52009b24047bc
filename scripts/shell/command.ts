/**
 * What every command shares: what it is given, --aide, messages on the right stream, exit codes 0, 1, 2. A command of scripts/ exports its
 * `main`, which a test or another command calls with what it likes; run as a program, it is given the terminal and the clock:
 *
 *   export const main = defineCommand({ name: "npm run copies", … }, (args, { out, err, now }) => …);
 *   if (import.meta.main) await runAsProgram(main);
 */

import { inspect } from "node:util";
import { asRefusal } from "../disk/refusal.ts";
import { UserError } from "../model/issue.ts";
import { type Terminal, thisTerminal } from "./ask.ts";
import {
  type Arguments,
  type CommandSpec,
  helpText,
  parseCommandLine,
  repairQuotes,
  withKeptByNpm,
} from "./command-line.ts";
import { createProgress, type Progress } from "./progress.ts";
import { safeText, wrap } from "./wrap.ts";

/** What a command is given beside the line typed. */
export interface CommandContext {
  /** Prints the result, a line or several. */
  readonly out: (text: string) => void;
  /** Prints a remark or a refusal. */
  readonly err: (text: string) => void;
  readonly now: () => Date;
  /** Told what a long command is doing. */
  readonly progress: Progress;
  /** Where the person is asked. */
  readonly terminal: Terminal;
}

export type ExitCode = 0 | 1 | 2;

/** @param given the line typed, without the command's name. */
export type Main = (given: readonly string[], context: CommandContext) => Promise<ExitCode>;

/** Node's own words when a library is not in node_modules: the program was brought up to date, and not installed again. */
const isMissingLibrary = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^(ERR_)?MODULE_NOT_FOUND$/.test(String(error.code));
const REINSTALL = new UserError(
  "Une bibliothèque du programme manque.",
  "Installez-le de nouveau (npm ci ; avec le kit : extrayez de nouveau son archive), puis relancez la commande.",
);

/**
 * A command that ends with the exit code that `run` gives, or that its UserError carries; anything else thrown is a bug and says so (2).
 * `Tools`: what some commands work with, where a test gives other ones: the printer.
 */
export const defineCommand =
  <Tools>(
    spec: CommandSpec,
    run: (args: Arguments, context: CommandContext, tools?: Tools) => Promise<ExitCode> | ExitCode,
  ): ((...given: readonly [...Parameters<Main>, tools?: Tools]) => Promise<ExitCode>) =>
  async (given, context, tools) => {
    const { out, err } = context;
    try {
      const typed = withKeptByNpm(spec, given, process.env);
      const args = parseCommandLine(spec, repairQuotes(typed, process.platform));
      if (!args.has("aide")) return await run(args, context, tools);
      out(helpText(spec));
      return 0;
    } catch (thrown) {
      const error = isMissingLibrary(thrown) ? REINSTALL : (asRefusal(thrown) ?? thrown);
      if (error instanceof UserError) {
        err(safeText(`${error.message}\n  → ${error.hint}`));
        return error.exitCode;
      }
      err("Erreur imprévue : c'est un défaut du programme. Rien n'a été modifié à moitié. Détail à transmettre :");
      err(inspect(error));
      return 2;
    }
  };

/** What Ctrl+C ends with, everywhere but at a question: 128, and the number of the signal. */
const STOPPED_CODE = 130;

/** Runs a command as it was typed. */
export async function runAsProgram(main: Main): Promise<void> {
  process.on("SIGINT", () => {
    if (process.listenerCount("SIGINT") > 1) return; // a command that runs another says it itself
    process.stderr.write(
      "\nArrêté à votre demande (Ctrl+C). Ce qui n'était pas fini n'a rien changé : chaque chose s'écrit entière, ou pas du tout.\n",
    );
    process.exit(STOPPED_CODE);
  });
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => console.log(wrap(text, process.stdout.columns)), // as many columns as the terminal has; outside of one, undefined
    err: (text) => console.error(wrap(text, process.stderr.columns)),
    now: () => new Date(),
    progress: createProgress(process.stderr),
    terminal: thisTerminal,
  });
}
