/**
 * Kills builds at random instants and looks at what is left: the old bulletin or the new one, whole, and nothing that blocks the
 * next build. `npm run test:kill -- --count 200 [--seed 1]`
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { count: { type: "string", default: "20" }, seed: { type: "string", default: "1" } },
});
const out = join(mkdtempSync(join(tmpdir(), "coups-")), "dist");
let version = 0;

/** Park and Miller's generator: the same kills for the same seed, as far as the machine allows. */
let state = Number(values.seed);
function random(): number {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}

const killGroup = (pid: number) => (): void => {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // all of it has ended meanwhile
  }
};

/** Publishes the next version. @param after milliseconds after which it is killed. @returns how it ended, and how long it took. */
function build(
  after?: number,
): Promise<{ readonly code: number | null; readonly errors: string; readonly took: number }> {
  version += 1;
  const start = performance.now();
  const args = [join(import.meta.dirname, "kill-child.ts"), out, String(version)];
  const child = spawn(process.execPath, args, { detached: true });
  let errors = "";
  child.stderr.on("data", (data) => {
    errors += data;
  });
  // One kill in two takes the browser too, the other leaves it to notice that its parent is gone.
  const kill = version % 2 === 0 || child.pid === undefined ? () => child.kill("SIGKILL") : killGroup(child.pid);
  const timer = after === undefined ? undefined : setTimeout(kill, after);
  return new Promise((done) =>
    child.once("close", (code) => {
      clearTimeout(timer);
      done({ code, errors, took: performance.now() - start });
    }),
  );
}

interface Left {
  readonly fault: string | null;
  readonly version: number;
}

/** What stands in the output folder. `version` 0: no bulletin yet. */
function inspect(): Left {
  const folder = join(out, "2026-T1");
  if (!existsSync(folder)) return { fault: null, version: 0 };
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    for (const [name, sha256] of Object.entries(manifest.outputs))
      if (
        createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex") !== sha256
      )
        return { fault: `${name} is not the manifest's`, version: 0 };
    const names = [...Object.keys(manifest.outputs), "manifest.json"].sort();
    if (String(readdirSync(folder).sort()) !== String(names)) return { fault: "files too many", version: 0 };
    const index = join(out, "index.html");
    if (existsSync(index) && !readFileSync(index, "utf8").trimEnd().endsWith("</html>"))
      return { fault: "index.html is cut", version: 0 };
    return { fault: null, version: Number(manifest.index.fingerprint) };
  } catch (error) {
    return { fault: String(error), version: 0 };
  }
}

const faults: string[] = [];
const first = await build();
if (first.code !== 0) throw new Error(`the first build fails: ${first.errors}`);
const { took } = await build();
let before = inspect().version;
let swapped = 0;
for (let kill = 1; kill <= Number(values.count); kill += 1) {
  // Two kills in three fall in the last fifth, where files are put in place.
  const after = took * (random() < 2 / 3 ? 0.8 + 0.25 * random() : random());
  const { code, errors } = await build(after);
  if (code !== null && code !== 0) faults.push(`kill ${kill}: the build was refused: ${errors.slice(0, 200)}`);
  const left = inspect();
  if (left.fault !== null) faults.push(`kill ${kill} after ${after.toFixed(0)} ms: ${left.fault}`);
  else if (left.version !== before && left.version !== version)
    faults.push(`kill ${kill}: version ${left.version}, neither ${before} nor ${version}`);
  if (left.version === version) swapped += 1;
  before = left.version || before;
}
const last = await build();
if (last.code !== 0) faults.push(`after all kills a build fails: ${last.errors}`);
if (inspect().version !== version) faults.push("after all kills the last build is not there");
const remains = readdirSync(out).filter((name) => !["2026-T1", "index.html", ".verrou"].includes(name));
if (remains.length > 0) faults.push(`left beside: ${remains.join(", ")}`);
rmSync(join(out, ".."), { recursive: true, force: true });
console.log(`${values.count} kills, ${swapped} after the new bulletin was in place, ${faults.length} faults`);
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
