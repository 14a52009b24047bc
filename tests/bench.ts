/**
 * npm run bench: how long the build of the demo lasts, beside the floor: the same Node starting the same browser, which prints the
 * finished page, and nothing else. Both as processes, alternately in the same run, medians.
 * With --trimestres 25,50,100,200: duration, memory and pages of a bulletin that rests on as many quarters.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { quarter, quarterId, shiftQuarters } from "../scripts/model/period.ts";
import { IS101_LINES } from "./demo/commune.ts";
import { seeded } from "./demo/random.ts";

const ROOT = resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    floor: { type: "string" },
    stages: { type: "string" },
    trimestres: { type: "string" },
  },
});

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const ms = (duration: number): string => `${duration.toFixed(0).padStart(6)} ms`;

/** What each Node process of a run ends with on the error stream: the largest memory that it had, in KiB. */
const PEAK = `data:text/javascript,${encodeURIComponent('process.on("exit",()=>process.stderr.write("\\npeak="+process.resourceUsage().maxRSS+"\\n"))')}`;

/** A Node process, awaited. @returns what it wrote, and the milliseconds from its start to its end. */
function run(command: readonly string[], options = "") {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: options },
  });
  const took = performance.now() - start;
  if (status !== 0) throw new Error(`${command.join(" ")}: exit ${status}\n${stdout}\n${stderr}`);
  return { stdout, stderr, took };
}

/** @returns MiB: the largest of the Node processes of a command, measured in a run of its own. */
function peakOf(command: readonly string[]): number {
  const { stderr } = run(command, `--import ${PEAK}`);
  return Math.max(...[...stderr.matchAll(/peak=(\d+)/g)].map(([, kib]) => Number(kib))) / 1024;
}

/** The floor's own process. */
async function printFinishedPage(file: string): Promise<void> {
  const { launchBrowser } = await import("../scripts/browser/browser.ts");
  const { page, close } = await launchBrowser(null);
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
  const { launchBrowser, printWith, publish } = await import("../scripts/publish/index.ts");
  const { loadHoldings, quartersHeld } = await import("../scripts/holdings/holdings.ts");
  const { followMainPath } = await import("../scripts/pipeline.ts");
  const { read } = await import("../scripts/read/index.ts");
  mark("chargement du programme");
  const browser = await launchBrowser(null);
  mark("démarrage du navigateur");
  const holdings = loadHoldings(join(ROOT, "data", "demo"), "2027-01-01");
  let step = "réglages et fichiers";
  const { editions } = await followMainPath(holdings, {
    quarters: quartersHeld(holdings).slice(-1),
    step: (next) => {
      mark(step);
      step = next;
    },
  });
  mark(step);
  step = "mise en place du verrou";
  await publish(editions, {
    out,
    print: printWith(browser),
    progress: (next) => {
      mark(step);
      step = next;
    },
  });
  mark(step);
  await browser.close();
  mark("fermeture du navigateur");
  console.log("Étapes, dans un seul processus, l’une après l’autre (durée, calcul de Node) :");
  for (const [index, { name, at, cpu }] of marks.entries()) {
    const before = marks[index - 1];
    console.log(`${ms(at - (before?.at ?? 0))} ${ms(cpu - (before?.cpu ?? 0))}  ${name}`);
  }

  const byFormat = new Map<string, number[]>();
  const { files } = holdings.deliveries;
  for (const file of files) {
    const start = performance.now();
    const { value } = await read(file);
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
    // As package.json starts it: "node --import ./scripts/preload.js scripts/build.ts"; the floor with the same options
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      readonly scripts: { readonly build: string };
    };
    const words = scripts.build.split(" ").slice(1);
    const options = words.slice(0, -1);
    const build = [...words, "--data", join("data", "demo"), "--out", out];
    run(build); // warms the disk, the unpacked browser and the compiled code
    const peak = peakOf(build);
    const latest =
      readdirSync(out)
        .filter((name) => /^\d{4}-T\d$/.test(name))
        .sort()
        .at(-1) ?? "";
    const floor = [...options, import.meta.filename, "--floor", join(out, latest, "bulletin.html")];
    run(floor);
    const builds: number[] = [];
    const floors: number[] = [];
    for (let i = 0; i < Number(values.runs); i += 1) {
      builds.push(run(build).took);
      floors.push(run(floor).took);
    }
    console.log(`${ms(median(builds))}  la construction entière de ${latest} (médiane de ${values.runs})`);
    console.log(`${ms(median(floors))}  le plancher : démarrer Node et le navigateur, imprimer la page finie, arrêter`);
    console.log(`${(median(builds) / median(floors)).toFixed(2).padStart(6)}     rapport (2 au plus)`);
    console.log(`${peak.toFixed(0).padStart(6)} Mio mémoire du plus grand processus Node (300 au plus)\n`);
    console.log(run([...options, import.meta.filename, "--stages", out]).stdout);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The same bulletin after more and more quarters: time and memory must follow their number, and the paper stay short. */
async function benchQuarters(lengths: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mesure-"));
  try {
    console.log("trimestres      durée  mémoire  pages");
    for (const length of lengths) {
      const data = join(folder, String(length));
      writeQuarters(data, length);
      const build = [
        "--import",
        "./scripts/preload.js",
        "scripts/build.ts",
        "--data",
        data,
        "--out",
        join(folder, "dist"),
      ];
      const peak = peakOf(build);
      const { took, stdout } = run(build);
      const pages = /\((\d+) pages\)/.exec(stdout.replaceAll("\u00a0", " "))?.[1] ?? "?";
      console.log(`${String(length).padStart(10)} ${ms(took)} ${peak.toFixed(0).padStart(4)} Mio ${pages.padStart(6)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One statement a quarter, of the demo's nine lines, up to the 3rd quarter of 2026. */
function writeQuarters(data: string, length: number): void {
  const random = seeded(length);
  for (let i = 0; i < length; i++) {
    const id = quarterId(shiftQuarters(quarter(2026, 3), i - length + 1));
    const rows = IS101_LINES.map(
      (line) => `${line.label};${random.poisson(line.mean[0])};${random.poisson(line.mean[1])}`,
    );
    mkdirSync(join(data, id), { recursive: true });
    writeFileSync(
      join(data, id, "IS101.csv"),
      `IS 101 - ${id}\nLibellé;${id} Police;${id} Gendarmerie\n${rows.join("\n")}\n`,
    );
  }
}

if (values.trimestres !== undefined) await benchQuarters(values.trimestres.split(",").map(Number));
else if (values.floor !== undefined) await printFinishedPage(values.floor);
else if (values.stages !== undefined) await timeStages(values.stages);
else await bench();
