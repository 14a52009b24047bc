import { expect, test, vi } from "vitest";
import { inputsHash } from "../../scripts/holdings/fingerprint.ts";
import { parseSettings } from "../../scripts/holdings/settings.ts";

/** A file of the program that another version has otherwise. */
const changed = vi.hoisted(() => ({ end: "" }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const readFileSync = (path: string, ...options: readonly []) => {
    const read: string | Buffer = real.readFileSync(path, ...options);
    return changed.end !== "" && path.replaceAll("\\", "/").endsWith(changed.end) ? `${read} ` : read;
  };
  return { ...real, readFileSync };
});

const inputs = {
  ...{ files: [], nomenclature: { statements: [] }, received: {}, remarks: [], programVersion: "1" },
  ...{ quarter: "2026-T1", settings: parseSettings("commune: { nom: Essai }\n", "convention.yaml") },
};
/** Of a program that has not yet read its own files. */
async function hashWith(end: string): Promise<string> {
  vi.resetModules();
  changed.end = end;
  const fresh = await import("../../scripts/holdings/fingerprint.ts");
  const hash = fresh.inputsHash(inputs);
  changed.end = "";
  return hash;
}

test.each(["templates/bulletin.njk", "scripts/draw/marks.ts", "scripts/publish/print/print.ts"])(
  "what lays the content out counts: another %s makes another bulletin",
  async (path) => {
    expect(await hashWith(path)).not.toBe(inputsHash(inputs));
    expect(await hashWith("scripts/check.ts")).toBe(inputsHash(inputs));
  },
);
