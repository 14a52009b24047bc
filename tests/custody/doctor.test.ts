import { appendFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { diagnose, type Finding, type Probes } from "../../scripts/custody/doctor/index.ts";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { defaultSettings } from "../../scripts/holdings/settings.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { returned } from "./entries.ts";

let data: string;
let out: string;
beforeEach(() => {
  const root = temporaryFolder("diagnostic");
  data = join(root, "data");
  out = join(root, "dist");
  for (const folder of [data, out]) mkdirSync(folder, { mode: 0o700 });
});
const healthy = (over: Partial<Probes> = {}): Probes => ({
  dataDir: data,
  outDir: out,
  today: "2026-04-10",
  account: "agent",
  nodeVersion: "24.21.0",
  isRoot: false,
  loadSettings: () => ({ ...defaultSettings(), isDefault: false, retentionYears: 5 }),
  startBrowser: async () => ({ version: "Chrome/147", sandboxed: true }),
  printerPolicies: () => [],
  kit: () => ({ files: 5000, faults: [] }),
  signature: () => ({ signed: "key", trusted: "key" }),
  sharedWith: () => null,
  encryptionOf: () => ({ state: "yes", why: "dm-crypt" }),
  freeBytes: () => 50e9,
  ...over,
});
const state = (findings: readonly Finding[], subject: string) => findings.find((f) => f.subject === subject);

test.skipIf(process.platform !== "linux")("a sound installation is OK in every subject", async () => {
  writeFileSync(
    join(data, "habilitations.yaml"),
    "responsable: D\npersonnes:\n  - { nom: A, fonction: F, compte: agent, du: 2026-04-10 }\n",
  );
  const findings = await diagnose(healthy());
  expect(findings.filter((f) => f.state !== "ok")).toEqual([]);
  expect(findings.map((f) => f.subject)).toEqual([
    "Node",
    "Programme",
    "Signature du kit",
    "Navigateur",
    "Dossier synchronisé",
    "Disque réseau",
    "Droits des dossiers",
    "Personnes habilitées",
    "Réglages",
    "Registre",
    "Chiffrement du disque",
    "Place sur le disque",
  ]);
});

test("where there is no kit, nothing is said of it", async () => {
  const subjects = (await diagnose(healthy({ kit: () => null }))).map((f) => f.subject);
  expect(subjects).not.toContain("Programme");
});

test("a policy that keeps Edge from printing is named, with whom to ask; harmless while the browser starts", async () => {
  const policy = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Edge\\RemoteDebuggingAllowed = 0x0";
  const startBrowser = async () => {
    throw new UserError("Aucun navigateur n'a pu démarrer.", "…");
  };
  const found = state(await diagnose(healthy({ printerPolicies: () => [policy], startBrowser })), "Stratégies d'Edge");
  expect(found?.state).toBe("fix");
  expect(found?.message).toContain(policy);
  expect(found?.remedy).toContain("service informatique");
  expect(state(await diagnose(healthy({ printerPolicies: () => [policy] })), "Stratégies d'Edge")?.state).toBe("look");
});

test("files of the kit that are missing or changed are named, five at most", async () => {
  const faults = ["a", "b", "c", "d", "e", "f", "g"].map((name) => `programme/${name}.ts`);
  const found = state(await diagnose(healthy({ kit: () => ({ files: 5000, faults }) })), "Programme");
  expect(found?.state).toBe("fix");
  expect(found?.message).toMatch(
    /^7\u00a0fichiers manquent, ont changé ou sont en trop : .*programme\/e\.ts, et 2\u00a0autres\.$/,
  );
});

test("each fault is found and has a remedy", async () => {
  writeFileSync(join(data, "registre.jsonl"), '{"n":1');
  writeFileSync(
    join(data, "habilitations.yaml"),
    "responsable: D\npersonnes:\n  - { nom: A, fonction: F, du: 2026-04-10 }\n",
  );
  const refuse = (): never => {
    throw new UserError("faute", "remède");
  };
  const findings = await diagnose(
    healthy({
      startBrowser: async () => refuse(),
      kit: () => ({ files: 5000, faults: ["programme/package.json"] }),
      freeBytes: () => 1e6,
      loadSettings: refuse,
    }),
  );
  for (const subject of [
    "Programme",
    "Navigateur",
    "Personnes habilitées",
    "Réglages",
    "Registre",
    "Place sur le disque",
  ]) {
    expect([subject, state(findings, subject)?.state]).toEqual([subject, "fix"]);
    expect(state(findings, subject)?.remedy).toBeTruthy();
  }
});

test("faulty settings are told once, and the browser is started without them", async () => {
  const findings = await diagnose(
    healthy({
      loadSettings: () => {
        throw new UserError("faute", "remède");
      },
    }),
  );
  expect(findings.filter(({ message }) => message === "faute").map(({ subject }) => subject)).toEqual(["Réglages"]);
});

test("what is a choice or a lack, not a fault, is to be looked at", async () => {
  const findings = await diagnose(
    healthy({
      startBrowser: async () => ({ version: "Chrome/147", sandboxed: false }),
      isRoot: true,
      loadSettings: defaultSettings,
    }),
  );
  for (const subject of ["Navigateur", "Personnes habilitées", "Réglages"])
    expect([subject, state(findings, subject)?.state]).toEqual([subject, "look"]);
});

test("a bug is not told as a fault of the machine", async () => {
  const bug = (): never => {
    throw new TypeError("bug");
  };
  await expect(diagnose(healthy({ startBrowser: async () => bug() }))).rejects.toThrow(TypeError);
  await expect(diagnose(healthy({ loadSettings: bug }))).rejects.toThrow(TypeError);
});

test.skipIf(process.platform === "win32")(
  "what cannot be read is a finding to put right, and the other subjects are told too",
  async () => {
    for (const name of ["habilitations.yaml", "registre.jsonl"]) mkdirSync(join(data, name));
    const findings = await diagnose(healthy());
    expect(findings).toHaveLength(12);
    for (const subject of ["Personnes habilitées", "Registre"])
      expect([subject, state(findings, subject)?.state]).toEqual([subject, "fix"]);
    expect(state(findings, "Registre")?.message).toMatch(/registre\.jsonl.*un dossier, là où il faut un fichier/);
  },
);

test("whether the disk is encrypted is told, or that it cannot be known from here", async () => {
  const told = async (answer: "yes" | "no" | "unknown") =>
    state(await diagnose(healthy({ encryptionOf: () => ({ state: answer, why: "raison" }) })), "Chiffrement du disque");
  expect(await told("yes")).toMatchObject({ state: "ok", message: expect.stringContaining("est chiffré (raison)") });
  expect(await told("no")).toMatchObject({ state: "fix", message: "raison." });
  expect(await told("unknown")).toMatchObject({ state: "look", message: expect.stringContaining("raison") });
});

test("a folder opened to a group is told with its name", async () => {
  const findings = await diagnose(healthy({ sharedWith: () => "bulletin" }));
  expect(state(findings, "Droits des dossiers")?.message).toMatch(/réservés aux comptes du groupe «.bulletin.»/);
});

test("the least room is itself enough, and it is the fuller of the two disks that counts", async () => {
  const ofRoom = async (freeBytes: (folder: string) => number) =>
    state(await diagnose(healthy({ freeBytes })), "Place sur le disque");
  expect(await ofRoom(() => 500e6)).toMatchObject({
    state: "ok",
    message: expect.stringMatching(/^0,5\sGo libres\.$/),
  });
  expect((await ofRoom(() => 499e6))?.state).toBe("fix");
  for (const full of [data, out])
    expect((await ofRoom((folder) => (folder === full ? 1e6 : 50e9)))?.state, full).toBe("fix");
});

test("five changed files of the kit are all named, without « et 0 autres »", async () => {
  const faults = ["a", "b", "c", "d", "e"];
  const found = state(await diagnose(healthy({ kit: () => ({ files: 9, faults }) })), "Programme");
  expect(found?.message).toMatch(/ : a, b, c, d, e\.$/);
});

test("the list of persons tells who is entitled today; who is no longer does not open the machine to anyone", async () => {
  const told = async (...persons: readonly string[]) => {
    writeFileSync(
      join(data, "habilitations.yaml"),
      `responsable: D\npersonnes:\n${persons.map((person) => `  - { ${person} }\n`).join("")}`,
    );
    const found = state(await diagnose(healthy()), "Personnes habilitées");
    return [found?.state, found?.message.replaceAll("\u00a0", " ")];
  };
  const here = "nom: A, fonction: F, compte: agent, du: 2026-01-01";
  const onPaper = "nom: B, fonction: F, du: 2026-01-01";
  expect(await told(here, onPaper)).toEqual(["ok", "2 personnes habilitées aujourd'hui."]);
  expect(await told(here, "nom: B, fonction: F, compte: b, du: 2026-04-11")).toEqual([
    "ok",
    "1 personne habilitée aujourd'hui, 1 habilitation échue ou à venir.",
  ]);
  expect(await told(onPaper, `${here}, au: 2026-04-09`)).toEqual([
    "fix",
    "1 personne habilitée aujourd'hui, 1 habilitation échue ou à venir. Aucune n'a de compte sur ce poste : tout est refusé, à « agent » aussi.",
  ]);
});

test("the duration agreed with the archives is told, or that it is still to be agreed", async () => {
  const told = async (retentionYears: number | null) =>
    state(
      await diagnose(healthy({ loadSettings: () => ({ ...defaultSettings(), isDefault: false, retentionYears }) })),
      "Réglages",
    );
  expect(await told(5)).toMatchObject({ state: "ok", message: "lus ; conservation 5\u00a0ans." });
  expect(await told(null)).toMatchObject({ state: "look", remedy: expect.stringContaining("conservation") });
});

test("a folder that is synchronised with a server elsewhere is to be put right, the others are sound", async () => {
  const data = join(temporaryFolder("nuage"), "OneDrive", "data");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const findings = await diagnose(healthy({ dataDir: data }));
  expect(state(findings, "Dossier synchronisé")?.state).toBe("fix");
  expect(state(findings, "Disque réseau")?.state).toBe("ok");
});

test("a register that is damaged is to be put right, with what is wrong with it; a sound one counts its lines", async () => {
  for (const number of [1, 2]) appendRegister(data, returned(number));
  const told = async () => {
    const found = state(await diagnose(healthy()), "Registre");
    return [found?.state, found?.message.replaceAll("\u00a0", " "), found?.remedy];
  };
  expect(await told()).toEqual(["ok", "2 lignes ; « npm run registre » le vérifie en entier.", undefined]);
  const remedy = "npm run registre, puis npm run registre -- --reparer";
  appendFileSync(join(data, "registre.jsonl"), "{");
  expect(await told()).toEqual([
    "fix",
    "abîmé : ligne 3 : elle est incomplète (coupure pendant l'écriture ?) : « {… ».",
    remedy,
  ]);
  rmSync(join(data, "registre.jsonl"));
  mkdirSync(join(out, "2026-T1"), { recursive: true });
  writeFileSync(join(out, "2026-T1/manifest.json"), "{}");
  expect((await told())[1]).toContain("Le registre a disparu");
});

test.each([
  [true, "Chrome/147 démarre sans bac à sable (compte root)."],
  [false, "Chrome/147 démarre sans bac à sable."],
])("a browser without its sandbox is to be looked at, and why when it is known (root: %s)", async (isRoot, message) => {
  const startBrowser = async () => ({ version: "Chrome/147", sandboxed: false });
  expect(state(await diagnose(healthy({ isRoot, startBrowser })), "Navigateur")).toMatchObject({
    state: "look",
    message,
  });
});

test("it is tried whether data and dist can be written in, and nothing is left of it", async () => {
  expect(state(await diagnose(healthy()), "Écriture")).toBeUndefined();
  expect([readdirSync(data), readdirSync(out)]).toEqual([[], []]);
  mkdirSync(join(out, `.${process.pid}.tmp`)); // stands in for a disk that refuses
  expect(state(await diagnose(healthy()), "Écriture")).toMatchObject({
    state: "fix",
    message: expect.stringContaining(out),
  });
});

test("who signed the kit is told: the key that is held, another, one not known yet, or nobody", async () => {
  const told = async (signed: string | null, trusted?: string) =>
    state(await diagnose(healthy({ signature: () => ({ signed, trusted }) })), "Signature du kit")?.state;
  expect([
    await told("a", "a"),
    await told("a", "b"),
    await told("a"),
    await told(null),
    await told(null, "a"),
  ]).toEqual([...["ok", "fix", "look", "look", "fix"]]);
  const none = await diagnose(healthy({ kit: () => null }));
  expect(state(none, "Signature du kit")).toBeUndefined();
});
