/** README.md and CONTRIBUTING.md say where things are: what they name is there, and every folder has its line in the map. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

test("the map of CONTRIBUTING.md has one line a folder of scripts/, and no folder that is not there", () => {
  const named = [...read("CONTRIBUTING.md").matchAll(/^\| `(scripts\/[^`]*)`/gm)].map((line) => line[1]);
  const folders = readdirSync(join(ROOT, "scripts"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(
      (entry) =>
        `${join(entry.parentPath, entry.name)
          .slice(ROOT.length + 1)
          .replaceAll("\\", "/")}/`,
    );
  expect(named.toSorted()).toEqual(["scripts/", ...folders].toSorted());
});

test.each(["README.md", "CONTRIBUTING.md"])("every file of the program that %s names is there", (document) => {
  const paths = [...read(document).matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.(?:ts|yaml|njk|R|json))`/g)].map(
    ([, path = ""]) => path,
  );
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, "scripts", path)))).toEqual([]);
});
