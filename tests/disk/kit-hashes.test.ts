import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareHashes, HASHES_FILE, listHashes } from "../../scripts/disk/kit-hashes.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test("a file of the kit that is missing or changed is named; the operator's own folder is his", () => {
  const root = temporaryFolder("empreintes");
  expect(compareHashes(root)).toBeNull();
  const paths = ["data/LISEZMOI.md", "programme/scripts/build.ts", "programme/scripts/check été.ts", "database.txt"];
  for (const folder of ["data", "programme/scripts"]) mkdirSync(join(root, folder), { recursive: true });
  for (const path of paths) writeFileSync(join(root, path), path);
  writeFileSync(join(root, HASHES_FILE), listHashes(paths.map((path) => [path, Buffer.from(path)])));
  expect(compareHashes(root)).toEqual({ files: 3, faults: [] });
  writeFileSync(join(root, "data/LISEZMOI.md"), "mes notes");
  rmSync(join(root, "programme/scripts/build.ts"));
  for (const path of paths.slice(2)) writeFileSync(join(root, path), "x");
  expect(compareHashes(root)).toEqual({ files: 3, faults: paths.slice(1) });
});

test("what is in the program and of no kit is named, but for what the program makes itself", () => {
  const root = temporaryFolder("empreintes");
  for (const path of [
    "scripts/build.ts",
    "scripts/planted.ts",
    "node_modules/.cache/compiled/x",
    "node_modules/.cachet/y",
  ]) {
    mkdirSync(join(root, "programme", path, ".."), { recursive: true });
    writeFileSync(join(root, "programme", path), path);
  }
  const build = "scripts/build.ts";
  writeFileSync(join(root, HASHES_FILE), listHashes([[`programme/${build}`, Buffer.from(build)]]));
  expect(compareHashes(root)?.faults.toSorted()).toEqual([
    "programme/node_modules/.cachet/y",
    "programme/scripts/planted.ts",
  ]);
});

test("a hash is the one that sha256sum prints", () => {
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(listHashes([["a b.txt", Buffer.from("abc")]])).toBe(`${abc}  a b.txt\n`);
});
