/** What a page may not do to the program that lays it out; what is read of pages: tests/seen/html. */

import { afterAll, expect, test } from "vitest";
import { closeSharedBrowser, sharedBrowser } from "../../../../scripts/browser/shared.ts";
import { NotRead } from "../../../../scripts/read/contract/reader.ts";
import { readHtml } from "../../../../scripts/read/document/html/html.ts";
import { printPage } from "../../../../scripts/read/document/html/laid-out.ts";
import { spoken } from "../../../spoken.ts";
import { onOneLine, source } from "../../source.ts";

afterAll(closeSharedBrowser);

const PAGE = "<!doctype html><table><tr><td>Vols<td>12</table>";

test("without a browser it is refused, with the way out", async () => {
  await closeSharedBrowser(); // one that another file of this worker may have started
  const { value, issues } = await readHtml(source("a.html", PAGE), "/nulle/part/chromium");
  expect(value).toEqual([]);
  expect(issues.map(spoken)).toMatchObject([
    { rule: "file-not-read", severity: "error", hint: expect.stringContaining("enregistrez-la en .xlsx") },
  ]);
  await closeSharedBrowser();
});

test("a page that takes too much of the processor is given up, and the next one is read", async () => {
  const long = PAGE.replace("</table>", "<tr><td>Vols<td>12".repeat(15_000));
  await expect(printPage(`${long}</table>`, null, 0)).rejects.toBeInstanceOf(NotRead);
  expect(onOneLine(await readHtml(source("b.html", PAGE)))).toBe("Vols|12");
});

test("nothing is asked for, and no program of it runs", async () => {
  const asks = `<script>document.write("99"); fetch("http://x.invalid/a")</script><img src="http://x.invalid/b" onerror="document.body.append(99)">
    <link rel=stylesheet href="http://x.invalid/c"><meta http-equiv=refresh content="0;url=http://x.invalid/d"><iframe src="http://x.invalid/e"></iframe>`;
  const { page } = await sharedBrowser(null);
  const answered: string[] = [];
  page.on("response", (response) => answered.push(response.url()));
  expect(onOneLine(await readHtml(source("a.html", `${asks}${PAGE}`)))).toContain("Vols|12");
  expect(onOneLine(await readHtml(source("a.html", `${asks}${PAGE}`)))).not.toContain("99");
  expect([...new Set(answered)]).toEqual(["http://etat.invalid/"]); // the page itself
});

test.each([
  ["a label in small letters", "<tr><td>usage de stupéfiants<td>3</table>", 3],
  ["a label without figures", "<tr><td>usage de stupéfiants<td></table>", 3],
  ["figures without a label, under figures", "<tr><td><td>146</table>", 3],
  ["a note in small letters", "</table><p>source : le service</p>", 3],
  ["another table, in small letters", "</table><table><tr><td>usage<td>3<td>4</table>", 3],
  ["another table, under a head alone", "<tr><td>Lieu<td>Nombre</table><table><tr><td>Rue<td>3<td>4</table>", 4],
])("no end of a page cuts a row in two, for the browser has put it on the next one: %s", async (_, next, rows) => {
  const high = "<tr style='height: 1070px'>";
  const page = `<!doctype html><table>${high}<td>Vols<td>12${high}<td>Stupéfiants, ventes<td>4${next}`;
  const { value, issues } = await readHtml(source("d.html", page));
  expect(issues).toEqual([]);
  expect(value[0]?.rows.filter((row) => row.some(({ text }) => text !== ""))).toHaveLength(rows);
});

test("tables that another lays out side by side keep their own captions", async () => {
  const table = (force: string, count: number) =>
    `<td><table cellspacing=0><caption>${force}</caption><tr><th>Faits<th>T1<tr><td>Vols<td>${count}</table>`;
  const page = `<!doctype html><table cellpadding=0 cellspacing=0><tr>${table("Police", 1)}${table("Gendarmerie", 2)}</table>`;
  expect(onOneLine(await readHtml(source("e.html", page)))).toBe(
    "Police| / Faits|T1 / Vols|1 / | / Gendarmerie| / Faits|T1 / Vols|2",
  );
});

test("a page of more elements or numbers than ten seconds are enough for is left aside, with the way out", async () => {
  for (const many of ["<b>".repeat(30_001), "1 ".repeat(30_001)]) {
    const { issues } = await readHtml(source("c.html", `${PAGE}${many}`));
    expect(issues.map(spoken)).toMatchObject([
      { rule: "file-too-large", severity: "warning", hint: expect.stringMatching(/\.xlsx/) },
    ]);
  }
});
