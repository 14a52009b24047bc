/** A folder copied, or restored, beside the one that it was made of: two registers that go on from the same line. */
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { checkLiveFolders, recordRestored } from "../../scripts/custody/live-folders.ts";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { readRegister, verifyRegister } from "../../scripts/custody/verify-register.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { runCommand, runCommandWith } from "../run-main.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const place = vi.hoisted(() => ({ folder: "" as string | null }));
vi.mock("../../scripts/disk/private-folder.ts", () => ({
  privateFolder: () => {
    if (place.folder === null) throw new UserError("none", "");
    return place.folder;
  },
}));

let root: string;
const at = (path: string): string => join(root, path);
const AT = "2026-04-09T10:00:00.000Z";
const add = (folder: string): unknown =>
  appendRegister(folder, { at: AT, who: "agent", action: "sharing", group: "mairie" });
const told = (path: string) => checkLiveFolders(at(path)).map((issue) => [issue.rule, spoken(issue).message]);
const names = (path: string) => [["register-elsewhere", expect.stringContaining(at(path))]];
const restoreTo = (path: string): void => {
  cpSync(at("saved"), at(path), { recursive: true });
  recordRestored(at(path), AT, "2026-04-08T10:00:00.000Z");
};
beforeEach(() => {
  root = temporaryFolder("a-cote");
  place.folder = at("private");
  mkdirSync(at("private"));
  mkdirSync(at("first"));
  for (let n = 0; n < 2; n += 1) add(at("first"));
  cpSync(at("first"), at("saved"), { recursive: true });
});

test("a plain copy where somebody works is told, and so is the first, for as long as both hold the register", () => {
  expect(told("first")).toEqual([]);
  cpSync(at("first"), at("second"), { recursive: true });
  expect(told("first")).toEqual([]); // a copy that nobody has opened is put away
  expect([told("second"), told("first"), told("second")]).toEqual([names("first"), names("second"), names("first")]);
  add(at("first"));
  add(at("second"));
  expect([told("first"), told("second")]).toEqual([names("second"), names("first")]);
  rmSync(at("second"), { recursive: true });
  expect(told("first")).toEqual([]);
});

test("restored beside the first, it is told of both at once; of three, each names the two others", () => {
  told("first");
  restoreTo("second");
  expect(told("first")).toEqual(names("second"));
  restoreTo("third");
  expect(told("third")).toEqual([...names("first"), ...names("second")]);
});

test("moved in the place of the first, it names nobody; the first one, put aside and opened, is told", () => {
  told("first");
  restoreTo("second");
  renameSync(at("first"), at("aside"));
  renameSync(at("second"), at("first"));
  expect(told("first")).toEqual([]);
  expect(told("aside")).toEqual(names("first"));
});

test("a folder under two names, another commune's, or one that lost its register, is no second one", () => {
  told("first");
  mkdirSync(at("second"));
  linkSync(at("first/registre.jsonl"), at("second/registre.jsonl")); // as a drive under two letters
  expect(told("second")).toEqual([]);
  mkdirSync(at("other"));
  appendRegister(at("other"), { at: AT, who: "agent", action: "sharing", group: "autre" });
  renameSync(at("other/registre.jsonl"), at("second/registre.jsonl"));
  expect(told("first")).toEqual([]);
  rmSync(at("second/registre.jsonl"));
  expect(told("first")).toEqual([]);
});

test("without a register nothing is remembered; without a private folder, or with a damaged note, nothing stops", () => {
  expect([told("absent"), readdirSync(at("private"))]).toEqual([[], []]);
  told("first");
  restoreTo("second");
  const [note = ""] = readdirSync(at("private/registres"));
  writeFileSync(at(`private/registres/${note}`), "damaged");
  expect([told("first"), told("second")]).toEqual([[], names("first")]);
  place.folder = null;
  restoreTo("third");
  expect(told("first")).toEqual([]);
});

test("the line of a restoring is in the chain; a register that was damaged is left for its repair", () => {
  restoreTo("second");
  expect(readRegister(at("second")).map(({ action }) => action)).toEqual(["sharing", "sharing", "restore"]);
  expect(verifyRegister(at("second"), at("dist")).issues).toEqual([]);
  writeFileSync(at("saved/registre.jsonl"), readFileSync(at("saved/registre.jsonl"), "utf8").slice(0, -30));
  restoreTo("third");
  expect(readFileSync(at("third/registre.jsonl"))).toEqual(readFileSync(at("saved/registre.jsonl")));
  rmSync(at("saved/registre.jsonl"));
  restoreTo("fourth");
  expect(existsSync(at("fourth/registre.jsonl"))).toBe(false);
});

test("by the commands: restored beside, it is told where somebody works", async () => {
  mkdirSync(at("town"));
  writeFileSync(at("town/convention.yaml"), "commune: { nom: Ville-Fictive }\netats_attendus: [IS101]\n");
  const folders = ["--data", at("town"), "--out", at("dist")];
  add(at("town"));
  const phrase = "quatre mots tres longs ici";
  const answers = [
    ["Phrase secrète", phrase],
    ["La même", phrase],
  ] as const;
  const saved = await runCommandWith(
    { answers, tools: { workFactor: 2 } },
    "sauvegarde",
    at("une.zip.age"),
    ...folders,
  );
  expect([saved.status, saved.stderr]).toEqual([0, expect.anything()]);
  const asked = [["Phrase secrète", phrase]] as const;
  expect((await runCommandWith({ answers: asked }, "restaure", at("une.zip.age"), at("beside"))).status).toBe(0);
  const { status, stderr } = await runCommand("registre", ...folders);
  expect([status, stderr]).toEqual([0, expect.stringContaining(at("beside/data"))]);
  const beside = ["--data", at("beside/data"), "--out", at("beside/dist")];
  const shown = await runCommand("registre", ...beside);
  expect(shown.stdout).toMatch(/Restauration de la sauvegarde du .* dans ce dossier/);
  expect(shown.stderr).toContain(at("town"));
  expect((await runCommand("check", "--data", at("town"))).stdout).toContain(at("beside/data"));
});
