/** What a letter over a table says of itself on the lines of one paragraph, and by what number it is filed. */
import { expect, test } from "vitest";
import { source } from "../read/source.ts";
import { understand } from "../reading/files.ts";

/** What is asked, and the forces of the figures that are read; `letter`: its paragraphs, each a cell. */
async function read(...letter: readonly string[]) {
  const text = [
    ...letter.map((paragraph) => `"${paragraph}"`),
    "Infractions;T1 2026",
    "Homicides;0",
    "Vols avec armes;2",
  ].join("\n");
  const [found] = await understand([source("IS101.csv", text)], [], { asks: true });
  return {
    asked: found?.questions.map(({ kind, may }) => [kind, may.filter((one) => ["PN", "GN", "ensemble"].includes(one))]),
    forces: [...new Set(found?.recognition.observations.map(({ force, forceUnsaid }) => [force, forceUnsaid].join()))],
  };
}
const ABOUT = "OBJET : délinquance – commune de Saint-Aubin-les-Tilleuls\nPÉRIODE : 1er trimestre 2026";
const SENDER = "GENDARMERIE NATIONALE\nCompagnie de Valmont\nCommunauté de brigades";

test("a reference to a convention of both forces says of no figure whose it is: the sender's are asked", async () => {
  const reference = "RÉFÉRENCE : convention mairie / police / gendarmerie";
  for (const letter of [[`${ABOUT}\n${reference}`], [ABOUT, "Convention mairie / police / gendarmerie"]])
    expect((await read(SENDER, ...letter)).asked).toEqual([["force", ["PN", "GN", "ensemble"]]]);
});

test("both forces named for the figures, or alone, are those of the table", async () => {
  for (const said of ["Police et gendarmerie", "Faits constatés par la police et la gendarmerie"])
    expect((await read(ABOUT, said)).forces).toEqual(["ensemble,"]);
});

test("the number of a letter is no commune's code", async () => {
  const { asked, forces } = await read(`IS 101 - Police nationale\n${ABOUT}`, "N° 01187/4 du 05/04/2026");
  expect([asked, forces]).toEqual([[], ["PN,"]]);
});

test("the name of a file says whose its figures are beside a file of the other force, and beside no other", async () => {
  const statement = (name: string) => source(name, `IS 101 - T1 2026\nInfractions;T1 2026\nHomicides;${name.length}`);
  const asked = async (...names: readonly string[]) => {
    const [found] = await understand(names.map(statement), [], { asks: true });
    return found?.questions.map(({ kind, text }) => `${kind} ${text}`);
  };
  expect(await asked("IS101 police.csv", "IS101 gendarmerie.csv")).toEqual([]);
  for (const others of [[], ["IST.csv"], ["IS101 police 2.csv"]])
    expect(await asked("IS101 police.csv", ...others)).toEqual(["force IS101 police"]);
});
