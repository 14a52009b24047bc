/** Without data/convention.yaml, defaults are in force. */
import type { Issue } from "../model/issue.ts";
import type { CheckContext } from "./context.ts";

export function* defaultSettings({ settings }: CheckContext): Iterable<Issue> {
  if (!settings.isDefault) return;
  yield {
    rule: "settings-default",
    severity: "warning",
    message:
      "Le fichier data/convention.yaml est absent : des réglages par défaut s'appliquent, sans commune ni population, et aucun bulletin ne peut être fait.",
    hint: "npm run trimestre demande lesquels, une fois, et l'écrit pour vous.",
    place: { file: "convention.yaml" },
  };
}
