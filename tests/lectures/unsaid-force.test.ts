/** Whose facts a file counts, where none of its texts says it: asked once a template, and never taken for granted. */
import { beforeEach, describe, expect, test } from "vitest";
import { type Checked, createTown, settingsText, type Town } from "../town.ts";

let town: Town;
const write = (path: string, text: string): void => town.put(path, text);
const run = (...args: readonly string[]) => town.lecture(...args);
const checked = () => town.checked();
/** The one question of the first delivery. */
async function asked(): Promise<string> {
  const questions = await town.questions("2026-T1");
  expect(questions).toHaveLength(1);
  return questions[0]?.id ?? "";
}
const forcesIn = ({ observations }: Checked, delivery: string): readonly string[] => [
  ...new Set(observations.filter((o) => o.provenance.file.startsWith(delivery)).map((o) => o.force)),
];
/** Severities; a sender's name is shown by the command alone, before anything is confirmed. */
const unsaid = ({ issues }: Checked, delivery = "2026"): readonly string[] =>
  issues.filter((i) => i.rule === "force-unsaid" && i.place?.file.startsWith(delivery)).map((i) => i.severity);

const table = (quarter: number, ...over: readonly string[]): string =>
  [
    ...over,
    `IS 101 - Valmont-sur-Lys - T${quarter} 2026`,
    `Nature;T${quarter} 2026`,
    "Homicides;0",
    `Vols avec armes;${quarter}`,
  ].join("\n");

beforeEach(() => {
  town = createTown("2026-12-20");
});

describe("a service of one force sends it", () => {
  test("it is asked about, nothing is proposed, and the answer is that of every later quarter", async () => {
    const sender = "DIPN 46 / CPN CAHORS";
    write("2026-T1/IS101 T1.csv", table(1, sender, ""));
    const before = await checked();
    expect([unsaid(before), forcesIn(before, "2026-T1")]).toEqual([["warning"], ["ensemble"]]);
    const alone = await run("2026-T1", "--confirmer");
    expect([alone.status, alone.stdout.includes(sender)]).toEqual([1, true]);
    expect(alone.stderr).toContain("1 réponse est attendue");
    expect((await run("2026-T1", "--confirmer", "--reponse", `${await asked()}=GN`)).status).toBe(0);
    write("2026-T2/IS101 T2.csv", table(2, sender, ""));
    const second = await checked();
    expect([unsaid(second), forcesIn(second, "2026-T1"), forcesIn(second, "2026-T2")]).toEqual([[], ["GN"], ["GN"]]);
    expect((await run("2026-T2", "--confirmer")).status).toBe(0);
  });

  test("between the title and the table as well: nothing is refused meanwhile", async () => {
    const [title, ...rows] = table(1).split("\n");
    write("2026-T1/IS101 T1.csv", [title, "Brigade de gendarmerie de Figeac", ...rows].join("\n"));
    const before = await checked();
    expect([unsaid(before), forcesIn(before, "2026-T1")]).toEqual([["warning"], ["ensemble"]]);
    expect((await run("2026-T1", "--confirmer", "--reponse", `${await asked()}=GN`)).status).toBe(0);
    expect(forcesIn(await checked(), "2026-T1")).toEqual(["GN"]);
  });

  test("under its table, or in the name of its file, it is asked about as well", async () => {
    write("2026-T1/IS101.csv", `${table(1)}\n\nSource : commissariat de Valmont`);
    expect(unsaid(await checked())).toEqual(["warning"]);
    write("2026-T2/IS101 CPN Cahors.csv", table(2));
    expect(unsaid(await checked(), "2026-T2")).toEqual(["warning"]);
  });

  test("a direction of the département is the convention's own partner; two services of both forces are of none", async () => {
    for (const [i, over] of [
      "DIPN 46",
      "Commissariat de Cahors;Brigade de gendarmerie de Souillac",
      "Préfecture du Lot",
    ].entries())
      write(`2026-T${i + 1}/IS101.csv`, table(i + 1, over, ""));
    expect(unsaid(await checked())).toEqual(["info", "info", "info"]);
  });
});

describe("no text names a service", () => {
  test("both forces are proposed, and taken by nobody; once they are answered no later quarter asks", async () => {
    write("2026-T1/IS101 T1 2026.csv", table(1));
    const before = await checked();
    expect([unsaid(before), forcesIn(before, "2026-T1")]).toEqual([["info"], ["ensemble"]]);
    const { status, stdout, stderr } = await run("2026-T1", "--confirmer");
    expect([status, stdout.includes("(proposé, comme le dit la convention)")]).toEqual([1, true]);
    expect(stderr).toContain(`--confirmer --reponse ${await asked()}=RÉPONSE`);
    expect((await run("2026-T1", "--confirmer", "--reponse", `${await asked()}=ensemble`)).status).toBe(0);
    write("2026-T2/IS101 T2 2026 def (2).csv", table(2));
    expect(unsaid(await checked())).toEqual([]);
    expect((await run("2026-T2", "--confirmer")).stdout).not.toContain("proposé");
  });

  test("another answer holds as well", async () => {
    write("2026-T1/IS101 T1 2026.csv", table(1));
    expect((await run("2026-T1", "--confirmer", "--reponse", `${await asked()}=PN`)).status).toBe(0);
    write("2026-T2/IS101 T2 2026.csv", table(2));
    const second = await checked();
    expect([unsaid(second), forcesIn(second, "2026-T2")]).toEqual([[], ["PN"]]);
  });

  test("a file of another name is asked about anew", async () => {
    write("2026-T1/IS101 T1 2026.csv", table(1));
    expect((await run("2026-T1", "--confirmer", "--reponse", `${await asked()}=ensemble`)).status).toBe(0);
    write("2026-T2/faits de la ville.csv", table(2));
    expect(unsaid(await checked())).toEqual(["info"]);
  });
});

test("a force that a text says asks nothing; beside the columns of each, nor does a column of none", async () => {
  write("2026-T1/IS101.csv", table(1, "Statistiques - police nationale", "Commissariat de Cahors"));
  write("2026-T2/IS101.csv", "IS 101 - T2 2026\nNature;Police;Gendarmerie;Total;Rappel T2 2025\nHomicides;1;0;1;2");
  expect(unsaid(await checked())).toEqual([]);
});

test("a force that is told of a title leaves its period under watch", async () => {
  write(
    "convention.yaml",
    `${settingsText("Valmont-sur-Lys")}mots:\n  - { texte: IS 101 - CPN Valmont - du 01/01/2026 au 15/03/2026, lecture: police }\n`,
  );
  write(
    "2026-T1/IS101.csv",
    "IS 101 - CPN Valmont - du 01/01/2026 au 15/03/2026\nNature;T1 2026\nHomicides;0\nVols avec armes;2",
  );
  expect((await checked()).issues.map((i) => i.rule)).toContain("ambiguous-reading");
});
