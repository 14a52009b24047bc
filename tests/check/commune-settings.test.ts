import { expect, test } from "vitest";
import { communeSettings } from "../../scripts/check/settings.ts";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import { spoken } from "../spoken.ts";

const messages = (yaml: string): readonly string[] => {
  const settings = parseSettings(yaml, "convention.yaml");
  const context = { settings } as Parameters<typeof communeSettings>[0];
  return [...communeSettings(context)].map((i) => spoken(i).message.replace(/\s/g, " "));
};
const issues = (yaml: string) =>
  [...communeSettings({ settings: parseSettings(yaml, "convention.yaml") } as Parameters<typeof communeSettings>[0])]
    .map(spoken)
    .map(({ rule, severity, hint, place }) => [rule, severity, place?.file, hint?.replace(/\s/g, " ")]);
/** A commune of the official list. */
const FECAMP = 'nom: Fécamp\n  insee: "76259"\n  departement: "76"';

test("a code, a département and a population that agree with the official list are not spoken of", () => {
  expect(messages(`commune:\n  ${FECAMP}\npopulation:\n  2021: 18000`)).toEqual([]);
  expect(messages(`commune:\n  ${FECAMP.replace("Fécamp", "FECAMP")}`)).toEqual([]);
  expect(messages("commune: { nom: Fécamp }")).toEqual([]);
});
test("a code of another commune, or of none, is told with its name", () => {
  expect(messages('commune: { nom: Fécamp, insee: "76719" }')).toEqual([
    "Dans les réglages, le code INSEE « 76719 » n'est pas celui de « Fécamp » : c'est le code de « Valmont ».",
  ]);
  expect(messages('commune: { nom: Fécamp, insee: "76999" }')[0]).toContain("le code d'aucune commune");
});
test("another département, and a population far from the official one, are told", () => {
  expect(messages(`commune:\n  ${FECAMP.replace('"76"', '"62"')}`)[0]).toContain("le département « 62 »");
  expect(messages(`commune:\n  ${FECAMP}\npopulation:\n  2021: 180000`)[0]).toContain("180 000");
});
test("an invented commune is left alone", () => {
  expect(messages('commune: { nom: Saint-Aubin-les-Tilleuls, insee: "99001" }')).toEqual([]);
  expect(messages('fictif: true\ncommune: { nom: Ville-Haute, insee: "76719" }')).toEqual([]);
});
test("each is a warning that names the key to correct", () => {
  const told = (hint: string) => [["settings-commune", "warning", "convention.yaml", expect.stringContaining(hint)]];
  expect(issues('commune: { nom: Fécamp, insee: "76719" }')).toEqual(told("« nom » ou « insee »"));
  expect(issues(`commune:\n  ${FECAMP.replace('"76"', '"62"')}`)).toEqual(told("« departement »"));
  expect(issues(`commune:\n  ${FECAMP}\npopulation:\n  2021: 180000`)).toEqual(told("« population »"));
  expect(issues('commune: { nom: Fécamp, insee: "76259" }')).toEqual([]);
});
