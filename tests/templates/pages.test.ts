import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Block, Edition } from "../../scripts/model/document/bulletin.ts";
import { tableCells } from "../../scripts/model/document/table-cells.ts";
import { chartsOf } from "../../scripts/publish/filters/charts.ts";
import { controlView } from "../../scripts/publish/filters/control-view.ts";
import { printable } from "../../scripts/publish/filters/texts.ts";
import { indexEntry } from "../../scripts/publish/manifest.ts";
import { renderPages } from "../../scripts/publish/pages.ts";
import { HOSTILE, sampleEdition } from "./sample.ts";
import { renderSite } from "./site.ts";

const composed = JSON.parse(readFileSync("tests/fixtures/publish/sample-edition.json", "utf8")) as Edition;
const older = { ...composed, bulletin: { ...composed.bulletin, id: "2025-T4", errors: 2 } };
const sample = sampleEdition();
const big = sampleEdition({ quarters: 40, lines: 57 });

const NAMES = ["2026-T1/bulletin.html", "2026-T1/controle.html", "index.html"] as const;
let pages: ReadonlyMap<string, string>;
let hostile: ReadonlyMap<string, string>;
let large: ReadonlyMap<string, string>;

beforeAll(async () => {
  pages = await renderSite([composed, older]);
  hostile = await renderSite([sample]);
  large = await renderSite([big]);
});

const page = (site: ReadonlyMap<string, string>, name: string): string => {
  const html = site.get(name);
  if (html === undefined) throw new Error(`${name} is not among the pages: ${[...site.keys()].join(", ")}`);
  return html;
};
/** The page without what its script and style hold. */
const markup = (site: ReadonlyMap<string, string>, name: string): string =>
  page(site, name).replaceAll(/<(script|style)>[\s\S]*?<\/\1>|<\/?sup>/g, "");
const sha256 = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const idsIn = (html: string): readonly string[] => [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? "");

test.each(["bulletin", "fiche", "projection"])("%s: the quarter of its heading has its exponent", (name) => {
  expect(page(pages, `2026-T1/${name}.html`)).toMatch(/1<sup>er<\/sup>\strimestre/);
});

test("what was received stands on the control sheet as it was written", () => {
  expect(page(pages, "2026-T1/controle.html")).not.toContain("<sup>");
});

test("every chart has its drawing, and leads to the table that holds its counts", () => {
  const html = markup(pages, "2026-T1/bulletin.html");
  const drawn = chartsOf(composed.bulletin.sections);
  expect(drawn.length).toBeGreaterThan(5);
  for (const { id } of drawn) expect(html.split(`aria-labelledby="${id}-t ${id}-d"`)).toHaveLength(2);
  expect(html).toContain('<a href="#trimestres">');
  expect(html).toContain('id="trimestres"');
});

test("the review of a year has the drawings of its quarter's bulletin", async () => {
  const site = await renderSite([{ ...composed, year: composed.bulletin }]);
  const drawings = (name: string) => markup(site, `2026-T1/${name}.html`).match(/<svg[^>]* aria-labelledby/g)?.length;
  expect(drawings("annee")).toBeGreaterThan(5);
  expect(drawings("annee")).toBe(drawings("bulletin"));
});

/** What a person reads of a page: tags away, characters as they are. */
const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&amp;", "&");

test("every text of the bulletin is read on its page, whatever the block that holds it", async () => {
  const READ = new Set(["text", "title", "lead", "term", "reading", "note", "notes", "champ", "source"]);
  const textsIn = (value: unknown, key = ""): readonly string[] => {
    if (typeof value === "string") return READ.has(key) && value !== "" ? [value] : [];
    if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key));
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, own]) => textsIn(own, name));
  };
  const [drawn] = composed.bulletin.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "charts"));
  if (drawn?.kind !== "charts") throw new Error("the sample draws nothing");
  const list: Block = {
    kind: "list",
    items: [{ lead: "Premier", text: "dit avec un nom." }, { text: "dit sans nom." }],
  };
  const led: Block = { kind: "paragraph", text: "Le détail suit.", to: { id: "methode", title: "Là où on lit" } };
  const again: Block = {
    ...drawn,
    charts: drawn.charts.slice(0, 1).map((one) => ({
      ...one,
      number: 99,
      chart: { ...one.chart, id: "graphique-encore" },
    })),
  };
  const sections = [...composed.bulletin.sections, { id: "encore", title: "Encore", blocks: [list, led, again] }];
  const site = await renderSite([{ ...composed, bulletin: { ...composed.bulletin, sections } }]);
  const read = wordsOf(markup(site, "2026-T1/bulletin.html"));
  const texts = textsIn(sections);
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => !read.includes(text))).toEqual([]);
});

test("the control sheet says all of what was found, and of which file, whole", () => {
  const { control } = sample;
  const read = wordsOf(markup(hostile, "2026-T1/controle.html"));
  for (const { message, hint } of [...control.issues, ...control.files.flatMap(({ issues }) => issues)])
    for (const text of [message, hint]) if (text !== undefined) expect(read).toContain(text);
  for (const { note } of control.files)
    for (const text of [note.path, note.sha256, `livraison ${note.delivery}`]) expect(read).toContain(text);
});

/** The element of this id, from its own tag to the end of it. */
const partOf = (html: string, id: string, tag: string): string =>
  new RegExp(`<${tag}[^>]* id="${id}"[^>]*>.*?</${tag}>`, "s").exec(html)?.[0] ?? "";
const bare = (html: string): string => wordsOf(html).replaceAll(/\s/g, "");

test("each cell of the control sheet says its reading, and leads to its uses and to what was found", () => {
  for (const [site, { control, bulletin }] of [
    [pages, composed],
    [hostile, sample],
  ] as const) {
    const html = markup(site, "2026-T1/controle.html");
    const cells = printable(controlView(control, bulletin))
      .files.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)))
      .flatMap((cell) => ("id" in cell ? [cell] : []));
    expect(cells.length).toBeGreaterThan(20);
    for (const { id = "", raw, words, uses = [], issues = [] } of cells) {
      const part = partOf(html, id, "td");
      const found = [raw, words, ...uses.map(({ text }) => text), ...issues.map(({ word }) => word)];
      expect(bare(part), id).toBe(found.join("").replaceAll(/\s/g, ""));
      expect([...part.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual([
        ...uses.map((use) => `bulletin.html#${use.id}`),
        ...issues.map((issue) => `#${issue.id}`),
      ]);
    }
  }
});

test("the control sheet lists each file with its numbers and what was found; merged cells stand as sent", async () => {
  const { control } = sample;
  const [file] = control.files;
  const [table] = file?.tables ?? [];
  if (!file || !table) throw new Error("the sample has no table");
  const rows = [
    [
      { text: "IS 101", colSpan: 3, rowSpan: 2 },
      { text: "", colSpan: 4 },
    ],
    ...table.grid.rows.slice(1),
  ];
  const grid = { ...table.grid, rows, hidden: true as const };
  const files = [{ ...file, note: { ...file.note, counts: 57 }, tables: [{ ...table, grid }] }];
  const site = await renderSite([{ ...sample, control: { ...control, files } }]);
  const html = markup(site, "2026-T1/controle.html");
  const { statement, format, path, sha256: hash } = file.note;
  const listed = /<nav class="control-files".*?<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? "";
  expect(bare(listed)).toBe(
    `${path}${statement}${format}57${file.issues.length}${hash.slice(0, 16)}…`.replaceAll(/\s/g, ""),
  );
  expect(html).toMatch(/<td class="r-title" id="[^"]*" colspan="3" rowspan="2">IS 101/);
  expect(html).toContain('<td colspan="4"></td>');
  expect(html).toContain("CSV (feuille masquée) : ");
});

test("a figure of several cells is written out on the control sheet, with the signs between them", () => {
  const html = markup(pages, "2026-T1/controle.html");
  const { derived } = controlView(composed.control, composed.bulletin);
  expect(derived.length).toBeGreaterThan(10);
  for (const { id, where, label, text, isSum, parts } of derived) {
    const terms = parts.map(({ sign, count, text }) => `${sign}${count === "" ? text : `${count}(${text})`}`);
    const sum = isSum ? `${text}${terms.join("")}` : terms.join(",");
    const row = partOf(html, `p-${id}`, "tr");
    expect(bare(row)).toBe(`${where}${label}${text}${sum}`.replaceAll(/\s/g, ""));
    const cells = parts.flatMap(({ href }) => (href === "" ? [] : [href]));
    expect([...row.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual([`bulletin.html#${id}`, ...cells]);
  }
});

test("the totals of the control sheet are those of its readings; the page says its copy and its fingerprint", async () => {
  const totals = { counts: 11, printed: 12, ignored: 13, notUnderstood: 14 };
  const bulletin = { ...composed.bulletin, fingerprint: "0123456789abcdef".repeat(4), copy: "Exemplaire n° 7" };
  const site = await renderSite([{ ...composed, bulletin, control: { ...composed.control, totals } }]);
  const [, told = ""] = /<dl class="totals">(.*?)<\/dl>/s.exec(markup(site, "2026-T1/controle.html")) ?? [];
  expect([...told.matchAll(/<dd>(\d+)<\/dd>/g)].map(([, n]) => n)).toEqual(["11", "12", "13", "14"]);
  const cover = markup(site, "2026-T1/bulletin.html");
  expect(cover).toContain("<code>0123456789ab</code>");
  expect(cover).toContain("Exemplaire n° 7 ·");
});

describe.each(NAMES)("%s", (name) => {
  test("allows nothing from outside: each style and script is named by its hash", () => {
    const html = page(pages, name);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? "");
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? "");
    for (const text of [...styles, ...scripts]) expect(policy).toContain(sha256(text));
    expect(styles.length).toBeGreaterThan(0);
    expect(html).not.toMatch(/<[^>]+\sstyle="/);
    expect(html).not.toMatch(/<[^>]+\son\w+="/);
  });

  test("holds no address outside the file", () => {
    const html = markup(pages, name).replaceAll('xmlns="http://www.w3.org/2000/svg"', "");
    expect(html.match(/https?:\/\/[^\s"'<]+/g)).toBeNull();
    expect(html.match(/(?:src|href)="\/[^"]*"/g)).toBeNull();
  });

  test("gives each identifier once", () => {
    const ids = idsIn(markup(pages, name));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test("nests its headings without a gap", () => {
    const levels = [...markup(pages, name).matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) if (i > 0) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test("gives a scope to every head cell and a name to every region that scrolls", () => {
    const html = markup(pages, name);
    expect(html.match(/<th(?=[ >])(?![^>]*scope=)[^>]*>/g)).toBeNull();
    expect(html.match(/<div class="scroll"(?![^>]*aria-label)[^>]*>/g)).toBeNull();
  });

  test("what may scroll is reached by the keyboard, and named as the table or the figure that it holds", () => {
    const html = markup(pages, name);
    const regions = html.split('<div class="scroll"').slice(1);
    expect(regions.length).toBeGreaterThan(0);
    for (const region of regions) {
      const [tag = ""] = region.split(">");
      expect(tag).toContain('tabindex="0" role="region"');
      const [table = ""] = region.split("</table>");
      const [, by] = / aria-labelledby="([^"]+)"/.exec(tag) ?? [];
      if (by !== undefined) expect(table).toContain(`<caption id="${by}">`);
    }
    for (const [, number, rest = ""] of html.matchAll(/<figure class="figure" id="figure-(\d+)"(.*?)<\/figure>/gs))
      expect(rest).toContain(`Figure&nbsp;${number}<`);
  });

  test("the heads of each table cover its columns exactly, and say whether they head one or several", () => {
    const cells = (row: string): readonly string[] => row.match(/<t[hd](?=[ >])[^>]*>/g) ?? [];
    const size = (tag: string, name: string): number => Number(new RegExp(`${name}="(\\d+)"`).exec(tag)?.[1] ?? 1);
    const rowsOf = (part: string): readonly string[] => part.split(/<tr(?=[ >])/).slice(1);
    const tables = markup(pages, name).match(/<table[\s\S]*?<\/table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const [head = "", body = ""] = table.split("<tbody");
      const heads = rowsOf(head).map(cells);
      const widths = heads.map((_, r) =>
        heads
          .slice(0, r + 1)
          .flatMap((above, i) => above.filter((tag) => i + size(tag, "rowspan") > r))
          .reduce((sum, tag) => sum + size(tag, "colspan"), 0),
      );
      for (const row of rowsOf(body)) {
        const own = cells(row);
        if (own.some((tag) => /(?:row|col)span/.test(tag))) continue; // merged as the file merges it
        expect(new Set([...widths, own.length]).size, table.slice(0, 200)).toBe(1);
        expect(own.map((tag) => /scope="(\w+)"/.exec(tag)?.[1])).toEqual(["row", ...own.slice(1).map(() => undefined)]);
      }
      for (const tag of heads.flat())
        expect(tag).toContain(size(tag, "colspan") > 1 ? 'scope="colgroup"' : 'scope="col"');
    }
  });
});

describe("hostile labels", () => {
  test("are text: no element is made, no template is run, no direction is overridden", () => {
    const html = markup(hostile, "2026-T1/bulletin.html");
    expect(html).not.toContain('<script>alert("x")');
    expect(html).toContain(
      "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; {{ 7*7 }} {% raw %} [U+202E]esrever[U+0007] &amp; « été »",
    );
    expect(markup(hostile, "2026-T1/controle.html")).toContain("{{ 7*7 }} {% raw %} [U+202E]esrever[U+0007]");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
    for (const text of hostile.values()) expect(text).not.toMatch(/[\u202e\u0007]/);
  });

  test("are shown in the drawings as they are elsewhere", async () => {
    const sections = sample.bulletin.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind !== "charts"
          ? block
          : {
              ...block,
              charts: block.charts.map((figure) => ({
                ...figure,
                chart: {
                  ...figure.chart,
                  title: HOSTILE,
                  alternative: HOSTILE,
                  breaks: [{ before: 3, label: HOSTILE }],
                },
              })),
            },
      ),
    }));
    const site = await renderSite([{ ...sample, bulletin: { ...sample.bulletin, sections } }]);
    const html = page(site, "2026-T1/bulletin.html");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
    expect(html).not.toMatch(/[\u202e\u0007]/);
    const svg = /<svg [^>]*aria-labelledby[\s\S]*?<\/svg>/.exec(html)?.[0] ?? "";
    const shown = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; {{ 7*7 }} {% raw %} [U+202E]esrever[U+0007]";
    expect(/<title[^>]*>([^<]*)/.exec(svg)?.[1]).toContain(shown);
    expect(/<desc[^>]*>([^<]*)/.exec(svg)?.[1]).toContain(shown);
    expect(svg.match(/<text[^>]*>&lt;script[^<]*/)?.[0]).toContain(shown.slice(0, 40)); // as much as there is room for
  });

  test("do not leave the data of the screen script", () => {
    const html = markup(hostile, "2026-T1/bulletin.html");
    const block = /<script type="application\/json" id="graphiques">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    expect((JSON.parse(block) as unknown[]).length).toBe(chartsOf(sample.bulletin.sections).length);
    expect(block).not.toMatch(/[<>]/);
  });
});

describe("figure and cell lead to each other", () => {
  test("every link from the bulletin to the control sheet finds its cell", () => {
    const ids = new Set(idsIn(markup(pages, "2026-T1/controle.html")));
    const links = [...markup(pages, "2026-T1/bulletin.html").matchAll(/href="controle\.html#([^"]+)"/g)].map(
      (m) => m[1] ?? "",
    );
    expect(links.length).toBeGreaterThan(100);
    expect([...new Set(links.filter((id) => !ids.has(id)))]).toEqual([]);
  });

  test("a cell of the control sheet leads back to each table and figure that leads to it, and to no other", () => {
    const bulletinHtml = markup(pages, "2026-T1/bulletin.html");
    const sheet = markup(pages, "2026-T1/controle.html");
    const origins = [
      ...bulletinHtml.matchAll(/<td id="([tf]\d+)-[^"]*"[^>]*><a class="origin" href="controle\.html#(s[^"]+)"/g),
    ];
    const users = Map.groupBy(origins, ([, , cell = ""]) => cell);
    expect(users.size).toBeGreaterThan(25);
    for (const [cell, uses] of users) {
      const back = [...partOf(sheet, cell, "td").matchAll(/href="bulletin\.html#([tf]\d+)-/g)].map(
        ([, table]) => table,
      );
      expect(new Set(back).size, cell).toBe(back.length);
      expect(back, cell).toEqual(expect.arrayContaining([...new Set(uses.map(([, table]) => table))]));
    }
  });

  test("every link from the control sheet to the bulletin finds its figure", () => {
    const ids = new Set(idsIn(markup(pages, "2026-T1/bulletin.html")));
    const links = [...markup(pages, "2026-T1/controle.html").matchAll(/href="bulletin\.html#([^"]+)"/g)].map(
      (m) => m[1] ?? "",
    );
    expect(links.length).toBeGreaterThan(100);
    expect([...new Set(links.filter((id) => !ids.has(id)))]).toEqual([]);
  });

  test("every link inside a page finds its place", () => {
    for (const name of NAMES) {
      const html = markup(pages, name);
      const ids = new Set(idsIn(html));
      const broken = [...html.matchAll(/href="#([^"]+)"/g)].map((m) => m[1] ?? "").filter((id) => !ids.has(id));
      expect(broken).toEqual([]);
      expect(html.match(/href="#./g)?.length, name).toBeGreaterThan(0);
    }
  });
});

test("every cell of every table of the bulletin is in the page, under its own identifier", () => {
  const html = markup(large, "2026-T1/bulletin.html");
  const ids = new Set(idsIn(html));
  const cells = [...tableCells(big.bulletin)].map(({ id }) => id);
  expect(cells.length).toBeGreaterThan(500);
  expect(cells.filter((id) => !ids.has(id))).toEqual([]);
});

test("sixty lines and forty quarters stay under 2 MB, an ordinary bulletin under 600 kB", () => {
  expect(Buffer.byteLength(page(large, "2026-T1/bulletin.html"))).toBeLessThan(2_000_000);
  expect(Buffer.byteLength(page(pages, "2026-T1/bulletin.html"))).toBeLessThan(600_000);
});

test("what only some bulletins have is listed too, by what it is; the calendar is that of the latest", async () => {
  const files = ["annee.pdf", "courriel-police.txt"];
  const states = { asOf: null, quarters: [{ quarter: "", steps: [], next: "" }] };
  const html = (await renderPages([], [{ ...indexEntry(composed.bulletin), files }], states)).get("index.html") ?? "";
  expect([...html.matchAll(/<a href="[^"]*\/([^"/]*)">([^<]*)<\/a>/g)].map(([, to, text]) => [text, to])).toEqual([
    ["Revue de l’année (PDF)", "annee.pdf"],
    ["Message au service (texte)", "courriel-police.txt"],
    ["Calendrier des échéances (ICS)", "calendrier.ics"],
  ]);
});

test("a row is that of a family when sub-lines follow it, and sub-lines stand one step in", () => {
  const html = markup(pages, "2026-T1/bulletin.html");
  let families = 0;
  for (const table of html.match(/<tbody>[\s\S]*?<\/tbody>/g) ?? []) {
    const rows = [...table.matchAll(/<tr class="(level-\d)( family)?"/g)].map(([, level, family]) => ({
      level,
      family,
    }));
    for (const [i, { level, family }] of rows.entries()) {
      expect(family !== undefined).toBe(level === "level-0" && rows[i + 1]?.level === "level-1");
      if (family) families += 1;
    }
  }
  expect(families).toBeGreaterThan(1);
});

test("the same editions give the same pages", async () => {
  expect(await renderSite([composed, older])).toEqual(pages);
});
