/**
 * npm run test:kill -- --count 200 [--seed 1]: processes are killed at random instants, and nothing may be lost, left or blocked. First the
 * publisher, whose steps are many; then every command that writes, as a person types it.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

for (const part of ["publish/kill.ts", "custody/kill.ts"]) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, part), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
