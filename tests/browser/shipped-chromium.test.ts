/** The browser that the project ships is unpacked once, whole, into the private folder; a stand-in of its package is unpacked here. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { shippedChromium } from "../../scripts/browser/shipped-chromium.ts";

const place = vi.hoisted(() => ({ folder: "" }));
vi.mock("../../scripts/disk/private-folder.ts", () => ({ privateFolder: () => place.folder }));

/** What the package was lent while it worked. */
const lent: (readonly [string | undefined, string | undefined])[] = [];
vi.mock("chromium", () => ({
  default: {
    executablePath: (): Promise<string> => {
      const { TMPDIR: into = "", AWS_LAMBDA_JS_RUNTIME } = process.env;
      lent.push([into, AWS_LAMBDA_JS_RUNTIME]);
      for (const folder of ["fonts", join("al2023", "lib")]) mkdirSync(join(into, folder), { recursive: true });
      for (const name of ["chromium", join("fonts", "a.ttf"), join("al2023", "lib", "libnss3.so")])
        writeFileSync(join(into, name), name);
      process.env.LD_LIBRARY_PATH = into; // it sets some, and changes others
      process.env.HOME = into;
      return Promise.resolve("");
    },
  },
}));

const { version } = JSON.parse(readFileSync("node_modules/chromium/package.json", "utf8")) as {
  readonly version: string;
};
const folder = (): string => join(place.folder, `chromium-${version}`);
let unpacked = 0;
const ship = () => shippedChromium(() => (unpacked += 1));

beforeAll(() => {
  place.folder = mkdtempSync(join(tmpdir(), "chromium-"));
});
afterAll(() => rmSync(place.folder, { recursive: true, force: true }));
beforeEach(() => {
  unpacked = 0;
});
const onLinux = test.runIf(process.platform === "linux" && process.arch === "x64");

onLinux("it is unpacked beside its place, with its fonts told, and what it was lent is taken back", async () => {
  const before = { ...process.env };
  const program = await ship();
  expect({ ...process.env }).toEqual(before);
  expect(unpacked).toBe(1);
  expect(lent).toEqual([[`${folder()}.partiel-${process.pid}`, "nodejs24.x"]]);
  expect(readdirSync(place.folder)).toEqual([`chromium-${version}`]);
  expect(program).toEqual({
    path: join(folder(), "chromium"),
    env: {
      LD_LIBRARY_PATH: join(folder(), "al2023", "lib"),
      FONTCONFIG_FILE: join(folder(), "fonts", "fonts.conf"),
    },
    shell: true,
  });
  const fonts = readFileSync(program?.env.FONTCONFIG_FILE ?? "", "utf8");
  expect(fonts).toContain(`<dir>${join(folder(), "fonts")}</dir>`);
  expect(fonts).toContain(`<cachedir>${join(folder(), "fonts-cache")}</cachedir>`);
});

onLinux("one that is whole is used as it is, though its fonts have been looked at", async () => {
  mkdirSync(join(folder(), "fonts-cache"), { recursive: true });
  writeFileSync(join(folder(), "fonts-cache", "x"), "seen");
  await ship();
  expect(unpacked).toBe(0);
});

onLinux.each([
  ["a program cut short", "chromium", "chrom"],
  ["a library that is longer", "al2023/lib/libnss3.so", "another library"],
  ["a font that was changed", "fonts/a.ttf", "x"],
  ["a file too many", "al2023/lib/libevil.so", "x"],
  ["no list of what was unpacked", "inventaire.json", ""],
])("%s: it is unpacked again", async (_, name, content) => {
  await ship();
  writeFileSync(join(folder(), name), content);
  unpacked = 0;
  await ship();
  expect(unpacked).toBe(1);
  expect(readFileSync(join(folder(), "chromium"), "utf8")).toBe("chromium");
  expect(existsSync(join(folder(), "al2023", "lib", "libevil.so"))).toBe(false);
  await ship();
  expect(unpacked).toBe(1);
});
