/** Editions -> HTML pages, in memory. Wraps Eleventy. */
import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
// @ts-expect-error: plain JavaScript, as Eleventy's own command would load it
import configureSite from "../../.eleventy.js";
import { drawChart } from "../draw/index.ts";
import type { Bulletin, ControlSheet } from "../model/bulletin.ts";
import type { Origins } from "./filters/origin.ts";
import type { IndexEntry } from "./manifest.ts";

const PROJECT = resolve(import.meta.dirname, "../..");

/** Every drawing of one bulletin, by ChartData.id. */
function drawCharts(bulletin: Bulletin): Readonly<Record<string, string>> {
  const charts: Record<string, string> = {};
  for (const section of bulletin.sections)
    for (const block of section.blocks)
      if (block.kind === "figures") for (const { chart } of block.figures) charts[chart.id] = drawChart(chart);
  return charts;
}

interface EleventyConfig {
  readonly benchmarkManager: { get(group: string): { setMinimumThresholdMs(threshold: number): void } };
  readonly ignores: Set<string>;
  addGlobalData(name: string, data: unknown): void;
}

/** What is used of Eleventy, whose package has no types. */
interface EleventyModule {
  readonly Eleventy: new (
    input: string,
    output: string,
    options: Readonly<Record<string, unknown>>,
  ) => {
    disableLogger(): void;
    toJSON(): Promise<readonly { readonly outputPath: string; readonly content: string }[]>;
  };
}

/** Loads Eleventy, which lasts: call it while something else is awaited. */
async function loadEleventy(): Promise<EleventyModule> {
  // @ts-expect-error: no types in the package
  return await import("@11ty/eleventy");
}

/** The templates that make pages; the rest of templates/ is parts of them. */
export type Template = "bulletin" | "controle" | "index";
const TEMPLATES: readonly Template[] = ["bulletin", "controle", "index"];

/**
 * Pages of the templates (all by default), by their path in the output folder: "2026-T1/bulletin.html", "2026-T1/controle.html" …, "index.html".
 * What the templates receive is told at the head of .eleventy.js. Nothing is written to the disk.
 * @param editions `control` is wanted by controle.njk alone.
 * @param index every bulletin that index.html lists, newest first; the editions are among them.
 */
export async function renderPages(
  editions: readonly { readonly bulletin: Bulletin; readonly origins: Origins; readonly control?: ControlSheet }[],
  index: readonly IndexEntry[],
  templates: readonly Template[] = TEMPLATES,
): Promise<ReadonlyMap<string, string>> {
  const { Eleventy } = await loadEleventy();
  const draw = templates.includes("bulletin") ? drawCharts : () => ({});
  const data = editions.map(({ bulletin, origins, control }) => ({
    bulletin,
    origins,
    control,
    charts: draw(bulletin),
  }));
  const from = process.cwd();
  process.chdir(PROJECT); // Eleventy finds its templates from where it runs
  try {
    const eleventy = new Eleventy("templates", "dist", {
      configPath: false, // it is imported here, so that it shares the modules of this process
      quietMode: true,
      config(eleventyConfig: EleventyConfig) {
        configureSite(eleventyConfig);
        // It names each filter over 50 ms, as a warning, whatever quietMode says: not the operator's affair.
        eleventyConfig.benchmarkManager.get("Configuration").setMinimumThresholdMs(Number.MAX_SAFE_INTEGER);
        for (const other of TEMPLATES.filter((template) => !templates.includes(template)))
          eleventyConfig.ignores.add(`templates/${other}.njk`);
        eleventyConfig.addGlobalData("editions", () => data);
        eleventyConfig.addGlobalData("index", () => index);
      },
    });
    const pages = await eleventy.toJSON();
    return new Map(pages.map(({ outputPath, content }) => [outputPath.replace(/^(?:\.\/)?dist\//, ""), content]));
  } finally {
    process.chdir(from);
  }
}

/** So many drawings make the next ones quick: the first lasts ten times as long. */
const TRIALS = 2;

/**
 * Loads what pages are made with, renders no page, then draws for nothing: done while this process has nothing else to do.
 * @param isAwaited is there better to do? Asked between two drawings.
 */
export async function warmUp(isAwaited: () => boolean): Promise<void> {
  await renderPages([], []);
  const values = [3, 8, 0, 5, 2, 9];
  for (let trial = 0; trial < TRIALS && !isAwaited(); trial += 1) {
    drawChart({
      id: "essai",
      title: "",
      unit: "",
      labels: values.map((_, index) => `T${(index % 4) + 1} ${2025 + (index >> 2)}`),
      values,
      rolling: values.map((value) => 4 * value),
      range: values.map(() => ({ low: 1, high: 8 })),
      above: [5],
      below: [2],
      breaks: [{ before: 3, label: "" }],
      alternative: "",
    });
    await setImmediate(); // what has come meanwhile
  }
}
