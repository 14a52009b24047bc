/** The table of contents is printed when there are more than six pages, and never makes the seventh by itself. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, type PrintBrowser } from "../../scripts/publish/print/browser.ts";
import { type Layout, type Printed, printPage } from "../../scripts/publish/print/print.ts";

let browser: PrintBrowser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser(null);
  folder = mkdtempSync(join(tmpdir(), "sommaire-"));
}, 120_000);
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
