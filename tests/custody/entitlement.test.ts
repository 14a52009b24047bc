import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { sameAccount } from "../../scripts/custody/people/account.ts";
import { annexOfEntitled } from "../../scripts/custody/people/annex.ts";
import { assertEntitled, isEntitledOn, parseEntitlements } from "../../scripts/custody/people/entitlement.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { textOf } from "../pdf-pages.ts";
import { unprinted } from "../run-main.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const LIST = `responsable: la secrétaire générale
personnes:
  - { nom: Personne A, fonction: Maire, compte: compte-a, du: 2026-04-10 }
  - { nom: Personne B, fonction: Agent, compte: compte-b, du: 2026-04-10, au: 2026-12-31 }
  - { nom: Personne C, fonction: Adjointe, du: 2026-04-10 }
`;
let data: string;
beforeEach(() => {
  data = temporaryFolder("habilitations");
});
const refusal = (today: string, account: string): string => {
  try {
    assertEntitled(data, today, account);
    return "accepted";
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.exitCode).toBe(2);
    expect(error.hint).toContain("la secrétaire générale");
    return error.message.replaceAll("\u00a0", " ");
  }
};

test("without a list the work goes on with a visible warning that says how to make one", () => {
  const { value, issues } = assertEntitled(data, "2026-05-01", "anyone");
  expect(value).toEqual({ list: null, person: null });
  expect(issues.map((i) => [i.rule, i.severity])).toEqual([["no-entitlement-list", "warning"]]);
  expect(spoken(issues[0]).hint).toContain("npm run trimestre demande les noms");
});

test("with a list only its accounts, on their days, are accepted; others are told whom to ask", () => {
  writeFileSync(join(data, "habilitations.yaml"), LIST);
  expect(assertEntitled(data, "2026-04-10", "compte-a").value.person?.role).toBe("Maire");
  expect(assertEntitled(data, "2026-12-31", "compte-b").issues).toEqual([]);
  expect(refusal("2027-01-01", "compte-b")).toContain(
    "n'est pas habilité aujourd'hui : il l'est du 10 avril 2026 au 31 décembre 2026",
  );
  expect(refusal("2026-04-09", "compte-a")).toMatch(/il l'est du 10 avril 2026(?! au)/);
  expect(refusal("2026-05-01", "curieux")).toBe(
    "Le compte « curieux » n'est pas sur la liste des personnes habilitées.",
  );
  expect(refusal("2026-05-01", "")).toContain("n'est pas sur la liste");
});

test("a faulty list refuses everyone, naming its line", () => {
  writeFileSync(join(data, "habilitations.yaml"), LIST.replace("au: 2026-12-31", "au: 2025-12-31"));
  expect(() => assertEntitled(data, "2026-05-01", "compte-a")).toThrow(/ligne 4 .*la date de fin \(au\) précède/);
  writeFileSync(join(data, "habilitations.yaml"), LIST.replace("fonction: Maire", "fonctoin: Maire"));
  expect(() => assertEntitled(data, "2026-05-01", "compte-a")).toThrow(/ligne 3 .*fonctoin\s» est inconnue/s);
});

test("both ends of an entitlement are included", () => {
  const [, b] = parseEntitlements(LIST, "f").persons;
  expect(b && ["2026-04-09", "2026-04-10", "2026-12-31", "2027-01-01"].map((day) => isEntitledOn(b, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("of an account with several lines it is the one valid today that counts; else all of them are told", () => {
  const twice = `responsable: la secrétaire générale
personnes:
  - { nom: A, fonction: Ancien, compte: a, du: 2026-01-01, au: 2026-01-01 }
  - { nom: A, fonction: Maire, compte: a, du: 2026-03-01, au: 2026-03-31 }
`;
  writeFileSync(join(data, "habilitations.yaml"), twice);
  expect(assertEntitled(data, "2026-01-01", "a").value.person?.role).toBe("Ancien");
  expect(assertEntitled(data, "2026-03-31", "a").value.person?.role).toBe("Maire");
  expect(refusal("2026-02-01", "a")).toContain(
    "du 1er janvier 2026 au 1er janvier 2026, et du 1er mars 2026 au 31 mars 2026",
  );
});

test("Windows tells neither capitals nor domain apart, other systems do", () => {
  expect(sameAccount("MAIRIE\\Dupont", "dupont", "win32")).toBe(true);
  expect(sameAccount("Dupont", "dupont", "linux")).toBe(false);
});

test("the example shipped with the program names functions, not persons, and is a valid list once filled", () => {
  const example = readFileSync("data/habilitations.example.yaml", "utf8");
  const list = parseEntitlements(example.replaceAll("À REMPLACER", "quelqu'un"), "data/habilitations.example.yaml");
  expect(list.persons.map(({ name }) => name)).toEqual(list.persons.map(() => "quelqu'un"));
  expect(list.persons.length).toBeGreaterThan(2);
});

test("the annex names whoever is entitled that day, the last one included, or will be, and nobody else", async () => {
  const about = { commune: "Ville-Fictive", service: "Commissariat", marking: "Confidentiel" };
  const annex = async (today: string) => {
    const page = annexOfEntitled(parseEntitlements(LIST, "habilitations.yaml"), { ...about, today });
    const pages = await textOf(await unprinted(page));
    return pages.join(" ").replaceAll("\u00a0", " ");
  };
  expect(await annex("2026-12-31")).toMatch(/Personne A.*Personne B.*Personne C/);
  expect(await annex("2027-01-01")).not.toContain("Personne B");
  expect(await annex("2026-12-31")).toContain("jusqu'au 31 décembre 2026");
  expect(await annex("2026-04-10")).toMatch(/Maire\s+poste dédié, compte compte-a.*Adjointe\s+exemplaires papier/);
  expect(await annex("2026-04-10")).toContain("depuis le 10 avril 2026");
  expect(await annex("2026-04-09")).toContain("à partir du 10 avril 2026");
});

test("a list saved in another encoding is refused: a name with accents would name nobody", () => {
  writeFileSync(join(data, "habilitations.yaml"), Buffer.from(LIST, "latin1"));
  expect(() => assertEntitled(data, "2026-05-01", "compte-a")).toThrow(
    /habilitations.yaml n'est pas enregistré en UTF-8/,
  );
});

test("spaces around a name are not of it", () => {
  const { persons } = parseEntitlements(
    'responsable: D\npersonnes:\n  - { nom: " Élise Martin ", fonction: "Maire ", du: 2026-01-01 }\n',
    "liste",
  );
  expect(persons.map(({ name, role }) => [name, role])).toEqual([["Élise Martin", "Maire"]]);
});
