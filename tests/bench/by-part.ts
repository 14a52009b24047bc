/** Where the processor's time of a command goes: by process and by part of the program or library, from Node's own profiles. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inMs, run } from "./processes.ts";

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** "…/node_modules/yaml/dist/…" => "yaml"; "…/scripts/check/force-sum.ts" => "scripts/check"; Node's own loading of modules apart. */
function partOf({ functionName, url }: Profile["nodes"][number]["callFrame"]): string {
  const [, library] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  const [, own] = /\/(scripts\/[^/]+|templates|\.eleventy\.js)/.exec(url) ?? [];
  if (library ?? own) return library ?? own ?? "";
  if (/^node:internal\/(?:modules|bootstrap)/.test(url) || /CompileCache|compile/i.test(functionName)) return "modules";
  if (functionName === "(garbage collector)") return "ramasse-miettes";
  return url.startsWith("wasm:") ? "cephes" : "Node";
}

/** Samples are taken by the clock: what waits is left out, and the rest is a share of the processor's time. */
function shares({ nodes, samples, timeDeltas }: Profile): ReadonlyMap<string, number> {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map<string, number>();
  for (const [i, id] of samples.entries()) {
    const frame = frames.get(id);
    if (!frame || frame.functionName === "(idle)") continue;
    const part = partOf(frame);
    times.set(part, (times.get(part) ?? 0) + (timeDeltas[i] ?? 0));
  }
  const whole = times.values().reduce((a, b) => a + b, 0);
  return new Map([...times].map(([part, time]) => [part, time / whole]));
}

/** Under it, a part is counted among the others. */
const LEAST_MS = 10;

/** Lines of a table: each process with its parts, the greatest first. */
export function timeByPart(command: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "profil-"));
  try {
    const { processes } = run(command, `--cpu-prof --cpu-prof-interval=200 --cpu-prof-dir=${folder}`);
    const profiles = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Profile);
    return processes.flatMap(({ name, ms, peak }) => {
      const own = profiles.find(({ nodes }) => nodes.some(({ callFrame: { url } }) => url.endsWith(`/${name}`)));
      const parts = [...(own ? shares(own) : [])]
        .map(([part, share]) => ({ part, time: share * ms }))
        .filter(({ time }) => time >= LEAST_MS)
        .toSorted((a, b) => b.time - a.time);
      const rest = ms - parts.reduce((sum, { time }) => sum + time, 0);
      return [
        `${inMs(ms)}  ${name} (${peak.toFixed(0)} Mio)`,
        ...parts.map(({ part, time }) => `${inMs(time)}    ${part}`),
        `${inMs(rest)}    le reste`,
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
