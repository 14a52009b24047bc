/** The style and the script of the pages: bundled once, and again as soon as anything that they are made of changes. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Assets, loadAssets } from "../../scripts/publish/assets.ts";

/** End of the path of a file that reads as if it had been changed. */
const changed = vi.hoisted(() => ({ file: "none" }));
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return {
    ...fs,
    readFileSync: (path: string, ...rest: [BufferEncoding]) =>
      String(path).endsWith(changed.file) ? "changed" : fs.readFileSync(path, ...rest),
  };
});
const place = vi.hoisted(() => ({ folder: "" }));
vi.mock("../../scripts/disk/private-folder.ts", () => ({ privateFolder: () => place.folder }));

/** As bundled by esbuild; in the tests that only ask when it is called, by a stand-in. */
let bundled: Assets;
let made = 0;
const standIn = (): void => {
  made = 0;
  vi.doMock("esbuild", () => ({
    build: () => {
      made += 1;
      return Promise.resolve({ outputFiles: [{ text: "x" }] });
    },
  }));
};
const kept = (): readonly string[] => readdirSync(join(place.folder, "pages"));
beforeAll(async () => {
  place.folder = mkdtempSync(join(tmpdir(), "bundles-"));
  bundled = await loadAssets();
});
afterEach(() => void vi.doUnmock("esbuild"));
afterAll(() => rmSync(place.folder, { recursive: true, force: true }));

test("they stand inside a page without ending what carries them, and run alone", () => {
  expect(bundled.style).toContain("@font-face");
  expect(bundled.style).toContain("data:font/woff2;base64,");
  expect(bundled.script).not.toMatch(/<\/script|<!--/);
  expect(bundled.script).toMatch(/^"use strict";\(\(\)=>\{/);
  expect(() => new Function(bundled.script)).not.toThrow();
});

test("a bundle that is kept is read; one that is broken, or cut short, is made again", async () => {
  standIn();
  const [name = ""] = kept();
  const file = join(place.folder, "pages", name);
  writeFileSync(file, JSON.stringify({ style: "kept", script: "", window: "" }));
  expect(await loadAssets()).toEqual({ style: "kept", script: "", window: "" });
  for (const content of [
    "",
    '{"style":"',
    "null",
    '{"style":"kept"}',
    '{"script":"kept"}',
    '{"style":"kept","script":"kept"}',
  ]) {
    writeFileSync(file, content);
    expect(await loadAssets(), content).toEqual({ style: "x", script: "x", window: "x" });
    expect(kept()).toEqual([name]);
  }
  expect(made).toBe(3 * 6);
});

test.each([
  "templates/assets/css/print-table.css",
  "templates/assets/screen/sort.ts",
  "scripts/draw/marks.ts",
  "scripts/model/format.ts",
  "/tsconfig.json",
  "chart.js/package.json",
  "source-sans-3/package.json",
  "esbuild/package.json",
])("when %s changes they are made again, and those of before leave", async (file) => {
  standIn();
  await loadAssets();
  const before = kept();
  made = 0;
  changed.file = file;
  try {
    await loadAssets();
    expect(made).toBe(3);
    expect(kept()).toHaveLength(1);
    expect(kept()).not.toEqual(before);
  } finally {
    changed.file = "none";
  }
});

test("words that would end the element that carries them are written otherwise", async () => {
  const text = ' f("</script><!-- -->") ';
  vi.doMock("esbuild", () => ({ build: () => Promise.resolve({ outputFiles: [{ text }] }) }));
  changed.file = "/tsconfig.json";
  expect(await loadAssets()).toMatchObject({
    script: 'f("<\\/script><\\!-- -->")',
  });
});
