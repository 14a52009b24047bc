import { expect, test } from "vitest";
import { day, group, groupOf, oneOf, path, v, wholeNumber } from "../scripts/disk/schema.ts";
import { parseYaml } from "../scripts/disk/yaml.ts";
import { UserError } from "../scripts/model/issue.ts";

const schema = group({
  commune: group({ nom: v.pipe(v.string(), v.nonEmpty()), insee: v.optional(v.string()) }),
  population: v.optional(
    groupOf(
      v.pipe(v.string(), v.regex(/^\d{4}$/, "une année est attendue, par exemple 2021")),
      v.pipe(wholeNumber, v.minValue(1)),
    ),
  ),
  jour: v.optional(v.pipe(wholeNumber, v.minValue(1), v.maxValue(28)), 8),
  forces: v.optional(v.array(oneOf(["police", "gendarmerie"]))),
  depuis: v.optional(day),
});
const fault = (text: string): string => {
  try {
    parseYaml(text, "data/convention.yaml", schema);
  } catch (error) {
    if (error instanceof UserError) {
      expect(error.exitCode).toBe(2);
      expect(error.hint).toContain("data/convention.yaml");
      return error.message.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");
    }
    throw error;
  }
  return "accepted";
};

test.each(["__proto__: { jour: 3 }", "population: { __proto__: { 2021: 5 } }", 'population: { "__proto__": 5 }'])(
  "a key that would be no key is named: %s",
  (line) => {
    expect(fault(`commune: { nom: A }\n${line}`)).toMatch(
      /convention\.yaml, ligne 2 : «.__proto__.» n'est pas une clé/,
    );
  },
);

test("a file of thousands of lines is refused before it is read: it was filled by a mistake", () => {
  const lines = (count: number) => `nom: A\n${"# une ligne répétée\n".repeat(count)}`;
  const read = (text: string) => parseYaml(text, "data/convention.yaml", group({ nom: v.string() }));
  expect(read(lines(5000))).toEqual({ nom: "A" });
  expect(() => read(lines(50_000))).toThrow(/data\/convention\.yaml compte 1.000.007 signes .* au plus 200.000/);
});

test("a file without fault is typed, its defaults filled in", () => {
  expect(parseYaml("commune:\n  nom: Ville-Fictive\n", "f", schema)).toEqual({
    commune: { nom: "Ville-Fictive" },
    jour: 8,
  });
});

test("a duplicate key is named with its line", () => {
  expect(fault("commune:\n  nom: A\njour: 3\njour: 4\n")).toBe(
    "data/convention.yaml, ligne 4 : la clé « jour » est écrite deux fois ; gardez-en une.",
  );
});

test("an unknown key is named with its line and the nearest valid key", () => {
  expect(fault("commune:\n  nom: A\npopulaton:\n  2021: 3\n")).toBe(
    "data/convention.yaml, ligne 3 : la clé « populaton » est inconnue ; vouliez-vous dire « population » ?",
  );
  expect(fault("commune:\n  nom: A\n  code: B\n")).toContain(
    "ligne 3 : « commune » : la clé « code » est inconnue ; clés possibles : « nom », « insee »",
  );
});

test("a missing key, a wrong type and a bound are said in plain French, each at its line", () => {
  expect(fault("")).toContain("ligne 1 : « commune » : cette clé manque ; un groupe de clés");
  expect(fault("commune:\n  nom: 12\n")).toBe(
    'data/convention.yaml, ligne 2 : « commune, nom » : un texte est attendu, et non le nombre 12 ; mettez la valeur entre guillemets : "12".',
  );
  expect(fault("commune:\n  nom: A\njour: deux\n")).toContain(
    "ligne 3 : « jour » : un nombre est attendu, et non le texte « deux »",
  );
  expect(fault("commune:\n  nom: A\njour: 31\n")).toContain("ligne 3 : « jour » : le nombre doit être au plus 28");
  expect(fault("commune:\n  nom: ''\n")).toContain("un texte est attendu, et non une valeur vide");
  expect(fault("commune:\n  nom: A\nforces:\n  - police\n  - gendarmeri\n")).toContain(
    "ligne 5 : « forces, élément 2 » : le texte « gendarmeri » n'est pas admis ; valeurs possibles : « police », « gendarmerie » ; vouliez-vous dire « gendarmerie » ?",
  );
  expect(fault("commune:\n  nom: A\ndepuis: 8 avril\n")).toContain(
    "une date écrite AAAA-MM-JJ est attendue, par exemple 2026-04-08, et non le texte « 8 avril »",
  );
  expect(fault("commune:\n  nom: A\ndepuis: 2026-02-30\n")).toContain("et non le texte « 2026-02-30 »");
  expect(fault("commune:\n  nom: A\npopulation:\n  vingt: 3\n")).toContain("ligne 4");
  expect(fault("commune:\n  nom: A\npopulation:\n  vingt: 3\n")).toContain(
    "« population, vingt » : une année est attendue, par exemple 2021",
  );
});

test("a list, or nothing, is no group of keys, even where no key is needed", () => {
  expect(fault("commune:\n  nom: A\npopulation: []\n")).toContain(
    "ligne 3 : « population » : un groupe de clés décalées vers la droite est attendu, et non une liste",
  );
  expect(fault("commune:\n")).toContain(
    "« commune » : un groupe de clés décalées vers la droite est attendu, et non une",
  );
});

test("of one value, one fault is told; of one group, all the unknown keys", () => {
  expect(fault("commune:\n  nom: A\njour: 31.5\n")).toBe(
    "data/convention.yaml, ligne 3 : « jour » : un nombre entier est attendu, et non le nombre 31,5.",
  );
  expect(fault("commune:\n  nom: A\njours: 8\ndepui: 2026-04-08\n")).toBe(
    "data/convention.yaml, ligne 3 : la clé « jours » est inconnue ; vouliez-vous dire « jour » ? ; la clé « depui » est inconnue ; vouliez-vous dire « depuis » ?",
  );
});

test("a tabulation, a missing bracket and a second colon are explained", () => {
  expect(fault("commune:\n\tnom: A\n")).toContain("ligne 2 : une tabulation commence la ligne");
  expect(fault("commune: 'A\n")).toContain("il manque un signe");
  expect(fault("commune: a: b\n")).toContain("deux clés se suivent sur la même ligne");
});

test("all the faults of a file are listed, in the order of its lines", () => {
  const message = fault("jour: 99\ncommune:\n  nom: 3\n  x: 1\n");
  expect(message.split("\n").map((line) => /ligne (\d+)/.exec(line)?.[1])).toEqual(["1", "3", "4"]);
});

test("a reference to another part of the file is refused by name, before the little text that it stands for fills the memory", () => {
  expect(fault("commune:\n  nom: *Ville\n")).toBe(
    "data/convention.yaml, ligne 2 : « *Ville » serait un renvoi à une autre partie du fichier ; écrivez la valeur elle-même, entre guillemets si elle commence par une étoile.",
  );
  const levels = [..."abcdefghijklmnop"].map((name, i, all) => {
    const inner = i === 0 ? "x" : `*${all[i - 1]}`;
    return `${name}: &${name} [${Array.from({ length: 9 }, () => inner).join(", ")}]`;
  });
  expect(fault(`commune: { nom: A }\n${levels.join("\n")}\n`)).toContain("« *a » serait un renvoi");
  expect(fault("commune: { nom: A }\n<<: *x\n")).toContain("ligne 2 : « *x » serait un renvoi");
  expect(parseYaml('commune: { nom: "*Ville" }', "f", schema).commune.nom).toBe("*Ville");
});

test("a path of Windows between double quotes is explained, whether it is refused or would hold a line feed", () => {
  const browser = group({ navigateur: v.optional(path) });
  const told = (text: string): string => {
    try {
      return parseYaml(text, "data/convention.yaml", browser).navigateur ?? "";
    } catch (error) {
      return error instanceof UserError ? error.message.replaceAll("\u00a0", " ") : "";
    }
  };
  for (const text of ['navigateur: "C:\\Program Files\\msedge.exe"', 'navigateur: "C:\\nouveau\\edge.exe"'])
    expect(told(text)).toContain("entre apostrophes : 'C:\\Program Files\\…'");
  for (const text of ["navigateur: 'C:\\nouveau\\edge.exe'", "navigateur: C:\\nouveau\\edge.exe"])
    expect(told(text)).toBe("C:\\nouveau\\edge.exe");
});

test.each([
  [8, undefined],
  [9, "… et 1 autre."],
  [10, "… et 2 autres."],
])("of %i faults, eight are listed, and the others are counted", (count, last) => {
  const list = Array.from({ length: count }, (_, i) => `  - force${i}\n`).join("");
  const lines = fault(`commune:\n  nom: A\nforces:\n${list}`).split("\n");
  expect(lines).toHaveLength(Math.min(count, 8) + (last === undefined ? 0 : 1));
  expect(lines[0]).toMatch(/ligne 4 : « forces, élément 1 »/);
  if (last !== undefined) expect(lines.at(-1)).toBe(last);
});
