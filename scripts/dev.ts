/**
 * npm run dev: the demo's latest bulletin in dist/demonstration/apercu/, made anew whenever a page, a style or a source changes. No server,
 * no socket: the page is opened from the disk and reloads itself by its own <meta http-equiv="refresh">. No PDF, no register,
 * and only the fictitious data: real figures have no business in a preview.
 *
 * Each making is a process of its own, so that every change is taken up: templates, .eleventy.js, filters, stages.
 */
import { spawn } from "node:child_process";
import { mkdirSync, watch, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { DEMO_OUT } from "./disk/demo-folder.ts";
import { defineCommand, runAsProgram } from "./shell/command.ts";
import { localDay, OUT_OPTION } from "./shell/command-line.ts";

const ROOT = resolve(import.meta.dirname, "..");
const WATCHED = ["templates", "scripts", ".eleventy.js"];
/** An editor writes a file in several steps: wait until it is quiet. */
const QUIET_MS = 150;
const RELOAD_SECONDS = 2;

/** Makes the preview once. */
async function makePreview(outDir: string): Promise<void> {
  const { loadHoldings, quartersHeld } = await import("./holdings/holdings.ts");
  const { followMainPath } = await import("./pipeline.ts");
  const { indexEntry } = await import("./publish/manifest.ts");
  const { BULLETIN_FILES } = await import("./publish/make-bulletin.ts");
  const { renderPages } = await import("./publish/pages.ts");

  const data = join(ROOT, "data", "demo");
  const holdings = loadHoldings(data, localDay(new Date()));
  const { editions } = await followMainPath(holdings, { quarters: quartersHeld(holdings).slice(-1) });
  const [edition] = editions;
  if (!edition) throw new Error("the demo has an error");
  const index = [{ ...indexEntry(edition.bulletin), files: BULLETIN_FILES }];
  for (const [path, html] of await renderPages([edition], index)) {
    const file = join(outDir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, html.replace("<head>", `<head>\n<meta http-equiv="refresh" content="${RELOAD_SECONDS}">`));
  }
}

/** Runs this file with --une-fois; true when it went well. What fails is printed, and the watch goes on. */
const makeApart = (out: string): Promise<boolean> =>
  new Promise((done) => {
    const args = [import.meta.filename, "--une-fois", "--out", out];
    spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] }).on("exit", (code) => done(code === 0));
  });

async function watchAndMake(outDir: string): Promise<never> {
  let wanted = Promise.withResolvers<string>();
  for (const path of WATCHED) watch(join(ROOT, path), { recursive: true }, (_, name) => wanted.resolve(name ?? path));
  console.log(`À ouvrir : ${pathToFileURL(join(outDir, DEMO_OUT, "apercu", "index.html")).href}`);
  console.log("La page se recharge d'elle-même. Ctrl+C pour arrêter.");
  for (let reason = "démarrage"; ; reason = await wanted.promise) {
    await new Promise((quiet) => setTimeout(quiet, QUIET_MS));
    wanted = Promise.withResolvers(); // what changes from here on is for the next turn
    const start = performance.now();
    const made = await makeApart(outDir);
    console.log(made ? `${reason} : refait en ${Math.round(performance.now() - start)} ms` : `${reason} : non refait`);
  }
}

export const main = defineCommand(
  {
    name: "npm run dev",
    summary:
      "Pour qui modifie les pages : l'aperçu de la démonstration, dans dist/demonstration/apercu, refait à chaque modification, sans PDF.",
    examples: [""],
    options: [{ name: "une-fois", value: null, help: "fait l'aperçu une fois et s'arrête" }, OUT_OPTION],
    words: 0,
  },
  async (args): Promise<0> => {
    const outDir = resolve(args.outDir);
    if (!args.has("une-fois")) return await watchAndMake(outDir);
    await makePreview(join(outDir, DEMO_OUT, "apercu"));
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
