/** What is gathered of a page as it is printed. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenBrowser } from "../../scripts/browser/browser.ts";
import { printPage } from "../../scripts/publish/print/print.ts";
import { browserHere } from "../browser-here.ts";

let browser: OpenBrowser;
let folder: string;
beforeAll(async () => {
  browser = await browserHere();
  folder = mkdtempSync(join(tmpdir(), "impression-"));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the facts of the page are what a reader would see in print: tables by their heads and places, charts by what explains them", async () => {
  const drawing = (words: string) => `<div data-chart="c"><svg role="img"${words}</svg></div>`;
  const quarters = `<section><h3 id="trimestres">Nombres</h3><figure class="table"><table><tbody><tr data-line="vols"><th>Vols</th><td>3</td></tr></tbody></table></figure></section>`;
  const file = join(folder, "faits.html");
  writeFileSync(
    file,
    `<!doctype html><html lang="fr"><head><title>Essai</title><style>@page { size: A4 } .en { text-transform: uppercase }
@media screen { .papier { display: none } } @media print { .ecran { display: none } }</style></head><body><h1>Essai</h1>
<table id="t1"><caption>Les
 faits</caption><thead><tr><th>Ligne</th><th class="en">nombre</th></tr></thead>
<tbody><tr><th>Vols</th><td><span class="papier">12</span><span class="ecran">13</span></td></tr></tbody></table>
<table id="t2"><tbody><tr><td>x</td><td class="ecran">y</td></tr><tr class="ecran"><td>z</td></tr></tbody></table>
<figure data-line="vols"><figcaption>Figure 1</figcaption>${drawing("><title>Une courbe</title>")}</figure>
<figure data-line="autre"><figcaption>Figure 2</figcaption>${drawing(' aria-label="">')}</figure>
${quarters}
${drawing(">")}
<a href="ailleurs.html" data-local>ailleurs</a> <a href="#t1">ici</a></body></html>`,
  );
  const { page } = browser;
  const print = page.pdf.bind(page);
  let asked: Parameters<typeof print>[0];
  page.pdf = (options) => {
    asked = options;
    return print(options);
  };
  const { facts, pdf } = await printPage(browser, file);
  // Grounds and bands are figures too; tags and titles are what a screen reader goes by.
  expect(asked).toMatchObject({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  expect(facts.tables.slice(0, 2)).toEqual([
    {
      name: "Les faits",
      cells: [
        { text: "Ligne", place: "ligne 1, colonne 1", head: true },
        { text: "NOMBRE", place: "ligne 1, colonne 2", head: true },
        { text: "Vols", place: "ligne 2, colonne 1", head: false },
        { text: "12", place: "ligne 2, colonne 2", head: false },
      ],
    },
    { name: "t2", cells: [{ text: "x", place: "ligne 1, colonne 1", head: false }] },
  ]);
  expect(facts.charts).toEqual([
    { name: "Figure 1", hasTable: true, hasAlternative: true },
    { name: "Figure 2", hasTable: false, hasAlternative: false },
    { name: "", hasTable: false, hasAlternative: false },
  ]);
  expect(pdf.addresses).toEqual([]); // the path of this machine is not in it
});
