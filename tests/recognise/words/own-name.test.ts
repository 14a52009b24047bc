/** The short forms of the commune's name are its own; a longer name that begins so, or another commune of the département, is not. */
import { expect, test } from "vitest";
import { parseSettings } from "../../../scripts/holdings/settings.ts";
import { createOwnName } from "../../../scripts/recognise/words/own-name.ts";
import { WORDS } from "../tables.ts";

const writeOut = (commune: string, text: string): string =>
  createOwnName(parseSettings(`commune: ${commune}`, "convention.yaml"), WORDS)(text);
const GERMAIN = "{ nom: Saint-Germain-en-Laye, insee: '78551' }";
const CREUSOT = "{ nom: Le Creusot, insee: '71153' }";

test.each([
  [GERMAIN, "IS 101 - St-Germain - T1 2026", "IS 101 - Saint-Germain-en-Laye - T1 2026"],
  [GERMAIN, "SAINT GERMAIN, du 1er janvier", "Saint-Germain-en-Laye, du 1er janvier"],
  [GERMAIN, "Saint-Germain-en-Laye", "Saint-Germain-en-Laye"],
  [CREUSOT, "Commune du Creusot", "Commune de Le Creusot"],
  [CREUSOT, "Faits constatés au Creusot", "Faits constatés à Le Creusot"],
  [CREUSOT, "CREUSOT", "Le Creusot"],
  ["{ nom: Le Mée-sur-Seine, insee: '77285' }", "Ville du Mée : 12", "Ville de Le Mée-sur-Seine : 12"],
  ["{ nom: Lons-le-Saunier, insee: '39300' }", "Chiffres de Lons", "Chiffres de Lons-le-Saunier"],
])("%s: « %s »", (commune, text, written) => expect(writeOut(commune, text)).toBe(written));

test.each([
  [GERMAIN, "Saint-Germain-Laval"],
  [GERMAIN, "Saint-Germain de Livet"],
  [GERMAIN, "ST-GERMAIN-NORD"],
  ["{ nom: Saint-Georges-sur-Cher, insee: '41211' }", "Le Saint"],
  ["{ nom: Mont-de-Marsan, insee: '40192' }", "Mont"],
  ["{ nom: Val-de-Reuil, insee: '27701' }", "Val"],
  // a commune of the same département has the short name
  ["{ nom: Lons-sous-Bois, departement: '64' }", "Lons"],
])("%s: « %s » is not ours", (commune, text) => expect(writeOut(commune, text)).toBe(text));
