import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { copiesOf, describeCopy, findCopy } from "../../scripts/custody/copies/copies.ts";
import { distribute } from "../../scripts/custody/copies/distribute.ts";
import { chooseRecipients } from "../../scripts/custody/copies/recipients.ts";
import { type Entitlements, parseEntitlements } from "../../scripts/custody/people/entitlement.ts";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { readRegister, verifyRegister } from "../../scripts/custody/verify-register.ts";
import { lockOutput } from "../../scripts/disk/output-lock.ts";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { textOf } from "../pdf-pages.ts";
import { unprinted } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { build } from "./entries.ts";
import { recordBuild } from "./recorded.ts";
import { samplePdf } from "./sample-pdf.ts";

const LIST: Entitlements = parseEntitlements(
  `responsable: la direction
personnes:
  - { nom: Élise Martin, fonction: Maire, du: 2026-04-01 }
  - { nom: Jean Petit, fonction: Adjoint, du: 2026-04-01 }
  - { nom: Ancien Agent, fonction: Agent, du: 2024-04-01, au: 2025-03-31 }
`,
  "liste",
);
let data: string;
let out: string;
beforeEach(async () => {
  const root = temporaryFolder("exemplaires");
  data = join(root, "data");
  out = join(root, "dist");
  mkdirSync(data);
  mkdirSync(join(out, "2026-T1"), { recursive: true });
  writeFileSync(join(out, "2026-T1", "bulletin.pdf"), await samplePdf(2));
  recordBuild(data, out);
});
const give = (names: string, quarter = "2026-T1") =>
  distribute({
    dataDir: data,
    outDir: out,
    quarter,
    recipients: chooseRecipients(LIST, names, "2026-04-09"),
    at: "2026-04-09T08:00:00.000Z",
    today: "2026-04-09",
    who: "agent",
    marking: "Confidentiel",
    commune: "Ville-Fictive",
    print: unprinted,
  });

test("recipients come from the list only: accents and capitals aside, entitled that day", () => {
  expect(chooseRecipients(LIST, "elise martin ; Jean Petit; JEAN PETIT", "2026-04-09").map((p) => p.role)).toEqual([
    "Maire",
    "Adjoint",
  ]);
  expect(chooseRecipients(LIST, "tous", "2026-04-09")).toHaveLength(2);
  expect(() => chooseRecipients(LIST, "Jean Peti", "2026-04-09")).toThrow(/.*Jean Peti.* n'est pas sur la liste/);
  expect(() => chooseRecipients(LIST, "Ancien Agent", "2026-04-09")).toThrow(/n'est pas une personne habilitée le/);
  expect(() => chooseRecipients(LIST, " ; ", "2026-04-09")).toThrow(/Aucun destinataire/);
  expect(() => chooseRecipients(null, "Jean Petit", "2026-04-09")).toThrow(/Sans liste/);
});

test("of two entries of one name, the one that holds that day is taken; a part of a name is no name", () => {
  const list = parseEntitlements(
    `responsable: la direction
personnes:
  - { nom: Anne de La Tour, fonction: Première adjointe, du: 2027-01-01 }
  - { nom: Anne de La Tour, fonction: Adjointe, du: 2026-04-01 }
`,
    "liste",
  );
  expect(chooseRecipients(list, "anne de la tour", "2026-04-09").map((p) => p.role)).toEqual(["Adjointe"]);
  expect(() => chooseRecipients(list, "La Tour", "2026-04-09")).toThrow(/n'est pas sur la liste/);
});

test("each copy says on every page its number, its recipient and its date; the sheet lists them; the register knows them", async () => {
  const made = await give("Élise Martin; Jean Petit");
  expect(made.copies.map((c) => c.path)).toEqual([
    "2026-T1/copies/exemplaire-01.pdf",
    "2026-T1/copies/exemplaire-02.pdf",
  ]);
  for (const page of await textOf(readFileSync(join(out, "2026-T1/copies/exemplaire-02.pdf"))))
    expect(page.replaceAll("\u00a0", " ")).toContain("Exemplaire n° 2 – remis à Jean Petit, Adjoint – le 9 avril 2026");
  expect((await textOf(readFileSync(join(out, made.sheet)))).join()).toMatch(/Élise Martin.*Maire/);
  expect(statSync(join(out, "2026-T1/copies/exemplaire-01.pdf")).mode & 0o777).toBe(0o600);
  const told = () => verifyRegister(data, out).issues.map((issue) => [issue.rule, issue.place?.file]);
  expect(told()).toEqual([]);
  writeFileSync(join(out, "2026-T1/copies/exemplaire-01.pdf"), "altered");
  expect(told()).toEqual([["copy-altered", "2026-T1/copies/exemplaire-01.pdf"]]);
});

test("numbers go on in a second distribution, and no paper says out of how many", async () => {
  await give("Élise Martin");
  await give("Jean Petit");
  expect(readdirSync(join(out, "2026-T1/copies")).sort()).toEqual([
    "emargement-01-01.pdf",
    "emargement-02-02.pdf",
    "exemplaire-01.pdf",
    "exemplaire-02.pdf",
  ]);
  const [page = ""] = await textOf(readFileSync(join(out, "2026-T1/copies/exemplaire-02.pdf")));
  expect(page.replaceAll("\u00a0", " ")).toContain("Exemplaire n° 2 – remis à");
});

test("a register older than the copies gives no number twice, and nobody's paper is replaced", async () => {
  await give("Élise Martin");
  const before = readFileSync(join(data, "registre.jsonl"));
  await give("Jean Petit");
  const hers = join(out, "2026-T1/copies/exemplaire-02.pdf");
  const handed = readFileSync(hers);
  writeFileSync(join(data, "registre.jsonl"), before); // taken from the backup of the day before
  expect((await give("Élise Martin")).copies.map((copy) => copy.number)).toEqual([3]);
  expect(readFileSync(hers)).toEqual(handed);
  rmSync(join(out, "2026-T1/copies/exemplaire-03.pdf"));
  expect((await give("Jean Petit")).copies.map((copy) => copy.number)).toEqual([4]); // the sheet and the register know n° 3
  writeFileSync(join(data, "registre.jsonl"), before);
  for (const name of readdirSync(join(out, "2026-T1/copies")))
    if (name.startsWith("exemplaire")) rmSync(join(out, "2026-T1/copies", name));
  expect((await give("Jean Petit")).copies.map((copy) => copy.number)).toEqual([5]); // the sheets alone know n° 3 and 4
});

test("a bulletin that is not the one that was built gets no copy", async () => {
  appendRegister(data, build({ outputs: [{ path: "2026-T1/bulletin.pdf", sha256: sha256("another") }] }));
  await expect(give("Jean Petit")).rejects.toThrow(/n'est plus celui que le programme a fait \(registre, ligne 2\)/);
  rmSync(join(out, "2026-T1", "bulletin.pdf"));
  await expect(give("Jean Petit")).rejects.toThrow(/Il n'y a pas de bulletin/);
  // the demonstration's, for instance, once written among the bulletins by an earlier version
  mkdirSync(join(out, "2026-T2"));
  writeFileSync(join(out, "2026-T2", "bulletin.pdf"), await samplePdf(2));
  await expect(give("Jean Petit", "2026-T2")).rejects.toThrow(/n'est pas inscrit au registre/);
});

test("a copy that came back can still be destroyed, once; one that is destroyed cannot come back", async () => {
  await give("tous");
  const record = (action: "return" | "destruction", day: string) => {
    const { quarter, number } = findCopy(copiesOf(readRegister(data)), 1, null, action);
    appendRegister(data, { at: `${day}T08:00:00.000Z`, who: "agent", action, quarter, number });
  };
  expect(findCopy(copiesOf(readRegister(data)), 2, null, "destruction").returnedOn).toBe(null); // burnt where it was found: it needs not come back first
  record("return", "2026-05-02");
  record("destruction", "2026-05-04");
  const copies = copiesOf(readRegister(data));
  expect(copies.map(describeCopy)[0]?.replaceAll("\u00a0", " ")).toMatch(/rendu le 2 mai 2026, détruit le 4 mai 2026$/);
  expect(() => record("return", "2026-05-05")).toThrow(/rendu le 2.mai.2026, détruit le 4.mai.2026/);
  expect(() => record("destruction", "2026-05-05")).toThrow(/déjà inscrit/);
});

test("a person with two entries of the list that hold on one day gets one copy", () => {
  const [person] = LIST.persons;
  if (!person) throw new Error("the list of this test is empty");
  const renewed = { ...LIST, persons: [...LIST.persons, { ...person, from: "2026-04-05" }] };
  expect(chooseRecipients(renewed, "tous", "2026-04-09").map((p) => p.name)).toEqual(["Élise Martin", "Jean Petit"]);
});

test("while another command changes the bulletins, no copy is made: a build would lose it, another distribution take its number", async () => {
  const lock = lockOutput(out);
  await expect(give("Élise Martin")).rejects.toThrow(/Une autre commande écrit en ce moment/);
  expect(existsSync(join(out, "2026-T1", "copies"))).toBe(false);
  lock[Symbol.dispose]();
  expect((await give("Élise Martin")).copies.map((copy) => copy.number)).toEqual([1]);
  expect((await give("Élise Martin")).copies.map((copy) => copy.number)).toEqual([2]);
});
