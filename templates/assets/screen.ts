/**
 * The script of the bulletin page, and of its projection. Without it everything reads; with it the drawings answer, tables sort, lines filter.
 * It is bundled with the parts of Chart.js that it needs and inlined with its hash in the page's security policy.
 */
import { makeChartsLive } from "./screen/charts.ts";
import { makeCommands } from "./screen/commands.ts";
import { followContents } from "./screen/contents.ts";
import { makeFilter } from "./screen/filter.ts";
import { makeTablesRoving } from "./screen/roving.ts";
import { makeTablesSortable } from "./screen/sort.ts";
import { showViews } from "./screen/views.ts";

if (document.body.classList.contains("projection")) showViews(document);
else {
  const charts = makeChartsLive(document);
  makeCommands(document, charts.restyle);
  makeTablesSortable(document);
  makeFilter(document, makeTablesRoving(document).refresh);
  followContents(document);
  document.documentElement.dataset.script = "oui";
}
