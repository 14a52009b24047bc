/** The table of contents is printed when there are more than six pages, and never makes the seventh by itself. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, type OpenBrowser } from "../../scripts/browser/browser.ts";
import { type Layout, type Printed, printPage } from "../../scripts/publish/print/print.ts";

let browser: OpenBrowser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser(null);
  folder = mkdtempSync(join(tmpdir(), "sommaire-"));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As many sections as pages; a table of contents of `height` millimetres before them. */
async function printed(sections: number, height: number, guess?: Layout): Promise<Printed> {
  const file = join(folder, `${sections}-${height}.html`);
  const ids = Array.from({ length: sections }, (_, i) => `s${i + 1}`);
  writeFileSync(
    file,
    `<!doctype html><html lang="fr"><head><title>Essai</title><style>
@page { size: A4; margin: 20mm }
body { margin: 0 }
.contents { height: ${height}mm; overflow: hidden }
[data-short="oui"] .contents { display: none }
section { height: 200mm; break-inside: avoid }
</style></head><body><nav class="contents">${ids.map((id) => `<a href="#${id}">${id} <span data-page-for="${id}"></span></a> `).join("")}</nav>
${ids.map((id) => `<section><h2 id="${id}">${id}</h2></section>`).join("")}</body></html>`,
  );
  return await printPage(browser, file, guess);
}
const pagesOf = async (...asked: Parameters<typeof printed>): Promise<number> => (await printed(...asked)).layout.pages;

test("six pages stay six, whatever was printed before", async () => {
  expect(await pagesOf(6, 100)).toBe(6);
  expect(await pagesOf(6, 100, { pages: 7, sections: {} })).toBe(6);
  expect(await pagesOf(6, 100, { pages: 7, sections: { s1: 2, s2: 3, s3: 4, s4: 5, s5: 6, s6: 7 } })).toBe(6);
  expect(await pagesOf(6, 100, { pages: 6, sections: {} })).toBe(6);
});

test("seven pages have their table of contents, on a page more when it needs one", async () => {
  expect(await pagesOf(7, 20)).toBe(7);
  expect(await pagesOf(7, 100)).toBe(8);
  expect(await pagesOf(7, 100, { pages: 6, sections: {} })).toBe(8);
});

test("the facts of the page are what a reader would see in print: tables by their heads and places, charts by what explains them", async () => {
  const drawing = (words: string) => `<div data-chart="c"><svg role="img"${words}</svg></div>`;
  const figures = "<table><tbody><tr><th>2026</th><td>3</td></tr></tbody></table>";
  const file = join(folder, "faits.html");
  writeFileSync(
    file,
    `<!doctype html><html lang="fr"><head><title>Essai</title><style>@page { size: A4 } .en { text-transform: uppercase }
@media screen { .papier { display: none } } @media print { .ecran { display: none } }</style></head><body><h1>Essai</h1>
<table id="t1"><caption>Les
 faits</caption><thead><tr><th>Ligne</th><th class="en">nombre</th></tr></thead>
<tbody><tr><th>Vols</th><td><span class="papier">12</span><span class="ecran">13</span></td></tr></tbody></table>
<table id="t2"><tbody><tr><td>x</td></tr></tbody></table>
<figure><figcaption>Figure 1</figcaption>${drawing("><title>Une courbe</title>")}${figures}</figure>
<figure><figcaption>Figure 2</figcaption>${drawing(' aria-label="">')}<table><thead><tr><th>T1</th></tr></thead></table></figure>
${drawing(">")}
<a href="ailleurs.html" data-local>ailleurs</a> <a href="#t1">ici</a></body></html>`,
  );
  const { facts, pdf } = await printPage(browser, file);
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

test("a bulletin that falls as the last one did is printed once; its contents say the page of each section", async () => {
  const { layout, passes, pdf } = await printed(8, 20);
  expect(passes).toBe(2);
  expect(layout.sections).toEqual({ s1: 1, s2: 2, s3: 3, s4: 4, s5: 5, s6: 6, s7: 7, s8: 8 });
  const contents = [...(pdf.pages[0]?.tagged.values() ?? [])].join(" ").replace(/\s+/g, " ");
  for (const [id, number] of Object.entries(layout.sections)) expect(contents).toContain(`${id} ${number}`);
  expect((await printed(8, 20, layout)).passes).toBe(1);
  expect((await printed(6, 20, (await printed(6, 20)).layout)).passes).toBe(1);
  expect((await printed(8, 20, { ...layout, sections: { ...layout.sections, s8: 7 } })).passes).toBe(2);
});
