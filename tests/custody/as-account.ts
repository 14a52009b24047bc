/**
 * Child of two-accounts.test.ts, started as another account of the machine: runs each line that it is given, ["check", "--data", "…"], one
 * JSON document a line, and answers with what the command said. By night, with the browser and the processes of the program.
 */
import { createInterface } from "node:readline";
import { NIGHTLY } from "../draws.ts";
import { runCommand, runCommandWith } from "../run-main.ts";

for await (const text of createInterface({ input: process.stdin })) {
  const [name = "", ...line] = JSON.parse(text) as readonly string[];
  process.stdout.write(
    `${JSON.stringify(await (NIGHTLY ? runCommandWith({ tools: undefined }, name, ...line) : runCommand(name, ...line)))}\n`,
  );
}
