/** The same bulletin after more and more quarters, or the bulletins of all of them: time and memory must follow, and the paper stay short. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quarter, quarterId, shiftQuarters } from "../../scripts/model/period.ts";
import { IS101_LINES } from "../demo/commune.ts";
import { seeded } from "../demo/random.ts";
import { inMs, run } from "./processes.ts";

export function benchQuarters(lengths: readonly number[], isAll: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), "mesure-"));
  try {
    console.log("trimestres      durée  pages  mémoire de chaque processus");
    for (const length of lengths) {
      const data = join(folder, String(length));
      writeQuarters(data, length);
      const out = join(folder, `dist-${length}`);
      const { wall, stdout, processes } = run([
        ...["--import", "./scripts/preload.js", "scripts/build.ts", "--data", data, "--out", out],
        ...(isAll ? ["--tous"] : []),
      ]);
      const pages = /\((\d+) pages\)/.exec(stdout.replaceAll("\u00a0", " "))?.[1] ?? "?";
      const peaks = processes.map(({ name, peak }) => `${name} ${peak.toFixed(0)} Mio`).join(", ");
      console.log(`${String(length).padStart(10)} ${inMs(wall)} ${pages.padStart(6)}  ${peaks}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One statement a quarter, of the demo's nine lines, up to the 3rd quarter of 2026. */
function writeQuarters(data: string, length: number): void {
  const random = seeded(length);
  mkdirSync(data, { recursive: true });
  writeFileSync(
    join(data, "convention.yaml"),
    "commune: { nom: Rive-Blanche }\nfictif: true\netats_attendus: [IS101]\n",
  );
  for (let i = 0; i < length; i++) {
    const id = quarterId(shiftQuarters(quarter(2026, 3), i - length + 1));
    const rows = IS101_LINES.map(
      (line) => `${line.label};${random.poisson(line.mean[0])};${random.poisson(line.mean[1])}`,
    );
    mkdirSync(join(data, id));
    writeFileSync(
      join(data, id, "IS101.csv"),
      `IS 101 - ${id}\nLibellé;${id} Police;${id} Gendarmerie\n${rows.join("\n")}\n`,
    );
  }
}
