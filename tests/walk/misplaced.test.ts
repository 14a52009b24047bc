/** A correction that comes with another quarter, or late: its place is offered before anything is recorded, and what the messages say leads to a bulletin. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { statement } from "../custody/small-world.ts";
import { type Answer, runCommandWith, UNSEEN } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const NOW = () => new Date("2026-10-09T10:00:00");
let data: string;
const put = (path: string, text: string): void => {
  mkdirSync(join(data, path, ".."), { recursive: true });
  writeFileSync(join(data, path), text);
};
const move = (from: string, to: string): void => {
  mkdirSync(join(data, to, ".."), { recursive: true });
  renameSync(join(data, from), join(data, to));
};
async function run(answers: readonly Answer[] | undefined, name: string, ...line: readonly string[]) {
  const given = { ...(answers && { answers }), now: NOW };
  const ran = await runCommandWith(given, name, ...line, "--data", data, ...(OUT[name]?.(data) ?? []));
  expect(ran.stderr).not.toContain("Erreur imprévue"); // another question than the one that is answered
  return ran;
}
const out = (folder: string): readonly string[] => ["--out", join(folder, "../dist")];
const OUT: Readonly<Record<string, (folder: string) => readonly string[]>> = { build: out, lecture: out };
const reception = (...answers: readonly Answer[]) => run(answers, "reception");
const recorded = () =>
  readFileSync(join(data, "registre.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { action: string; delivery: string; messageDate: string; reason?: string })
    .filter(({ action }) => action === "reception")
    .map(({ delivery, messageDate }) => `${delivery} ${messageDate}`);
const CORRECTED = `${statement("2026-T1", 18)}\nRECTIFICATIF\n`;

beforeEach(async () => {
  data = join(temporaryFolder("misplaced"), "data");
  put("convention.yaml", "commune: { nom: Ville-Fictive }\netats_attendus: [IS101]\n");
  put(
    "habilitations.yaml",
    `responsable: la direction\npersonnes:\n  - { nom: Élise Martin, fonction: Maire, compte: "${userInfo().username}", du: 2020-01-01 }\n`,
  );
  put("2026-T1/IS101.csv", statement("2026-T1", 16));
  await run(undefined, "reception", "2026-T1", "--message", "08/04/2026");
});

/** Of each file. */
const YES: Answer = ["tout est-il lu ?", "oui"];

/** From there to the bulletin of both quarters, nothing being left to do by hand. */
async function makeBulletins(): Promise<void> {
  expect((await run([...UNSEEN, YES, ...UNSEEN, YES, ...UNSEEN, YES], "lecture")).status).toBe(0);
  expect((await run(undefined, "check")).stdout).not.toContain("ERREUR");
  for (const quarter of ["2026-T1", "2026-T3"])
    expect(await run(undefined, "build", "--trimestre", quarter)).toMatchObject({ status: 0 });
  const facts = readFileSync(join(data, "../dist/2026-T3/donnees.csv"), "utf8");
  expect(facts).toContain("2026-T1-rectificatif");
}

const OFFER =
  "porte sur le 1er trimestre 2026, déjà là : c'est un envoi corrigé. Le ranger dans « 2026-T1-rectificatif » ?";

describe("a correction that comes with the next quarter", () => {
  beforeEach(() => {
    put("2026-T3/IS101.csv", statement("2026-T3", 4));
    put("2026-T3/IS101 1er trimestre.csv", CORRECTED);
  });

  test("is offered its own folder before any reception; from there its bulletin is made", async () => {
    const { status } = await reception(
      [OFFER, "oui"],
      ["De quand date le message de « 2026-T1-rectificatif » ?", "07/10/2026"],
      ["De quand date le message de « 2026-T3 » ?", "07/10/2026"],
    );
    expect([status, readdirSync(join(data, "2026-T1-rectificatif"))]).toEqual([0, ["IS101 1er trimestre.csv"]]);
    expect(recorded()).toEqual(["2026-T1 2026-04-08", "2026-T1-rectificatif 2026-10-07", "2026-T3 2026-10-07"]);
    await makeBulletins();
  });

  test("of two files is one question", async () => {
    put("2026-T3/autre état.csv", CORRECTED.replace("Homicides;0;0;0", "Homicides;1;0;1"));
    await reception(
      ["ces fichiers portent sur le 1er trimestre 2026, déjà là : c'est un envoi corrigé. Les ranger dans", "oui"],
      ["« 2026-T1-rectificatif »", null],
    );
    expect(readdirSync(join(data, "2026-T1-rectificatif"))).toHaveLength(2);
  });

  test("stays where it is on no; the check then names the folder, and following it leads to a bulletin", async () => {
    await reception([OFFER, "non"], ["« 2026-T3 »", "07/10/2026"]);
    const { stdout } = await run(undefined, "check");
    expect(stdout).toContain(
      "Déplacez le fichier dans le dossier 2026-T1-rectificatif (à créer) : l'état de ce trimestre est déjà là",
    );
    move("2026-T3/IS101 1er trimestre.csv", "2026-T1-rectificatif/IS101 1er trimestre.csv");
    const moved = (await run(undefined, "check")).stdout;
    expect(moved).toContain("1 fichier reçu a changé de livraison, avec le même contenu");
    expect(moved).not.toContain("absent");
    const { status } = await reception(
      ["De quand date le message de « 2026-T1-rectificatif » ?", "07/10/2026"],
      ["est maintenant « 2026-T1-rectificatif/IS101 1er trimestre.csv » : est-ce bien sa place ?", "oui"],
    );
    expect([status, recorded().at(-1)]).toEqual([0, "2026-T3 2026-10-07"]);
    await makeBulletins();
  });

  test("is not offered again once it was refused", async () => {
    await reception([OFFER, "non"], ["« 2026-T3 »", "07/10/2026"]);
    put("2026-T3/suite.csv", statement("2026-T3", 4).replace("Homicides", "Vols avec armes"));
    await reception(["s'est ajouté à « 2026-T3 »", "oui"], ["« 2026-T3 »", "08/10/2026"]);
  });

  test("of a quarter that is not there is offered the folder of that quarter", async () => {
    rmSync(join(data, "2026-T3/IS101 1er trimestre.csv"));
    put("2026-T3/IS101 T2.csv", statement("2026-T2", 4));
    await reception(
      ["porte sur le 2e trimestre 2026. Le ranger dans « 2026-T2 » ?", "oui"],
      ["« 2026-T2 »", "07/10/2026"],
      ["« 2026-T3 »", "07/10/2026"],
    );
  });

  test("is offered alone when it came after the reception of the others", async () => {
    rmSync(join(data, "2026-T3/IS101 1er trimestre.csv"));
    await reception(["« 2026-T3 »", "07/10/2026"]);
    put("2026-T3/IS101 1er trimestre.csv", CORRECTED);
    await reception([OFFER, "oui"], ["« 2026-T1-rectificatif »", "07/10/2026"]);
  });
});

test("alone in the folder of another quarter, it is moved by the message after its reception, and nothing is missed", async () => {
  put("2026-T3/IS101.csv", CORRECTED);
  await run(undefined, "reception", "2026-T3", "--message", "07/10/2026");
  move("2026-T3/IS101.csv", "2026-T1-rectificatif/IS101.csv");
  expect((await reception(["« 2026-T1-rectificatif »", "07/10/2026"], ["est-ce bien sa place ?", "oui"])).status).toBe(
    0,
  );
  expect((await run([...UNSEEN, YES, ...UNSEEN, YES], "lecture")).status).toBe(0);
  expect((await run(undefined, "check")).stdout).not.toContain("ERREUR");
});

test("a folder that was received under its name is not offered another one for a file that came since", async () => {
  put("2026-T3/IS101.csv", CORRECTED);
  await run(undefined, "reception", "2026-T3", "--message", "07/10/2026");
  put("2026-T3/suite.csv", statement("2026-T1", 19));
  await reception(
    ["« suite.csv » : ce fichier porte sur le 1er trimestre 2026", "oui"],
    ["rectificatif", "07/10/2026"],
  );
});

test("a whole folder of a quarter that is held is offered the name of a correction", async () => {
  put("2026-T3/IS101.csv", statement("2026-T1", 18));
  await reception(
    ["disent être du 1er trimestre 2026. Le renommer « 2026-T1-rectificatif » ?", "oui"],
    ["« 2026-T1-rectificatif »", "07/10/2026"],
  );
  expect(existsSync(join(data, "2026-T3"))).toBe(false);
});

describe("in the folder of its own quarter", () => {
  test("what came later and gives other values is offered the folder of a correction, without a word of it", async () => {
    put("2026-T1/nouveau.csv", statement("2026-T1", 18));
    await reception([OFFER, "oui"], ["« 2026-T1-rectificatif »", "07/10/2026"]);
    expect(readdirSync(join(data, "2026-T1"))).toEqual(["IS101.csv"]);
  });
  test("what came later and gives no other value is not", async () => {
    put("2026-T1/note.csv", `${statement("2026-T1", 16)}Vols avec armes;2;0;2\n`);
    await reception(["s'est ajouté à « 2026-T1 »", "non"]);
    expect(existsSync(join(data, "2026-T1-rectificatif"))).toBe(false);
  });
  const DATED = "Annule et remplace l'état transmis le 6 octobre 2026";
  test.each([
    ["under it", (text: string) => `${text}\nAnnule et remplace l'envoi précédent\n`],
    ["under it, with a day", (text: string) => `${text}\n${DATED}\n`],
    ["over it", (text: string) => `${DATED}\n${text}`],
    ["under its title", (text: string) => text.replace("\n", `\n${DATED}\n`)],
    ["in its title", (text: string) => text.replace("\n", ` - ${DATED}\n`)],
    ["for its title", (text: string) => text.replace(/^.*\n/, `${DATED}\n`)],
  ])(
    "what says %s that it corrects the file beside it is offered it at once; the other file is not",
    async (_, saying) => {
      put("2026-T3/IS101.csv", statement("2026-T3", 4));
      put("2026-T3/annule.csv", saying(statement("2026-T3", 5)));
      await reception(
        ["« annule.csv » : ce fichier porte sur le 3e trimestre 2026, déjà là", "oui"],
        ["« 2026-T3 »", "06/10/2026"],
        ["« 2026-T3-rectificatif »", "07/10/2026"],
      );
      expect(readdirSync(join(data, "2026-T3"))).toEqual(["IS101.csv"]);
    },
  );
  test("two that differ, of which none says so, are told with the folder", async () => {
    put("2026-T3/a.csv", statement("2026-T3", 4));
    put("2026-T3/b.csv", statement("2026-T3", 5));
    await reception(["« 2026-T3 »", "06/10/2026"]);
    expect((await run(undefined, "check")).stdout).toContain(
      "déplacez-le dans le dossier 2026-T3-rectificatif (à créer)",
    );
  });
});

describe("a received file that stands in another delivery", () => {
  test("is an error until its place is confirmed; on no, and where nobody can be asked, nothing is recorded", async () => {
    move("2026-T1/IS101.csv", "2026-T2/IS101.csv");
    const check = (await run(undefined, "check")).stdout;
    expect(check).toMatch(/ERREUR\s+1 fichier reçu|ERREUR.*\n?.*1 fichier reçu a changé de livraison/);
    const alone = await run(undefined, "reception", "2026-T1");
    expect([alone.status, recorded().length]).toEqual([1, 1]);
    expect(alone.stderr).toContain("« 2026-T1/IS101.csv » est absent");
    const no = await run([["est-ce bien sa place ?", "non"]], "reception", "2026-T1");
    expect([no.status, recorded().length]).toEqual([1, 1]);
  });
  test("in place of a folder that is gone too, once that is confirmed", async () => {
    move("2026-T1", "2026-T2");
    expect((await run(undefined, "check")).stdout).toContain("a changé de livraison");
    await reception(["est-ce bien sa place ?", "oui"], ["Le renommer", "non"], ["« 2026-T2 »", "07/10/2026"]);
    expect((await run(undefined, "check")).stdout).not.toMatch(/a changé de livraison|absent/);
  });
  test("beside the one that is still here is a copy", async () => {
    put("2026-T2/IS101.csv", statement("2026-T1", 16));
    expect((await run(undefined, "check")).stdout).not.toContain("a changé de livraison");
  });
  test("that was received before with the same content is its own, and this one is missed", async () => {
    put("2026-T2/IS101.csv", statement("2026-T1", 16));
    await run(undefined, "reception", "2026-T2", "--message", "08/07/2026");
    rmSync(join(data, "2026-T2/IS101.csv")); // the content stands in 2026-T1, which was received first
    expect((await run(undefined, "check")).stdout).toContain("absent");
  });
});
