/** The libraries, installed for the system of the kit as the lock file says, that they may be taken from. */
import { execFileSync } from "node:child_process";
import { UserError } from "../model/issue.ts";
import type { Target } from "./targets.ts";

/** `npm ci` in a folder that holds package.json and package-lock.json, for a system that may not be this one. No script is run. */
export function installPackages(folder: string, target: Target): void {
  const options = [
    "--omit=dev",
    "--ignore-scripts",
    "--prefer-offline",
    `--os=${target.os}`,
    "--cpu=x64",
    "--libc=glibc",
  ];
  const npm = process.env.npm_execpath; // the npm that runs this command: on Windows, npm is no program that can be started
  const [program, first] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  try {
    execFileSync(program, [...first, "ci", ...options], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new UserError(
      `Les bibliothèques du kit n'ont pas pu être installées (npm ci). ${said}`,
      "Vérifiez l'accès de cette machine aux paquets de npm, puis relancez la commande.",
    );
  }
}
