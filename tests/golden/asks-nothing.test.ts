/** A folder that was confirmed by a version of before is read by this one, and nothing is asked. */
import { expect, test } from "vitest";
import { main as registre } from "../../scripts/registre.ts";
import { readHere } from "../read-here.ts";
import { runMain } from "../run-main.ts";
import { goldenFolder, goldenPath, listed, read, stored, VERSIONS } from "./golden.ts";

test.each(VERSIONS)(
  "the folder of %s: its lecture stands, its next quarter is like it, its figures are those of the files",
  async (version) => {
    const data = goldenFolder(version);
    const before = stored(data, "2026-T1");
    const verified = await runMain(registre, ["--bref", "--data", data, "--out", `${data}/../dist`], {
      tools: { reader: readHere },
    });
    expect([verified.status, verified.stdout]).toEqual([0, expect.not.stringContaining("de la lecture")]);
    expect((await read(data, "2026-T1")).stdout).toContain("Tout est confirmé");
    expect((await listed(data, "2026-T2")).questions).toEqual([]);
    const { status, stdout } = await read(data, "2026-T2", "--confirmer");
    expect([status, stdout.match(/rien de nouveau/g)?.length]).toEqual([0, 2]);
    expect(stored(data, "2026-T1")).toBe(before);
    expect(stored(data, "2026-T2")).toBe(stored(goldenPath(version, "next"), "2026-T2"));
  },
);
