/**
 * npm run bench: what the build of the demo takes, beside the floor: the same Node starting the same browser, which prints the finished page,
 * and nothing else. Both as processes, alternately, medians: by the clock, and by the processor, the browser's own time included. Then where
 * the processor's time goes.
 * With --trimestres 25,50,100,200: a bulletin that rests on as many quarters; with --tous, the bulletins of all of them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { launchBrowser } from "../../scripts/browser/browser.ts";
import { timeByPart } from "./by-part.ts";
import { inMs, median, nodeTime, type Ran, ROOT, run } from "./processes.ts";
import { benchQuarters } from "./quarters.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    floor: { type: "string" },
    trimestres: { type: "string" },
    tous: { type: "boolean", default: false },
  },
});

/** The floor's own process. Told: the time that the browser's processes took over this page. */
async function printPage(file: string): Promise<void> {
  const { page, close, processorSeconds } = await launchBrowser(null);
  await page.setJavaScriptEnabled(false);
  await page.goto(pathToFileURL(file).href);
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  console.log(`navigateur=${1000 * (await processorSeconds())}`);
  await close();
}
const browserTime = ({ stdout }: Ran): number => Number(/navigateur=([\d.]+)/.exec(stdout)?.[1]);

const ratio = (name: string, a: number, b: number): string =>
  `${(a / b).toFixed(2).padStart(6)}     rapport, ${name} (2 au plus)`;

function bench(runs: number): void {
  const out = mkdtempSync(join(tmpdir(), "mesure-"));
  try {
    // As package.json starts it: "node --import ./scripts/preload.js scripts/build.ts"; the floor with the same options
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      readonly scripts: { readonly build: string };
    };
    const words = scripts.build.split(" ").slice(1);
    const build = [...words, "--data", join("data", "demo"), "--out", out];
    run(build); // warms the disk, the unpacked browser and the compiled code
    const latest =
      readdirSync(out)
        .filter((name) => /^\d{4}-T\d$/.test(name))
        .toSorted()
        .at(-1) ?? "";
    const page = join(out, latest, "bulletin.html");
    const floor = [...words.slice(0, -1), import.meta.filename, "--floor", page];
    run(floor);
    const builds: Ran[] = [];
    const floors: Ran[] = [];
    for (let i = 0; i < runs; i += 1) {
      builds.push(run(build));
      floors.push(run(floor));
    }
    // a build prints one page more, the fiche, some tenth of the bulletin: its browser is not within reach, and is counted as the floor's
    const browser = median(floors.map(browserTime));
    const [buildNode, floorNode] = [median(builds.map(nodeTime)), median(floors.map(nodeTime))];
    const [buildWall, floorWall] = [builds, floors].map((all) => median(all.map(({ wall }) => wall)));
    console.log(`La construction de ${latest}, et le plancher (médianes de ${runs}) :`);
    console.log(
      "Le plancher : le même Node, avec les mêmes options, qui démarre le même navigateur, imprime la page finie, et rien d'autre.",
    );
    console.log(`${inMs(buildWall ?? 0)} ${inMs(floorWall ?? 0)}  à l’horloge`);
    console.log(`${inMs(buildNode)} ${inMs(floorNode)}  de processeur, les processus de Node`);
    console.log(
      `${inMs(browser)} ${inMs(browser)}  de processeur, le navigateur (celui de la construction, qui imprime aussi la fiche, est compté comme celui du plancher)`,
    );
    console.log(ratio("à l’horloge", buildWall ?? 0, floorWall ?? 1));
    console.log(ratio("de processeur", buildNode + browser, floorNode + browser));
    console.log("\nOù va le temps de processeur de la construction :");
    for (const line of timeByPart(build)) console.log(line);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

if (values.trimestres !== undefined) benchQuarters(values.trimestres.split(",").map(Number), values.tous);
else if (values.floor !== undefined) await printPage(values.floor);
else bench(Number(values.runs));
