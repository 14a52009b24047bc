import { spawnSync } from "node:child_process";

/** A command of scripts/ to its end, as a process without a terminal: "check". No-break spaces come out as plain ones. */
export function runCommand(name: string, ...args: readonly string[]) {
  return runCommandIn(process.env, name, ...args);
}

/** The same, in another environment. */
export function runCommandIn(env: NodeJS.ProcessEnv, name: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./scripts/preload.js", `scripts/${name}.ts`, ...args],
    {
      encoding: "utf8",
      input: "",
      env,
    },
  );
  return { status, stdout: stdout.replaceAll("\u00a0", " "), stderr: stderr.replaceAll("\u00a0", " ") };
}
