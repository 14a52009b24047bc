/** The settings: are there any, and is their commune that of the official list, with its code, its name, its population? */

import { formatNumber, quote } from "../model/format.ts";
import { aWarning, type Issue } from "../model/issue.ts";
import { communeOfCode, foldPlace } from "../nomenclature/index.ts";
import type { CheckContext } from "./context.ts";

/** Without data/convention.yaml, defaults are in force. */
export function* defaultSettings({ settings }: CheckContext): Iterable<Issue> {
  if (!settings.isDefault) return;
  yield aWarning("settings-default", { place: { file: "convention.yaml" } });
}

/** A population further from the official one than this is another commune's, or a slip of the hand. */
const FAR = 0.3;

/** Codes of no commune, for examples. */
const INVENTED = /^99/;

export function* communeSettings({ settings }: CheckContext): Iterable<Issue> {
  const { commune, population, fictitious, isDefault } = settings;
  if (isDefault || fictitious || commune.insee === null || INVENTED.test(commune.insee)) return;
  const official = communeOfCode(commune.insee);
  const place = { file: "convention.yaml" };
  if (!official || foldPlace(official.name) !== foldPlace(commune.name)) {
    const whose = official ? `le code de ${quote(official.name)}` : "le code d'aucune commune";
    yield aWarning("settings-commune", {
      message: `Dans les réglages, le code INSEE ${quote(commune.insee)} n'est pas celui de ${quote(commune.name)} : c'est ${whose}.`,
      hint: "Corrigez « nom » ou « insee » dans data/convention.yaml, sous « commune: » : ils disent quels chiffres sont ceux de la commune.",
      place,
    });
    return;
  }
  if (commune.departement !== null && commune.departement !== official.departement)
    yield aWarning("settings-commune", {
      message: `Dans les réglages, le département ${quote(commune.departement)} n'est pas celui de ${quote(commune.name)}, qui est ${quote(official.departement)}.`,
      hint: "Corrigez « departement » dans data/convention.yaml, sous « commune: ».",
      place,
    });
  const known = official.population;
  const far = Object.entries(population).find(([, n]) => known !== null && Math.abs(n - known) > FAR * known);
  if (known !== null && far)
    yield aWarning("settings-commune", {
      message: `Dans les réglages, la population de ${far[0]} (${formatNumber(far[1])}) est loin de celle de la liste officielle des communes (${formatNumber(known)}).`,
      hint: "Vérifiez « population » dans data/convention.yaml : les taux pour 1 000 habitants en dépendent.",
      place,
    });
}
