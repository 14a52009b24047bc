/**
 * npm run bench: what the build of the demo takes, beside the floor: the same Node starting the same browser, which prints the finished page,
 * and nothing else. Both as a person starts them, alternately, medians: by the clock, and by the processor, all processes together. Then where
 * the processor's time of Node goes.
 * With --trimestres 25,50,100,200: a bulletin that rests on as many quarters; with --tous, the bulletins of all of them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { launchBrowser } from "../../scripts/browser/browser.ts";
import { timeByPart } from "./by-part.ts";
import { inMs, median, ROOT, run, runWhole, type Whole } from "./processes.ts";
import { benchQuarters } from "./quarters.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    floor: { type: "string" },
    trimestres: { type: "string" },
    tous: { type: "boolean", default: false },
  },
});

/** The floor's own process. */
async function printPage(file: string): Promise<void> {
  const { page, close } = await launchBrowser(null);
  await page.setJavaScriptEnabled(false);
  await page.goto(pathToFileURL(file).href);
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await close();
}

const ratio = (name: string, [one = 0, other = 1]: readonly number[]): string =>
  `${(one / other).toFixed(2).padStart(6)}     rapport, ${name} (1,7 au plus)`;

async function bench(runs: number): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), "mesure-"));
  try {
    // As package.json starts it: "node --import ./scripts/preload.js scripts/build.ts"; the floor with the same options
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      readonly scripts: { readonly build: string };
    };
    const words = scripts.build.split(" ").slice(1);
    const where = ["--data", join("data", "demo"), "--out", out];
    run([...words, ...where]); // warms the disk, the unpacked browser and the compiled code
    const latest =
      readdirSync(out)
        .filter((name) => /^\d{4}-T\d$/.test(name))
        .toSorted()
        .at(-1) ?? "";
    const floor = [...words.slice(0, -1), import.meta.filename, "--floor", join(out, latest, "bulletin.html")];
    run(floor);
    const taken: (readonly [build: Whole, floor: Whole])[] = [];
    for (let i = 0; i < runs; i += 1)
      taken.push([await runWhole("npm", ["run", "build", "--", ...where]), await runWhole(process.execPath, floor)]);
    const [walls, times] = [({ wall }: Whole) => wall, ({ ms }: Whole) => ms].map((of) =>
      [0, 1].map((which) => median(taken.map((pair) => of(pair[which as 0 | 1])))),
    ) as [number[], number[]];
    console.log(`« npm run build » de ${latest}, et le plancher (médianes de ${runs}) :`);
    console.log(
      "Le plancher : le même Node, avec les mêmes options, qui démarre le même navigateur, imprime la page finie, et rien d'autre.",
    );
    console.log("De chaque côté, tous les processus : npm, Node, le navigateur.");
    console.log(`${walls.map(inMs).join(" ")}  à l’horloge`);
    console.log(`${times.map(inMs).join(" ")}  de processeur`);
    console.log(ratio("à l’horloge", walls));
    console.log(ratio("de processeur", times));
    console.log("\nOù va le temps de processeur de la construction :");
    for (const line of timeByPart([...words, ...where])) console.log(line);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

if (values.trimestres !== undefined) benchQuarters(values.trimestres.split(",").map(Number), values.tous);
else if (values.floor !== undefined) await printPage(values.floor);
else await bench(Number(values.runs));
