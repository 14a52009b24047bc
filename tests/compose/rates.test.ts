/** Which rate of the public bases, and which force, stand beside the commune's numbers. */
import { expect, test } from "vitest";
import { onlyForce } from "../../scripts/compose/context/lines.ts";
import { latestRate } from "../../scripts/compose/context/rates.ts";

const rate = (indicator: string, territory: string, year: number) => ({ indicator, territory, year });
const context = (references: readonly ReturnType<typeof rate>[]) =>
  ({ year: 2026, analysis: { references } }) as unknown as Parameters<typeof latestRate>[0];

test("the rate of a line is that of its territory and of the latest year, wherever the base has it", () => {
  const c = context([
    rate("homicides", "Calvados", 2024),
    rate("homicides", "Calvados", 2025),
    rate("homicides", "Calvados", 2023),
    rate("homicides", "France", 2026),
    rate("vols-avec-armes", "Calvados", 2026),
  ]);
  expect(latestRate(c, "homicides", "Calvados")).toEqual(rate("homicides", "Calvados", 2025));
  const remade = { ...c, year: 2024 } as typeof c;
  expect(latestRate(remade, "homicides", "Calvados"), "not later than the bulletin's own year").toEqual(
    rate("homicides", "Calvados", 2024),
  );
  expect(latestRate(c, "homicides", "Orne")).toBeUndefined();
});

test("a force is named for all the lines when each of them is of it", () => {
  const lines = (...forces: readonly string[]) =>
    forces.map((force) => ({ whole: { force } })) as unknown as Parameters<typeof onlyForce>[0];
  expect(onlyForce(lines("PN", "PN"))).toBe("PN");
  expect(onlyForce(lines("GN"))).toBe("GN");
  expect(onlyForce(lines("PN", "GN"))).toBeNull();
  expect(onlyForce(lines("ensemble"))).toBeNull();
});
