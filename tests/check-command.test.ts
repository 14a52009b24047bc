/** `npm run check` as a person sees it: every file of the folder is in its table, or told. */
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { runCommand } from "./run-main.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const DEMO = "data/demo";
let root: string;
const at = (path: string): string => join(root, path);
beforeEach(() => {
  root = temporaryFolder("controle");
  copyFileSync(`${DEMO}/convention.yaml`, at("convention.yaml"));
  mkdirSync(at("2025-T2"));
  for (const name of readdirSync(`${DEMO}/2025-T2`)) copyFileSync(`${DEMO}/2025-T2/${name}`, at(`2025-T2/${name}`));
});

const check = (...args: readonly string[]) => runCommand("check", "--data", root, ...args);
/** Lines of the table, as words between wide spaces. */
const rows = (text: string): readonly (readonly string[])[] =>
  (text.split("\n\n")[1] ?? "").split("\n").map((line) => line.split(/ {2,}/));

test("two names of one file are told, and change no figure", async () => {
  const alone = await check();
  copyFileSync(at("2025-T2/IS101.csv"), at("2025-T2/copie de IS101.csv"));
  const twice = await check();
  expect([alone.status, twice.status]).toEqual([0, 0]);
  expect(twice.stdout).toContain(
    "À NOTER  « 2025-T2/copie de IS101.csv » et « 2025-T2/IS101.csv » sont le même fichier, sous deux noms.",
  );
  expect(alone.stdout).not.toContain("même fichier");
});

test.skipIf(process.platform === "win32")(
  "what could not be read at all has its row, as the files that were",
  async () => {
    writeFileSync(at("2025-T2/gros.csv"), "");
    truncateSync(at("2025-T2/gros.csv"), 33 * 1024 * 1024);
    symlinkSync(at("2025-T2/IS101.csv"), at("2025-T2/lien.csv"));
    mkdirSync(at("2025 T3"));
    writeFileSync(at("oublié.xls"), "x");
    const { status, stdout } = await check();
    expect(status).toBe(1);
    for (const name of ["2025-T2/gros.csv", "2025-T2/lien.csv", "2025 T3", "oublié.xls"])
      expect(rows(stdout)).toContainEqual([name, "non lu", "—", "—", "0", "1 erreur"]);
    expect(rows(stdout)).toContainEqual(["2025-T2/IS101.csv", "csv", "IS 101", "2025-T2", "120", "1 avertissement"]);
    expect(stdout).toMatch(/\n6 fichiers, 4 erreurs/);
  },
);

test("an empty file is told once, whatever statement its name announces", async () => {
  writeFileSync(at("2025-T2/IS101 bis.csv"), "");
  const { issues } = JSON.parse((await check("--json")).stdout) as {
    issues: { rule: string; place?: { file: string } }[];
  };
  expect(issues.filter((i) => i.place?.file === "2025-T2/IS101 bis.csv").map((i) => i.rule)).toEqual(["file-empty"]);
});

test("the public bases are read too: how much was taken, and what is wrong with them", async () => {
  mkdirSync(at("reference"));
  const [base = ""] = readdirSync(`${DEMO}/reference`);
  copyFileSync(`${DEMO}/reference/${base}`, at("reference/base.csv"));
  expect((await check()).stdout).toMatch(/Bases publiques de référence : 1 fichier, [1-9]\d* taux/);
  writeFileSync(at("reference/autre.csv"), "ceci;n'est\npas;une base\n");
  const { stdout } = await check("--json");
  const { issues, files } = JSON.parse(stdout);
  expect(issues).toContainEqual(
    expect.objectContaining({ place: expect.objectContaining({ file: "reference/autre.csv" }) }),
  );
  expect(files).toHaveLength(2); // deliveries only: others read this document
});

test("without the list of the entitled persons, it is said with the rest; of invented figures, nothing is", async () => {
  expect((await check()).stdout).not.toContain("Aucune liste");
  const settings = readFileSync(at("convention.yaml"), "utf8");
  writeFileSync(at("convention.yaml"), settings.replaceAll("fictif: true", "fictif: false"));
  expect((await check()).stdout).toContain("Aucune liste des personnes habilitées");
});

test.skipIf(process.platform === "win32")(
  "a file name cannot write a line of its own, nor turn the reading round",
  async () => {
    writeFileSync(at("2025-T2/a\nERREUR  fausse\u202e\u001b[31m.csv"), "");
    const { stdout } = await check();
    expect(stdout).toContain("a[U+000A]ERREUR  fausse[U+202E][U+001B][31m.csv");
    for (const hidden of ["\nERREUR  fausse", "\u202e", "\u001b"]) expect(stdout).not.toContain(hidden);
  },
);

test("a name or a label of unheard-of length does not fill the screen", async () => {
  writeFileSync(
    at(`2025-T2/${"a".repeat(230)}.csv`),
    `ÉTAT IS 101\nLibellé;2e trimestre 2025\n${"n".repeat(10_000)};3\n`,
  );
  const { stdout } = await check();
  expect(rows(stdout).map(([path]) => path)).toContain(`2025-T2/${"a".repeat(26)}…${"a".repeat(31)}.csv`);
  const lines = stdout.split("\n").filter((line) => !line.includes("où :"));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(1200);
  // and it is printed nowhere before a person has seen it
  expect((await check("--json")).stdout).not.toContain("n".repeat(100));
});

/**
 * Three quarters of one year. A statement gives, for each force, the quarter and the cumulative count since January; that of the third
 * quarter counts two thefts more and one burglary less in the first, of the police.
 */
function deliverCorrected(cumulative: "alone" | "with the quarters"): void {
  const lines = ["Cambriolages de logement", "Vols de véhicules", "Homicides", "Vols avec armes"];
  const forces = ["Police nationale", "Gendarmerie nationale", "Ensemble"];
  const counted = (line: number, force: number, quarter: number, isCorrected: boolean): number => {
    const corrected = isCorrected && quarter === 1 && force !== 1 ? ([-1, 2][line] ?? 0) : 0;
    const own = [12 + line + quarter, 3 + line + quarter];
    return corrected + (force === 2 ? (own[0] ?? 0) + (own[1] ?? 0) : (own[force] ?? 0));
  };
  const write = (last: number): void => {
    const spans = [...(cumulative === "with the quarters" && last === 3 ? [[1], [2]] : []), [last]];
    const since = Array.from({ length: last }, (_, i) => i + 1);
    const columns = last === 1 ? spans : [...spans, since];
    const name = (span: readonly number[]): string => {
      const [quarter = 1] = span;
      if (span.length > 1) return last === 2 ? "1er semestre 2025" : "janvier à septembre 2025";
      return `${quarter === 1 ? "1er" : `${quarter}e`} trimestre 2025`;
    };
    const text = [
      `ÉTAT IS 101 – ${name([last])}`,
      ["", ...forces.flatMap((force) => columns.map(() => force))].join(";"),
      ["Libellé", ...forces.flatMap(() => columns.map(name))].join(";"),
      ...lines.map((label, line) =>
        [
          label,
          ...forces.flatMap((_, force) =>
            columns.map((span) => span.reduce((sum, q) => sum + counted(line, force, q, last === 3), 0)),
          ),
        ].join(";"),
      ),
    ];
    mkdirSync(at(`2025-T${last}`), { recursive: true });
    writeFileSync(at(`2025-T${last}/IS101.csv`), `${text.join("\n")}\n`);
  };
  rmSync(at("2025-T2"), { recursive: true });
  writeFileSync(at("convention.yaml"), "commune: { nom: Essai }\netats_attendus: [IS101]\nfictif: true\n");
  for (const last of [1, 2, 3]) write(last);
}

test("two small corrections are one warning while the correction is awaited, one note once it is there", async () => {
  deliverCorrected("alone");
  const awaited = (await check()).stdout;
  expect(awaited).toMatch(/\n3 fichiers, 2 avertissements\.\n$/);
  expect(awaited).toContain("2025-T3/IS101.csv, ligne 4, colonne C, et 3 autres cellules");
  deliverCorrected("with the quarters");
  const held = (await check()).stdout;
  expect(held).toMatch(/\n3 fichiers, 1 avertissement, 1 information\.\n$/);
  expect(held).not.toContain("Demandez");
});

test("errors stand last, before the count", async () => {
  writeFileSync(at("2025-T2/IST.odt"), "");
  const words: readonly string[] = (await check()).stdout.match(/^(?:ERREUR|À VÉRIFIER|À NOTER)/gm) ?? [];
  expect(new Set(words).size).toBeGreaterThan(1);
  expect(words.at(-1)).toBe("ERREUR");
  expect(words.indexOf("ERREUR")).toBe(words.lastIndexOf("ERREUR"));
});
