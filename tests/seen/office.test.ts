/**
 * By night, where LibreOffice and Poppler are installed: what a person is said to see of a case is in the picture of it, which neither this
 * program nor the author of the case has made. A text is in the picture where it stands with ink around which its ground is lighter or darker.
 * `office` of expected.json says why LibreOffice shows something else than the program that the format is of.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { once } from "../../scripts/model/remember.ts";
import { NIGHTLY } from "../draws.ts";
import { CASES } from "./cases.ts";

const isInstalled = (program: string, version: string): boolean => spawnSync(program, [version]).status === 0;
const CAN_LOOK = NIGHTLY && isInstalled("soffice", "--version") && isInstalled("pdftoppm", "-v");

/** A page of a web site is laid out by the browser, and not by an office program. */
const SHOWN = CASES.filter(
  ({ format, sees, office }) => sees !== null && office === undefined && format !== "html" && format !== "csv",
);
/** Some cases are as damaged as a file may be: an office program may not end on them. */
const PATIENCE = 60_000;
const PATIENCE_A_CASE = 2_000;
const DOTS_A_POINT = 1.5;
/** Of 255: darker than its ground by this much is seen. */
const LEAST_CONTRAST = 40;

type Case = (typeof CASES)[number];
interface Page {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** PGM: "P5", its width and height, the highest value, then one byte a dot. */
function pageOf(path: string): Page {
  const bytes = readFileSync(path);
  const [head = "", width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString("latin1", 0, 64)) ?? [];
  return { width: Number(width), height: Number(height), dots: bytes.subarray(head.length) };
}

/** Is there ink in a box, in points? */
function hasInk({ width, height, dots }: Page, box: readonly number[]): boolean {
  const [left = 0, top = 0, right = 0, bottom = 0] = box.map((at) => Math.floor(at * DOTS_A_POINT));
  let [darkest, lightest] = [255, 0];
  for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++)
    for (let x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
      const dot = dots[y * width + x] ?? 255;
      [darkest, lightest] = [Math.min(darkest, dot), Math.max(lightest, dot)];
    }
  return lightest - darkest >= LEAST_CONTRAST;
}

/** Raised digits and ligatures as plain ones, a decimal comma as the point of an English program, no blank: a picture has none to rely on. */
const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "").replaceAll(",", ".");
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&apos;": "'",
};

/** All that is seen of a PDF, in the order of its texts. */
function textSeen(pdf: string): string {
  const words = execFileSync("pdftotext", ["-bbox", "-q", pdf, "-"], { encoding: "utf8", maxBuffer: 1e9 });
  execFileSync("pdftoppm", ["-gray", "-r", String(72 * DOTS_A_POINT), "-l", "4", "-q", pdf, pdf]);
  const pages = globSync(`${pdf}-*.pgm`).toSorted().map(pageOf);
  return words
    .split("<page ")
    .slice(1)
    .flatMap((page, n) =>
      [...page.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)].flatMap(
        ([, x0, y0, x1, y1, text = ""]) => {
          const shown = pages[n] && hasInk(pages[n], [x0, y0, x1, y1].map(Number));
          return shown ? [plain(text.replace(/&#?\w+;/g, (entity) => ENTITIES[entity] ?? entity))] : [];
        },
      ),
    )
    .join("");
}

/**
 * The PDF of each case, by the case; without those of which LibreOffice makes none. One program for all the cases of a format: it starts in
 * seconds. Where it ended in the midst of them, by a case as damaged as a file may be, those that are left are made one by one.
 */
function picturesOf(cases: readonly Case[], folder: string): ReadonlyMap<Case, string> {
  const own = mkdtempSync(join(folder, "format-"));
  const copies = cases.map((one, n) => ({ one, copy: join(own, `${n}.${one.format}`), made: join(own, `${n}.pdf`) }));
  for (const { one, copy } of copies) copyFileSync(one.path, copy);
  const options = [`-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", "--convert-to", "pdf"];
  const make = (files: readonly string[]) =>
    spawnSync("soffice", [...options, "--outdir", own, ...files], {
      timeout: PATIENCE + PATIENCE_A_CASE * files.length,
      killSignal: "SIGKILL",
    });
  const isLeft = ({ made }: (typeof copies)[number]): boolean => !existsSync(made);
  make(copies.filter(isLeft).map(({ copy }) => copy));
  for (const one of copies.filter(isLeft)) make([one.copy]);
  return new Map(copies.filter((one) => !isLeft(one)).map(({ one, made }) => [one, made]));
}

describe.skipIf(!CAN_LOOK)("what a person is said to see is in the picture that an office program makes", () => {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  const pictures = once(
    () =>
      new Map(
        [...Map.groupBy(SHOWN, ({ format }) => format).values()].flatMap((cases) => [...picturesOf(cases, folder)]),
      ),
  );
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  test.each(SHOWN)("$format: $why ($name)", (one) => {
    const picture = pictures().get(one);
    expect(picture, "there is a picture").toBeDefined();
    const seen = textSeen(picture ?? "");
    const texts = (one.sees ?? []).flat().flatMap((text) => text.split(/\s/).map(plain));
    expect(texts.filter((text) => !seen.includes(text))).toEqual([]);
  });
});
