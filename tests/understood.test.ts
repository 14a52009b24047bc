/** A remark on how a statement is made is understood once, by its id: a larger gap is told again. */
import { beforeEach, expect, test } from "vitest";
import { createTown, settingsText, type Town } from "./town.ts";

let town: Town;

/** A family of 30, and lines that are `gap` more together. */
function deliver(quarter: number, gap: number): void {
  const rows = [
    `Atteintes aux biens;${30 + 3 * quarter}`,
    `Cambriolages;${20 + quarter + gap}`,
    `Vols liés aux véhicules à moteur;${10 + 2 * quarter}`,
  ];
  town.put(
    `2026-T${quarter}/IST T${quarter} 2026.csv`,
    [
      `I.S.T - Rive-Blanche - ${quarter === 1 ? "1er" : `${quarter}e`} trimestre 2026`,
      "",
      "Indicateurs;Police",
      ...rows,
    ].join("\n"),
  );
}
const read = (...args: readonly string[]) => town.lecture(...args);
const told = async (): Promise<readonly string[]> =>
  (await town.checked()).issues
    .filter(({ rule }) => rule === "lines-exceed-family")
    .map((i) => `${i.severity} ${i.place?.file.slice(0, 7)}`);

beforeEach(() => {
  town = createTown("2026-10-20", settingsText("Rive-Blanche", "IST"));
});

test("understood, it is told neither of this file nor of the next, until its gap is larger", async () => {
  deliver(1, 4);
  const { stdout } = await read("2026-T1");
  const [id = ""] = /remark-[0-9a-f]{8}/.exec(stdout) ?? [];
  expect(id).not.toBe("");
  expect(await told()).toEqual(["warning 2026-T1"]);
  expect((await read("2026-T1", "--confirmer", "--reponse", `${id}=understood`)).status).toBe(0);
  deliver(2, 4);
  deliver(3, 5);
  expect(await told()).toEqual(["info 2026-T1", "info 2026-T2", "warning 2026-T3"]);
  const { remarks } = JSON.parse((await read("2026-T3", "--json")).stdout) as {
    remarks: readonly { id: string; bound: number }[];
  };
  expect(remarks.map(({ bound }) => bound)).toEqual([5]);
  await read("2026-T3", "--confirmer", "--reponse", `${remarks[0]?.id}=understood`);
  expect(await told()).toEqual(["info 2026-T1", "info 2026-T2", "info 2026-T3"]);
});

test("confirmed without a word on it, it is told; and of a quarter before, it is not understood", async () => {
  deliver(1, 4);
  deliver(2, 4);
  await read("2026-T1", "--confirmer");
  expect(await told()).toEqual(["warning 2026-T1", "warning 2026-T2"]);
  const [id = ""] =
    /remark-[0-9a-f]{8}/.exec((await read("2026-T2", "--reponse", "remark-00000000=understood")).stderr) ?? [];
  expect(id).toBe("remark-00000000");
  const { stderr } = await read("2026-T2", "--reponse", "remark-00000000=understood");
  const [, own = ""] = /Questions, notes et remarques : (remark-[0-9a-f]{8})/.exec(stderr) ?? [];
  await read("2026-T2", "--confirmer", "--reponse", `${own}=understood`);
  expect(await told()).toEqual(["warning 2026-T1", "info 2026-T2"]);
});
