import { expect, test, vi } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { fingerprintOf, inputsHash, wordsHash } from "../../scripts/holdings/fingerprint.ts";
import type { Holdings } from "../../scripts/holdings/holdings.ts";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import { NOTHING_RECORDED } from "../../scripts/model/edition.ts";
import { inputOf } from "../compose/builders.ts";

/** A file of the program that another version has otherwise. */
const changed = vi.hoisted(() => ({ end: "", as: (text: string) => `${text} ` }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const readFileSync = (path: string | URL, ...options: readonly []) => {
    const read: string | Buffer = real.readFileSync(path, ...options);
    return changed.end !== "" && String(path).replaceAll("\\", "/").endsWith(changed.end)
      ? changed.as(String(read))
      : read;
  };
  return { ...real, readFileSync };
});

const inputs = {
  files: [],
  nomenclature: { statements: [] },
  received: {},
  lectures: [],
  remarks: [],
  quarter: "2026-T1",
  settings: parseSettings("commune: { nom: Essai }\n", "convention.yaml"),
};
const content = compose(inputOf([{ indicator: "homicides", label: "Homicides", counts: [1, 2] }])).bulletin;
/** Both hashes, of a program that has not yet read its own files. */
async function hashWith(end: string): Promise<readonly string[]> {
  vi.resetModules();
  changed.end = end;
  const fresh = await import("../../scripts/holdings/fingerprint.ts");
  const hashes = [fresh.inputsHash(inputs), fresh.fingerprintOf(content)];
  changed.end = "";
  return hashes;
}

test.each(["templates/bulletin.njk", "scripts/draw/marks.ts", "scripts/publish/print/print.ts"])(
  "what lays the content out counts: another %s makes another bulletin",
  async (path) => {
    const [inputsOther, printedOther] = await hashWith(path);
    expect(inputsOther).not.toBe(inputsHash(inputs));
    expect(printedOther).not.toBe(fingerprintOf(content));
    expect(await hashWith("scripts/check.ts")).toEqual([inputsHash(inputs), fingerprintOf(content)]);
  },
);

test.each(["scripts/read/index.ts", "scripts/analyse/index.ts", "scripts/model/period.ts"])(
  "another %s may make another bulletin of the same files, which is then to be compared",
  async (path) => {
    const [inputsOther, printedOther] = await hashWith(path);
    expect(inputsOther).not.toBe(inputsHash(inputs));
    expect(printedOther).toBe(fingerprintOf(content));
  },
);

test("another version's number alone makes no other bulletin, and none to be made again", async () => {
  const of = async (version: string): Promise<readonly string[]> => {
    vi.resetModules();
    Object.assign(changed, { end: "/package.json", as: (text: string) => text.replace(/"version": ".*?"/, version) });
    const fresh = await import("../../scripts/holdings/holdings.ts");
    const { fingerprintOf: print } = await import("../../scripts/holdings/fingerprint.ts");
    Object.assign(changed, { end: "", as: (text: string) => `${text} ` });
    const deliveries = { names: [], files: [], references: [] };
    const held = { today: "2026-04-09", deliveries, issues: [], ...inputs } as unknown as Holdings;
    return [
      fresh.PROGRAM_VERSION,
      fresh.inputsHashAt(held, "2026-T1", { recorded: NOTHING_RECORDED, remarks: [] }),
      print({ ...content, programVersion: fresh.PROGRAM_VERSION }),
    ];
  };
  const [older, ...hashes] = await of('"version": "1.0.0"');
  expect(await of('"version": "1.2.0"')).toEqual(["1.2.0", ...hashes]);
  expect(older).toBe("1.0.0");
});

test("what readers are told does not change with the files' names, the program or its layout, and does with a figure or a word", () => {
  const line = { indicator: "homicides", label: "Homicides", counts: [1, 2] };
  const made = (input: ReturnType<typeof inputOf>) => wordsHash(compose(input).bulletin);
  const input = inputOf([line]);
  const told = made(input);
  const renamed = structuredClone(JSON.stringify(input.recognitions)).replaceAll(".csv", "-bis.csv");
  expect(renamed).not.toBe(JSON.stringify(input.recognitions));
  expect(made({ ...input, recognitions: JSON.parse(renamed) as typeof input.recognitions })).toBe(told);
  expect(made({ ...input, programVersion: "9" })).toBe(told);
  expect(made(inputOf([{ ...line, counts: [1, 3] }]))).not.toBe(told);
  expect(made({ ...input, settings: { ...input.settings, retentionYears: 5 } })).not.toBe(told); // told by « Méthode »
  expect(made({ ...input, edition: { number: 2, replaces: "2026-04-08" } })).not.toBe(told);
});

test("of what stands on the cover, what readers are told counts, and nothing else", () => {
  const counts = (Object.keys(content) as (keyof typeof content)[]).filter((key) => {
    const other = { ...content, fingerprint: "f", [key]: key === "sections" ? [] : "autre" };
    return wordsHash(other) !== wordsHash({ ...content, fingerprint: "f" });
  });
  expect(counts.toSorted()).toEqual([
    "commune",
    "edition",
    "editionDate",
    "editionNote",
    "marking",
    "sections",
    "service",
  ]);
});
