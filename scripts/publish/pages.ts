/** Editions -> HTML pages, in memory. Wraps Eleventy. */
import { resolve } from "node:path";
// @ts-expect-error: no types in the package
import { Eleventy } from "@11ty/eleventy";
// @ts-expect-error: plain JavaScript, as Eleventy's own command would load it
import configureSite from "../../.eleventy.js";
import { drawChart } from "../draw/svg.ts";
import type { Edition } from "../model/document/bulletin.ts";
import { NO_STATES, type YearStates } from "../model/edition.ts";
import { LECTURES_FOLDER } from "../model/lecture.ts";
import { chartsOf } from "./filters/charts.ts";
import { withExponents } from "./filters/ordinals.ts";
import { originsOf } from "./filters/source-ids.ts";
import type { LecturePage } from "./lecture-page.ts";
import type { IndexEntry } from "./manifest.ts";

/** "n° 3 (Mme X)" */
export interface CopiesOut {
  readonly current: readonly string[];
  readonly replaced: readonly string[];
}

/** A row of index.html. */
export interface IndexRow extends IndexEntry {
  /** Names of the files that its folder holds: those that the list leads to. */
  readonly files: readonly string[];
  /** Its inputs have changed: it would say another thing now. */
  readonly outdated?: boolean;
  /** Numbered copies of the quarter that are out, those of this edition and those that it replaces; absent: no register. */
  readonly copies?: CopiesOut;
}

const PROJECT = resolve(import.meta.dirname, "../..");

/** Every drawing of one bulletin and of its session, by ChartData.id. */
const drawCharts = ({ bulletin, session }: Edition): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...session.charts.map(({ chart }) => chart), ...chartsOf(bulletin.sections)].map((chart) => [
      chart.id,
      drawChart(chart),
    ]),
  );

interface EleventyConfig {
  readonly benchmarkManager: { get(group: string): { setMinimumThresholdMs(threshold: number): void } };
  addGlobalData(name: string, data: unknown): void;
}

/** What is used of Eleventy, whose package has no types. */
interface EleventyInstance {
  toJSON(): Promise<readonly { readonly outputPath: string; readonly content: string }[]>;
}
const newEleventy = (options: Readonly<Record<string, unknown>>): EleventyInstance =>
  new Eleventy("templates", "dist", options);

/** By their path in the output folder: "2026-T1/bulletin.html", "2026-T1/controle.html" …, "index.html". */
export type Pages = ReadonlyMap<string, string>;

/** @throws when the templates did not write the page: a bug. */
export function pageOf(pages: Pages, path: string): string {
  const content = pages.get(path);
  if (content === undefined) throw new Error(`templates/ wrote no ${path}`);
  return content;
}

/**
 * Every page of the editions, and index.html. What the templates receive is told at the head of .eleventy.js. Nothing is written
 * to the disk.
 * @param index every bulletin that index.html lists, newest first; the editions are among them.
 */
export async function renderPages(
  editions: readonly Edition[],
  index: readonly IndexRow[],
  states: YearStates = NO_STATES,
): Promise<Pages> {
  const data = editions.map((edition) => ({
    bulletin: edition.bulletin,
    control: edition.control,
    origins: originsOf(edition),
    charts: drawCharts(edition),
    session: edition.session,
  }));
  const years = editions.flatMap(({ year }, i) => (year ? [{ bulletin: year, charts: data[i]?.charts ?? {} }] : []));
  return await render({ editions: data, years, index, states, lectures: [] });
}

/** The page of one delivery before it is confirmed; see templates/lecture.njk. */
export async function renderLecture(lecture: LecturePage): Promise<string> {
  return pageOf(
    await render({ editions: [], years: [], index: [], states: NO_STATES, lectures: [lecture] }),
    `${LECTURES_FOLDER}/${lecture.bulletin.id}.html`,
  );
}

/** @param globals what the templates receive, by name. */
async function render(globals: Readonly<Record<string, unknown>>): Promise<Pages> {
  const from = process.cwd();
  process.chdir(PROJECT); // Eleventy finds its templates from where it runs
  try {
    const eleventy = newEleventy({
      configPath: false, // it is imported here, so that it shares the modules of this process
      quietMode: true,
      config(eleventyConfig: EleventyConfig) {
        configureSite(eleventyConfig);
        // It names each filter over 50 ms, as a warning, whatever quietMode says: not the operator's affair.
        eleventyConfig.benchmarkManager.get("Configuration").setMinimumThresholdMs(Number.MAX_SAFE_INTEGER);
        for (const [name, value] of Object.entries(globals)) eleventyConfig.addGlobalData(name, () => value);
      },
    });
    const pages = await eleventy.toJSON();
    return new Map(
      pages.map(({ outputPath, content }) => {
        const path = outputPath.replace(/^(?:\.\/)?dist\//, "");
        // Control sheets and lectures show what was received as it was written.
        return [
          path,
          /(?:^|\/)(?:annee|bulletin|fiche|index|projection)\.html$/.test(path) ? withExponents(content) : content,
        ];
      }),
    );
  } finally {
    process.chdir(from);
  }
}
