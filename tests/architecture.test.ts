/** The import order of scripts/, kept by a test that names the file and the line that break it. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { loadNomenclature } from "../scripts/nomenclature/index.ts";

const ROOT = resolve(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const filesUnder = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll("\\", "/"),
    )
    .toSorted();

const SOURCES = filesUnder("scripts", /\.c?[jt]s$/).filter((file) => !file.includes(".d."));

/**
 * Folder of scripts/ -> what it may import besides itself. A folder that is not listed fails: say here where it stands. The top of
 * scripts/ is the main path and the commands, which may import everything, and which nothing imports.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  disk: ["model"],
  process: [],
  nomenclature: ["model", "disk"],
  browser: ["model", "disk"],
  read: ["model", "nomenclature", "process", "browser"],
  twin: ["model", "nomenclature"],
  recognise: ["model", "nomenclature"],
  map: ["model", "nomenclature"], // no word of an offence or a force: dates, and marks for none
  lectures: ["model", "nomenclature", "map"],
  check: ["model", "nomenclature"],
  analyse: ["model", "nomenclature"],
  compose: ["model", "nomenclature"],
  draw: ["model"],
  publish: ["model", "disk", "draw", "browser", ".eleventy.js"], // the wiring of the pages
  custody: ["model", "disk"],
  holdings: ["model", "disk", "nomenclature", "read"], // which files it would refuse unread
  reading: ["model", "nomenclature", "holdings", "lectures", "map", "read", "recognise", "twin", "process", "browser"], // stages 1 and 2, or what was confirmed of them
  editions: ["model", "nomenclature", "holdings", "reading", "check", "analyse", "compose"], // stages 3 to 5 of one quarter
  shell: ["model", "holdings", "lectures", "custody", "disk"], // how check and build open the folders
  asking: ["model", "disk", "holdings", "lectures", "reading", "custody", "publish", "shell"],
  walk: ["model", "disk", "nomenclature", "holdings", "custody", "reading", "shell"], // the operator's quarter, over all that a command may see
  menu: ["model", "disk", "process", "shell", "walk"],
  // what a person is shown of all of it, and asked: no rule of its own
  window: [
    "model",
    "disk",
    "browser",
    "read",
    "publish",
    "lectures",
    "reading",
    "holdings",
    "custody",
    "asking",
    "shell",
    "walk",
  ],
  // how a received file is made, without what it says
  form: ["model", "disk", "nomenclature", "recognise", "reading", "custody", "shell"],
  // tools of this repository, beside the main path
  kit: ["model", "disk", "shell", "publish"], // the style and script of the pages,
};

/** Library -> the places that may import it. One file wraps it; where there are more, the reason follows. */
const WRAPPED_IN: Readonly<Record<string, readonly string[]>> = {
  "@11ty/eleventy": ["publish/pages.ts"],
  "@cantoo/pdf-lib": ["custody/paper/pdf.ts", "publish/pdf/objects.ts"], // a text over each page; the structure of the printed file
  "decoupage-administratif": ["nomenclature/communes.ts"],
  "@e965/xlsx": ["read/sheet/workbook/ssf.ts", "read/container/compound.ts"], // number formats; compound files
  chromium: ["browser/shipped-chromium.ts"],
  "@embedpdf/pdfium": ["read/pdf/drawn/pdfium.ts"],
  "adm-zip": ["read/container/zip.ts"],
  "age-encryption": ["custody/encryption.ts"],
  cephes: ["analyse/methods/cephes.cjs"],
  "chart.js": ["draw/chart.ts", "draw/configuration.ts", "draw/marks.ts"], // types of the configuration that the screen shares
  "csv-parse": ["read/sheet/csv.ts", "read/public-base.ts"], // statements, cell by cell; a public base, by the stream
  esbuild: ["publish/assets.ts", "kit/libraries.ts"], // the pages; the libraries of a kit
  fontkit: ["custody/paper/pdf.ts"],
  fflate: ["custody/archive.ts", "disk/zip.ts"], // a backup is opened again; parts are only written
  "markdown-it": ["kit/guide.ts"],
  nunjucks: ["publish/parts.ts"], // and the pages of a bulletin, through Eleventy
  puppeteer: ["browser/browser.ts", "browser/window.ts"], // it prints; it is a window
  saxes: ["read/container/xml.ts"],
  "spdx-license-list": ["kit/licences.ts"],
  "tar-stream": ["kit/archive.ts"],
  valibot: ["disk/schema.ts"],
  yaml: ["disk/yaml.ts", "disk/fill-yaml.ts"], // read; the examples filled in
};

/** The commune that the program was first made for, its surroundings, and any INSEE code between quotes that is not fictitious. */
const REAL_COMMUNE = /saint-laurent-blangy|\barras\b|pas-de-calais|["'«]\s?(?!99|97499)\d[\dAB]\d{3}\s?["'»]/i;

interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
}
/** Type imports too: a circle of types is a circle for whoever reads. */
const IMPORT = /(?:\bfrom|^import|\bimport\(|\brequire(?:\.resolve)?\()\s*["']([.@a-z][^"']*)["']/g;
const IMPORTS: readonly Import[] = SOURCES.flatMap((file) =>
  read(file)
    .split("\n")
    .flatMap((text, i) => [...text.matchAll(IMPORT)].map(([, target = ""]) => ({ file, line: i + 1, target }))),
);
const say = ({ file, line, target }: Import, rule: string): string => `${file}:${line} imports ${target}: ${rule}`;
const isOwn = ({ target }: Import): boolean => target.startsWith(".");
const isLibrary = ({ target }: Import): boolean => !/^(?:\.|node:)/.test(target);
const libraryOf = ({ target }: Import): string => /^(?:@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target;
/** Path of what is imported: "scripts/read/sheet/csv.ts" */
const pathOf = ({ file, target }: Import): string => join(file, "..", target).replaceAll("\\", "/");
/** "scripts/read/sheet/csv.ts" -> "read"; "scripts/build.ts" -> "build.ts" */
const placeOf = (file: string): string => file.split("/")[1] ?? file;
const folderOf = (file: string): string => file.slice(0, file.lastIndexOf("/"));

/** Arrows of a graph that lie on a circle: those whose end leads back to their start. */
function arrowsOnCircles(arrows: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const next = Map.groupBy(arrows, ([from]) => from);
  const reach = (start: string): ReadonlySet<string> => {
    const seen = new Set<string>([start]);
    for (const place of seen) for (const [, to] of next.get(place) ?? []) seen.add(to);
    return seen;
  };
  return [...new Set(arrows.filter(([from, to]) => reach(to).has(from)).map(([from, to]) => `${from} -> ${to}`))];
}

describe("scripts/", () => {
  test("imports one way: model <- nomenclature <- each stage <- pipeline <- commands", () => {
    const faults = IMPORTS.filter(isOwn).flatMap((found) => {
      const from = placeOf(found.file);
      const to = placeOf(pathOf(found));
      const allowed = MAY_IMPORT[from];
      if (from === to || allowed?.includes(to) || (/\.[jt]s$/.test(from) && !allowed)) return [];
      return [
        say(
          found,
          allowed ? `${from} may import ${["itself", ...allowed].join(", ")}` : `${from} is not in MAY_IMPORT`,
        ),
      ];
    });
    expect(faults).toEqual([]);
  });

  test("reads sheets without documents, documents without sheets", () => {
    const isIn = (file: string, room: string): boolean => file.startsWith(`scripts/read/${room}/`);
    const isAcross = (found: Import, from: string, to: string): boolean =>
      isIn(found.file, from) && isIn(pathOf(found), to);
    const faults = IMPORTS.filter(isOwn).filter(
      (found) => isAcross(found, "sheet", "document") || isAcross(found, "document", "sheet"),
    );
    expect(faults.map((found) => say(found, "what both need stands in a room beside"))).toEqual([]);
  });

  test("has no circle, neither of files nor of folders", () => {
    const arrows = IMPORTS.filter((found) => isOwn(found) && SOURCES.includes(pathOf(found)));
    expect(arrowsOnCircles(arrows.map((found) => [found.file, pathOf(found)]))).toEqual([]);
    const between = arrows
      .map((found) => [folderOf(found.file), folderOf(pathOf(found))] as const)
      .filter(([from, to]) => from !== to);
    expect(arrowsOnCircles(between)).toEqual([]);
  });

  test("has rooms that can be taken in at a glance", () => {
    const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
    const isCommand = (file: string): boolean => Object.values(scripts).some((line) => line.split(" ").includes(file));
    const top = SOURCES.filter((file) => folderOf(file) === "scripts" && !isCommand(file));
    expect(top.length).toBeLessThanOrEqual(6); // the main path, and what stands around it
    const full = [...Map.groupBy(SOURCES, folderOf)].filter(([, files]) => files.length > 25);
    expect(full.map(([folder, files]) => `${folder}: ${files.length} files`)).toEqual([]);
  });

  test("wraps each library in one file, so that replacing it touches one file", () => {
    const faults = IMPORTS.filter(isLibrary).flatMap((found) => {
      const places = WRAPPED_IN[libraryOf(found)];
      if (places?.includes(found.file.slice("scripts/".length))) return [];
      return [say(found, places ? `only ${places.join(", ")} may` : "it is not in WRAPPED_IN")];
    });
    expect(faults).toEqual([]);
  });

  test("uses every library that is listed, here and in package.json", () => {
    const used = new Set(
      IMPORTS.filter(isLibrary).map((found) => `${libraryOf(found)} in ${found.file.slice("scripts/".length)}`),
    );
    const listed = Object.entries(WRAPPED_IN).flatMap(([name, files]) => files.map((file) => `${name} in ${file}`));
    expect(listed.filter((entry) => !used.has(entry))).toEqual([]);
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as {
      readonly dependencies: Readonly<Record<string, string>>;
      readonly devDependencies: Readonly<Record<string, string>>;
    };
    // what the kit is made with is not in it
    const makers = Object.keys(WRAPPED_IN).filter((name) => WRAPPED_IN[name]?.every((file) => file.startsWith("kit/")));
    expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining(makers));
    // the typeface is read by templates/assets/
    const elsewhere = ["source-sans-3"];
    expect(Object.keys(dependencies).toSorted()).toEqual(
      [...Object.keys(WRAPPED_IN).filter((name) => !makers.includes(name)), ...elsewhere].toSorted(),
    );
  });

  test("has no utils.ts: a file is named for its idea", () => {
    expect(SOURCES.filter((file) => /\/(?:utils?|helpers?|misc|common)\.ts$/.test(file))).toEqual([]);
  });

  test("names no line of the nomenclature: a line is an entry of the YAML, and what is said of it alone is a key there", () => {
    const ids = loadNomenclature().statements.flatMap((s) => s.indicators.map((i) => i.id));
    const named = new RegExp(`["'\`](?:${ids.join("|")})["'\`]`);
    const isComment = (text: string): boolean => /^\s*(?:\/?\*|\/\/)/.test(text);
    const faults = [...SOURCES, ...filesUnder("templates", /\.(?:njk|ts|css)$/)].flatMap((file) =>
      read(file)
        .split("\n")
        .flatMap((text, i) => (named.test(text) && !isComment(text) ? [`${file}:${i + 1} ${text.trim()}`] : [])),
    );
    expect(faults).toEqual([]);
  });

  test("knows no real commune", () => {
    const texts = [
      ...SOURCES,
      ...filesUnder("scripts", /\.ya?ml$/),
      ...filesUnder("templates", /\.(?:njk|ts|css)$/),
      ...filesUnder("data", /\.example\.yaml$/),
    ];
    const faults = texts.flatMap((file) =>
      read(file)
        .split("\n")
        .flatMap((text, i) => (REAL_COMMUNE.test(text) ? [`${file}:${i + 1} ${text.trim()}`] : [])),
    );
    expect(faults).toEqual([]);
  });
});
