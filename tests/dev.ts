/**
 * npm run dev: the demo's latest bulletin in dist/demonstration/apercu/. No server, no socket: the page is opened from the disk and reloads
 * itself by its own <meta http-equiv="refresh">. No PDF, no register, and only the fictitious data: real figures have no business in a
 * preview. Node runs this file again, whole, whenever a page, a style or a source changes: see "dev" in package.json.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { DEMO_OUT } from "../scripts/disk/out-folders.ts";
import { loadHoldings, quartersHeld } from "../scripts/holdings/holdings.ts";
import { followMainPath } from "../scripts/pipeline.ts";
import { BULLETIN_FILES } from "../scripts/publish/make-bulletin.ts";
import { indexEntry } from "../scripts/publish/manifest.ts";
import { renderPages } from "../scripts/publish/pages.ts";
import { defineCommand, runAsProgram } from "../scripts/shell/command.ts";
import { localDay, OUT_OPTION } from "../scripts/shell/command-line.ts";

const ROOT = resolve(import.meta.dirname, "..");
const RELOAD_SECONDS = 2;

/** Makes the preview once. */
async function makePreview(outDir: string): Promise<void> {
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

export const main = defineCommand(
  {
    name: "npm run dev",
    summary:
      "Pour qui modifie les pages : l'aperçu de la démonstration, dans dist/demonstration/apercu, refait à chaque modification, sans PDF.",
    examples: [""],
    options: [OUT_OPTION],
    words: 0,
  },
  async (args, { out }): Promise<0> => {
    const start = performance.now();
    const place = join(resolve(args.outDir), DEMO_OUT, "apercu");
    await makePreview(place);
    out(
      `Refait en ${Math.round(performance.now() - start)} ms. À ouvrir : ${pathToFileURL(join(place, "index.html")).href}`,
    );
    out("La page se recharge d'elle-même. Ctrl+C pour arrêter.");
    return 0;
  },
);

if (import.meta.main) await runAsProgram(main);
