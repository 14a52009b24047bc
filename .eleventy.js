/**
 * The pages: what goes in, what comes out, the filters that templates may use.
 *
 * scripts/publish/pages.ts imports this file, and gives Eleventy no other.
 *
 * GLOBAL DATA, given by scripts/publish (eleventyConfig.addGlobalData):
 *   editions  one entry a bulletin to write: { bulletin, origins, charts, control, session }
 *               bulletin  Bulletin      (scripts/model/document/)
 *               origins   { "t1-r3-c2": "s3-1-C7" }, id of a figure -> its anchor on the control sheet
 *               charts    { [ChartData.id]: "<svg …>" }, each drawn by draw/svg.ts `drawChart(chart)`
 *               control   ControlSheet, for controle.njk
 *               session   Session, for projection.njk
 *   index     every bulletin of dist/, newest first, old ones too:
 *               { id, quarterLabel, title, commune, marking, banner, edition, editionDate, editionNote, fingerprint, errors, warnings, earlier,
 *                 programVersion, isReceived, outdated, copies }
 *   years     { bulletin, charts } of each review of a year, for annee.njk
 *   states    QuarterState[] (scripts/model/edition.ts), for index.njk
 *   lectures  the delivery that « npm run lecture » shows, for lecture.njk; none for a build
 * Given by this file itself:
 *   assets    { style, script } from scripts/publish/assets.ts: text inlined in the pages, bundled once and kept by content hash
 *
 * PAGES   bulletin.njk -> <id>/bulletin.html   fiche.njk -> <id>/fiche.html   projection.njk -> <id>/projection.html
 *           controle.njk -> <id>/controle.html   index.njk -> index.html   lecture.njk -> lectures/<delivery>.html
 *
 * FOR THE PRINTER (scripts/publish/print/print.ts):
 *   - print once `document.fonts.ready`; with scripts disabled everything is there, and the drawings stay vectors.
 *   - six pages or fewer: data-short="oui" on <html> hides the table of contents.
 *   - <span data-page-for="section-id"></span> in the table of contents: fill with the page number, then print again.
 *   - a[data-local] lead to neighbours on the disk (controle.html#…): take their href away before printing, or the PDF
 *     would carry the path of this machine.
 *   - cells of tables are identified: id="t1-r3-c2" = Table.number 1, third row of the body, second column (both from 1).
 */
import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import nunjucks from "nunjucks";
import { loadAssets } from "./scripts/publish/assets.ts";
import { filters } from "./scripts/publish/filters/index.ts";

const PARTS = join(import.meta.dirname, "templates", "_includes");

/** As written on Linux: an editor, or Git on Windows, may end the lines with a carriage return too, which the page would show. */
const plainLines = (text) => text.replaceAll("\r\n", "\n").replace(/^\ufeff/, "");

class Parts extends nunjucks.FileSystemLoader {
  getSource(name) {
    const found = super.getSource(name);
    return found && { ...found, src: plainLines(found.src) };
  }
}

/** One for all the renderings of a process: a part of templates/ is compiled once, at the start, when nothing waits for it. */
const parts = new nunjucks.Environment(new Parts(PARTS));
for (const name of readdirSync(PARTS, { recursive: true, encoding: "utf8" }))
  if (name.endsWith(".njk")) parts.getTemplate(name.replaceAll(sep, "/"), true);

export default function (eleventyConfig) {
  // Eleventy adds its own tags for each rendering: those of the rendering before would keep it, and its bulletin, in memory
  for (const tag of Object.keys(parts.extensions)) parts.removeExtension(tag);
  eleventyConfig.setLibrary("njk", parts);

  // Global data
  eleventyConfig.addGlobalData("assets", loadAssets);

  // Filters: plain functions, one idea a file
  for (const [name, filter] of Object.entries(filters)) eleventyConfig.addFilter(name, filter);

  eleventyConfig.addPreprocessor("lines", "njk", (_, content) => plainLines(content));

  // Events: a page is text in, text out; nothing is copied, nothing is fetched
  eleventyConfig.setQuietMode(true);
  eleventyConfig.addWatchTarget("./templates/assets/");

  // Folders below templates/, which scripts/publish/pages.ts names
  eleventyConfig.setIncludesDirectory("_includes");
  eleventyConfig.setLayoutsDirectory("_includes/layouts");
  eleventyConfig.setTemplateFormats(["njk"]);
}
