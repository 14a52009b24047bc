/** The commands that an agent may type: those of package.json that start as the program does for its users. */
import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** "check", "build", "copies" … */
export const COMMANDS: readonly string[] = Object.entries(scripts)
  .filter(([name, line]) => line === `node --import ./scripts/preload.js scripts/${name}.ts`)
  .map(([name]) => name);
