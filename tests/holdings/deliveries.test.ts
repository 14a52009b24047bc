/** The operator's folder as it is: every file of it is taken or named, and nothing outside it is followed. */

import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { chooseDataDir, loadDeliveries } from "../../scripts/holdings/deliveries.ts";
import { UserError } from "../../scripts/model/issue.ts";
import { MAX_FILE_BYTES } from "../../scripts/read/contract/limits.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let data: string;
beforeEach(() => {
  data = temporaryFolder("livraisons");
});
const put = (path: string, text = path): void => {
  mkdirSync(dirname(join(data, path)), { recursive: true });
  writeFileSync(join(data, path), text);
};
const load = () => {
  const { value, issues } = loadDeliveries(data);
  return {
    files: value.files.map((f) => `${f.delivery}: ${f.path} (${f.name})`),
    references: value.references.map((f) => f.path),
    names: value.names,
    issues: issues.map((i) => `${i.severity} ${i.rule} ${i.place?.file}`),
    messages: issues.map((i) => `${spoken(i).message} ${spoken(i).hint}`.replace(/[\u00a0\u202f]/g, " ")),
  };
};

describe("the data folder", () => {
  test("gives each delivery its files, however deep, in order; the public bases apart", () => {
    for (const path of ["2026-T1/IST.csv", "2026-T1/IS101.xls", "2025-T4/a/b/c.csv", "2026-T1-rectificatif/x.csv"])
      put(path);
    put("reference/base.csv");
    expect(load()).toEqual({
      files: [
        "2025-T4: 2025-T4/a/b/c.csv (c.csv)",
        "2026-T1: 2026-T1/IS101.xls (IS101.xls)",
        "2026-T1: 2026-T1/IST.csv (IST.csv)",
        "2026-T1-rectificatif: 2026-T1-rectificatif/x.csv (x.csv)",
      ],
      references: ["reference/base.csv"],
      names: ["2025-T4", "2026-T1", "2026-T1-rectificatif"],
      issues: [],
      messages: [],
    });
    expect(loadDeliveries(data).value.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(Buffer.from(loadDeliveries(data).value.files[0]?.bytes ?? []).toString()).toBe("2025-T4/a/b/c.csv");
  });

  test("passes over what is the program's or the system's own, and the demonstration", () => {
    for (const path of [
      "convention.yaml",
      "convention.example.yaml",
      "habilitations.yaml",
      "LISEZMOI.md",
      "registre.jsonl",
      "registre.tete",
      "poste.json",
      ".cache",
      "Thumbs.db",
      "demo/2026-T1/x.csv",
      ".git/config",
      "2026-T1/a.csv",
      "2026-T1/.DS_Store",
      "2026-T1/~$a.xlsx",
    ])
      put(path);
    expect(load()).toMatchObject({ files: ["2026-T1: 2026-T1/a.csv (a.csv)"], names: ["2026-T1"], issues: [] });
  });

  test.each([
    ["IS101.csv", "file-outside-delivery IS101.csv", /posé directement.*par exemple 2026-T1/],
    ["convention.yml", "file-outside-delivery convention.yml", /posé directement/],
    ["registre", "file-outside-delivery registre", /posé directement/],
    ["T1 2026/a.csv", "delivery-name T1 2026", /ne porte pas le nom d'un trimestre.*Renommez-le/],
    ["2026-T5/a.csv", "delivery-name 2026-T5", /ne porte pas le nom/],
    ["references/a.csv", "delivery-name references", /ne porte pas le nom/],
  ])("names what it cannot take: %s", (path, issue, words) => {
    put(path);
    const { issues, messages, files } = load();
    expect(files).toEqual([]);
    expect(issues).toEqual([`error ${issue}`]);
    expect(messages[0]).toMatch(words);
  });

  test("an empty folder is named, and is no delivery: the quarter before it stays the latest", () => {
    put("2025-T4/a.csv");
    put("2026-T1/desktop.ini");
    const { issues, messages, names } = load();
    expect({ issues, names }).toEqual({ issues: ["warning delivery-empty 2026-T1"], names: ["2025-T4"] });
    expect(messages[0]).toMatch(/ne contient aucun fichier.*Déposez-y.*il compte pour rien/);
  });

  test.skipIf(process.platform === "win32")("a folder of which no file could be taken is no empty one", () => {
    put("2025-T4/a.csv");
    mkdirSync(join(data, "2026-T1"));
    symlinkSync(join(data, "2025-T4/a.csv"), join(data, "2026-T1/lien.csv"));
    const { issues, names } = load();
    expect({ issues, names }).toEqual({ issues: ["error not-a-file 2026-T1/lien.csv"], names: ["2025-T4", "2026-T1"] });
  });

  test.skipIf(process.platform === "win32")(
    "follows no link, to a file or to a folder, within a delivery or beside",
    () => {
      const elsewhere = temporaryFolder("ailleurs");
      writeFileSync(join(elsewhere, "secret.csv"), "x");
      put("2026-T1/a.csv");
      symlinkSync(join(elsewhere, "secret.csv"), join(data, "2026-T1", "lien.csv"));
      symlinkSync(elsewhere, join(data, "2026-T1", "dossier"));
      symlinkSync(elsewhere, join(data, "2025-T4"));
      const { files, issues, names } = load();
      expect(files).toEqual(["2026-T1: 2026-T1/a.csv (a.csv)"]);
      expect(names).toEqual(["2026-T1"]);
      expect(issues).toEqual([
        "error not-a-file 2025-T4",
        "error not-a-file 2026-T1/dossier",
        "error not-a-file 2026-T1/lien.csv",
      ]);
    },
  );

  test("names two files of one delivery that hold the same bytes, and neither two empty ones nor those of two deliveries", () => {
    put("2026-T1/a.csv", "x");
    put("2026-T1/b.csv", "x");
    put("2026-T1/c.csv", "");
    put("2026-T1/d.csv", "");
    put("2025-T4/a.csv", "x");
    const { issues, messages, files } = load();
    expect(files).toHaveLength(5);
    expect(issues).toEqual(["info same-file-twice 2026-T1/b.csv"]);
    expect(messages[0]).toMatch(/« 2026-T1\/b\.csv » et « 2026-T1\/a\.csv » sont le même fichier/);
  });

  test("refuses a file that is too large before it reads it, and takes one of exactly that size", () => {
    put("2026-T1/a.csv");
    put("2026-T1/b.csv");
    truncateSync(join(data, "2026-T1/a.csv"), MAX_FILE_BYTES);
    truncateSync(join(data, "2026-T1/b.csv"), MAX_FILE_BYTES + 1);
    const { files, issues } = load();
    expect(files).toEqual(["2026-T1: 2026-T1/a.csv (a.csv)"]);
    expect(issues).toEqual(["error file-too-large 2026-T1/b.csv"]);
  });

  test("names what it does not take in a folder of a delivery, as in the delivery", () => {
    put("2026-T1/courriel/a.csv");
    put("2026-T1/courriel/b.csv");
    truncateSync(join(data, "2026-T1/courriel/b.csv"), MAX_FILE_BYTES + 1);
    expect(load()).toMatchObject({
      files: ["2026-T1: 2026-T1/courriel/a.csv (a.csv)"],
      issues: ["error file-too-large 2026-T1/courriel/b.csv"],
    });
  });

  test("that is missing, or is a file, is told with what to do", () => {
    put("fichier");
    const refusal = (folder: string): unknown => {
      try {
        return loadDeliveries(join(data, folder));
      } catch (error) {
        return error;
      }
    };
    expect(refusal("absent")).toBeInstanceOf(UserError);
    expect(refusal("absent")).toMatchObject({ message: expect.stringContaining("n'existe pas"), exitCode: 2 });
    expect(refusal("fichier")).toMatchObject({ message: expect.stringContaining("ce n'est pas un dossier") });
  });
});

describe("the demonstration is read in place of the usual folder", () => {
  test("only while that holds nothing of a town hall's own, and no other folder was asked for", () => {
    const demo = join(data, "demo");
    mkdirSync(demo);
    put("LISEZMOI.md");
    put("reference/base.csv");
    expect(chooseDataDir(data, true)).toBe(demo);
    expect(chooseDataDir(data, false)).toBe(data);
    put("IS101.csv");
    expect(chooseDataDir(data, true)).toBe(data);
  });

  test.each([
    "convention.yaml",
    "habilitations.yaml",
    "registre.jsonl",
    "poste.json",
    "convention.yaml.txt",
    "2026-T5/x",
  ])("not where %s is there: an empty folder is then told, with what to do", (own) => {
    mkdirSync(join(data, "demo"));
    put(own);
    expect(chooseDataDir(data, true)).toBe(data);
    const { issues, messages } = load();
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(/^error (?:no-delivery|file-outside-delivery|delivery-name)/);
    expect(messages[0]).toMatch(/Créez-y un dossier|Créez un dossier|Renommez-le/);
  });

  test("not when a delivery is there, nor when there is no demonstration", () => {
    mkdirSync(join(data, "demo"));
    put("2026-T1/a.csv");
    expect(chooseDataDir(data, true)).toBe(data);
    expect(chooseDataDir(temporaryFolder("vide"), true)).not.toContain("demo");
    expect(chooseDataDir(join(data, "absent"), true)).toBe(join(data, "absent"));
  });
});
