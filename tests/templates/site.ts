/** Renders the pages as publish does, without writing anything. */
import Eleventy from "@11ty/eleventy";
import { drawChart } from "../../scripts/draw/index.ts";
import type { Edition } from "../../scripts/model/bulletin.ts";
import { chartsOf } from "../../scripts/publish/filters/charts.ts";

/** Output address ("2026-T1/bulletin.html") => HTML. */
export async function renderSite(editions: readonly Edition[]): Promise<ReadonlyMap<string, string>> {
  const given = editions.map((edition) => ({
    bulletin: edition.bulletin,
    control: edition.control,
    charts: Object.fromEntries(chartsOf(edition.bulletin.sections).map((chart) => [chart.id, drawChart(chart)])),
  }));
  const index = editions.map(({ bulletin: { sections: _, ...facts } }) => facts);
  const eleventy = new Eleventy("templates", "dist", {
    quietMode: true,
    configPath: ".eleventy.js",
    config: (configuration: { addGlobalData: (name: string, data: unknown) => void }) => {
      configuration.addGlobalData("editions", given);
      configuration.addGlobalData("index", index);
    },
  });
  const pages: readonly { readonly url: string; readonly content: string }[] = await eleventy.toJSON();
  return new Map(
    pages.map((page) => [page.url.replace(/^\//, "").replace(/\/$/, "/index.html") || "index.html", page.content]),
  );
}
