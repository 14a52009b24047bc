/** Each file that the program keeps in data/, when something else stands in its place. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadEntitlements } from "../../scripts/custody/people/entitlement.ts";
import { readRegisterText } from "../../scripts/custody/register/end.ts";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { loadSettings, settingsInput } from "../../scripts/holdings/load-settings.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { readManifests } from "../../scripts/publish/manifest.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const append = (data: string) =>
  appendRegister(data, { at: "2026-04-08T09:00:00.000Z", who: "a", action: "return", quarter: "2026-T1", number: 1 });

describe.each<readonly [string, (data: string) => unknown]>([
  ["convention.yaml", loadSettings],
  ["convention.yaml", settingsInput],
  ["habilitations.yaml", loadEntitlements],
  ["registre.jsonl", readRegisterText],
  ["registre.jsonl", append],
  ["registre.verrou", append],
  ["2026-T1/manifest.json", readManifests],
])("%s", (name, read) => {
  test.each(["a folder", "a pipe"])("%s in its place is told as such, and not waited for", (what) => {
    if (what === "a pipe" && process.platform === "win32") return;
    const data = temporaryFolder("place");
    if (name.includes("/")) mkdirSync(join(data, name, ".."));
    const path = join(data, name);
    if (what === "a folder") mkdirSync(path);
    else execFileSync("mkfifo", [path]);
    expect(() => read(data)).toThrow(UserError);
    expect(() => read(data)).toThrow(/là où il faut un fichier/);
    expect(() => read(data)).toThrow(
      expect.objectContaining({ hint: expect.stringMatching(/^[A-Z].+ relancez .+\.$/) }),
    );
    rmSync(path, { recursive: true });
    expect(() => read(data)).not.toThrow();
  });
});
