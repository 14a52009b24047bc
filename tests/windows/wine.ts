/** Windows, where there is none: Wine, in a folder of its own. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Answer, runAtTerminal } from "../terminal.ts";

const has = (program: string): boolean => spawnSync("which", [program], { stdio: "ignore" }).status === 0;

/** Is Wine there? Asked to, it is installed (Debian, as root). Otherwise what is missing, in French. */
export function missingWine(mayInstall: boolean): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return "Wine n'est employé ici que sous Linux x64.";
  const isThere = (): boolean => has("wine") && has("xvfb-run");
  if (isThere()) return undefined;
  if (mayInstall && process.getuid?.() === 0 && has("apt-get")) {
    const apt = (...args: readonly string[]): boolean =>
      spawnSync("apt-get", ["-qq", ...args], {
        stdio: "ignore",
        timeout: 300_000,
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      }).status === 0;
    apt("update");
    apt("install", "-y", "--no-install-recommends", "wine", "wine64", "xvfb", "xauth");
    if (isThere()) return undefined;
  }
  const why = mayInstall ? "et n'a pas pu l'être" : "« npm run windows -- --complet » l'installe";
  return `Wine n'est pas installé, ${why} : paquets Debian wine, wine64, xvfb et xauth.`;
}

export interface Ran {
  readonly status: number | null;
  /** Both streams, no-break spaces plain. */
  readonly shown: string;
}

export interface Windows {
  /** Folder of this machine that is C: there. */
  readonly driveC: string;
  /** A program of Windows with its arguments, to its end. `cwd`: a folder of this machine. */
  readonly run: (args: readonly string[], options?: { readonly cwd?: string }) => Promise<Ran>;
  /** The same, in a console, where a person answers. */
  readonly runInConsole: (args: readonly string[], answers: readonly Answer[], cwd: string) => Promise<Ran>;
  /** Variables that every program sees. */
  readonly env: Record<string, string>;
  /** Ends what still runs, and erases all. */
  readonly close: () => void;
}

/** The one that works there. */
export const ACCOUNT = "agent";

const LIMIT_MS = 900_000;

/** A new Windows, empty. Takes some fifteen seconds. */
export async function startWindows(): Promise<Windows> {
  const root = mkdtempSync(join(tmpdir(), "windows-"));
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? "",
    HOME: root,
    USER: ACCOUNT,
    LC_ALL: "C.UTF-8",
    WINEPREFIX: join(root, "prefix"),
    WINEDEBUG: "-all",
    XDG_RUNTIME_DIR: join(root, "xdg"),
  };
  mkdirSync(join(root, "xdg"), { mode: 0o700 });
  let runs = 0;
  const start = async (program: string, args: readonly string[], cwd: string): Promise<Ran> => {
    // Through a file: on a pipe made by Linux, Node under Wine cannot write.
    runs += 1;
    const file = join(root, `sortie-${runs}`);
    const out = openSync(file, "w");
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", out, out], timeout: LIMIT_MS });
    const status = await new Promise<number | null>((done, failed) => {
      child.once("error", failed);
      child.once("exit", (code) => done(code));
    });
    return { status, shown: readFileSync(file, "utf8").replaceAll("\u00a0", " ") };
  };
  await start("xvfb-run", ["-a", "wineboot", "-i"], root);
  await start("wineserver", ["-w"], root);
  return {
    driveC: join(env.WINEPREFIX ?? "", "drive_c"),
    env,
    run: (args, { cwd = root } = {}) => start("wine", args, cwd),
    runInConsole: (args, answers, cwd) => runAtTerminal(["wine", ...args], answers, { cwd, env }),
    close: () => {
      spawnSync("wineserver", ["-k"], { env, stdio: "ignore" });
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
