/**
 * The script of the bulletin page. Without it everything reads; with it the drawings answer, tables sort, lines filter.
 * It is bundled with the parts of Chart.js that it needs and inlined with its hash in the page's security policy.
 */
import { makeChartsLive } from "./screen/charts.ts";
import { makeCommands } from "./screen/commands.ts";
import { followContents } from "./screen/contents.ts";
import { makeFilter } from "./screen/filter.ts";
import { makeTablesRoving } from "./screen/roving.ts";
import { makeTablesSortable } from "./screen/sort.ts";

const charts = makeChartsLive(document);
makeCommands(document, charts.restyle);
makeTablesSortable(document);
makeFilter(document, makeTablesRoving(document).refresh);
followContents(document);
document.documentElement.dataset.script = "oui";
