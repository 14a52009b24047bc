/**
 * npm run bench: how long the build of the demo lasts, beside the floor: the same Node starting the same browser, which prints the
 * finished page, and nothing else. Both as processes, alternately in the same run, medians.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const ROOT = resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    floor: { type: "string" },
    stages: { type: "string" },
  },
});

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const ms = (duration: number): string => `${duration.toFixed(0).padStart(6)} ms`;

/** What each Node process of a run ends with on the error stream: the largest memory that it had, in KiB. */
const PEAK = `data:text/javascript,${encodeURIComponent('process.on("exit",()=>process.stderr.write("\\npeak="+process.resourceUsage().maxRSS+"\\n"))')}`;

/** Preloaded by the commands of package.json. */
const PRELOAD = "./scripts/preload.js";

/** @returns milliseconds from start to end of a Node process, and the peak memory in MiB of the largest of its Node processes. */
function run(...command: readonly string[]): { readonly took: number; readonly peak: number } {
  const start = performance.now();
  const child = spawnSync(process.execPath, ["--import", PRELOAD, ...command], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: `--import ${PEAK}` },
  });
  const took = performance.now() - start;
  if (child.status !== 0)
    throw new Error(`${command.join(" ")}: exit ${child.status}\n${child.stdout}\n${child.stderr}`);
  return { took, peak: Math.max(...[...child.stderr.matchAll(/peak=(\d+)/g)].map(([, kib]) => Number(kib))) / 1024 };
}

/** The floor's own process. */
async function printFinishedPage(file: string): Promise<void> {
  const { launchBrowser } = await import("./publish/browser.ts");
  const { page, close } = await launchBrowser({ browser: null });
  await page.setJavaScriptEnabled(false);
  await page.goto(pathToFileURL(file).href);
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await close();
}

/** The stages' own process: the steps of scripts/build.ts one after the other, and the readers by format. */
async function timeStages(out: string): Promise<void> {
  const marks: { readonly name: string; readonly at: number; readonly cpu: number }[] = [];
  const mark = (name: string): void => {
    const { user, system } = process.cpuUsage();
    marks.push({ name, at: performance.now(), cpu: (user + system) / 1000 });
  };
  mark("démarrage de Node");
  const { launchBrowser, publish } = await import("./publish/index.ts");
  const browser = launchBrowser({ browser: null });
  const { editionAt, issuesAt, quartersHeld, readHoldings } = await import("./holdings.ts");
  const { read } = await import("./read/index.ts");
  const { loadDeliveries } = await import("./deliveries.ts");
  const { loadSettings } = await import("./load-settings.ts");
  mark("chargement du programme");
  const data = join(ROOT, "data", "demo");
  const settings = loadSettings(data);
  const holdings = await readHoldings(loadDeliveries(data), settings, "2027-01-01", () => mark("réglages et fichiers"));
  mark("lecture et reconnaissance");
  const quarter = quartersHeld(holdings).at(-1);
  if (quarter === undefined) throw new Error(`no quarter in ${data}`);
  const issues = issuesAt(holdings, quarter);
  mark("contrôles");
  const edition = editionAt(holdings, quarter, issues);
  let step = "analyse et composition";
  await publish([edition], {
    out,
    browser,
    progress: (next) => {
      mark(step);
      step = next;
    },
  });
  mark(step);
  await (await browser).close();
  mark("fermeture du navigateur");
  console.log("Étapes, dans un seul processus (durée, calcul de Node ; le navigateur démarre pendant les premières) :");
  for (const [index, { name, at, cpu }] of marks.entries()) {
    const before = marks[index - 1];
    console.log(`${ms(at - (before?.at ?? 0))} ${ms(cpu - (before?.cpu ?? 0))}  ${name}`);
  }

  const byFormat = new Map<string, number[]>();
  const { files } = holdings.deliveries;
  for (const file of files) {
    const start = performance.now();
    const { value } = await read(file, files);
    const format = value.format ?? "non lu";
    byFormat.set(format, [...(byFormat.get(format) ?? []), performance.now() - start]);
  }
  console.log("Lecture d’un fichier de la démonstration, bibliothèque chargée (médiane, plus longue) :");
  for (const [format, times] of byFormat)
    console.log(`${ms(median(times))} ${ms(Math.max(...times))}  ${format} (${times.length})`);
}

async function bench(): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), "mesure-"));
  try {
    // As package.json starts it: "node --max-semi-space-size=8 scripts/build.ts"
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      readonly scripts: { readonly build: string };
    };
    const command = [...scripts.build.split(" ").slice(1), "--data", join("data", "demo"), "--out", out];
    run(...command); // warms the disk, the unpacked browser and the compiled code
    const latest =
      readdirSync(out)
        .filter((name) => /^\d{4}-T\d$/.test(name))
        .sort()
        .at(-1) ?? "";
    const page = join(out, latest, "bulletin.html");
    run(import.meta.filename, "--floor", page);
    const builds: ReturnType<typeof run>[] = [];
    const floors: ReturnType<typeof run>[] = [];
    for (let i = 0; i < Number(values.runs); i += 1) {
      builds.push(run(...command));
      floors.push(run(import.meta.filename, "--floor", page));
    }
    const build = median(builds.map(({ took }) => took));
    const floor = median(floors.map(({ took }) => took));
    console.log(`${ms(build)}  la construction entière de ${latest} (médiane de ${values.runs})`);
    console.log(`${ms(floor)}  le plancher : démarrer Node et le navigateur, imprimer la page finie, arrêter`);
    console.log(`${(build / floor).toFixed(2).padStart(6)}     rapport (2 au plus)`);
    console.log(
      `${Math.max(...builds.map(({ peak }) => peak))
        .toFixed(0)
        .padStart(6)} Mio mémoire du plus grand processus Node (300 au plus)\n`,
    );
    const stages = spawnSync(process.execPath, ["--import", PRELOAD, import.meta.filename, "--stages", out], {
      cwd: ROOT,
      encoding: "utf8",
    });
    if (stages.status !== 0) throw new Error(stages.stderr);
    console.log(stages.stdout);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

if (values.floor !== undefined) await printFinishedPage(values.floor);
else if (values.stages !== undefined) await timeStages(values.stages);
else await bench();
