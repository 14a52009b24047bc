/** The remarks on lectures, settings and persons that a bulletin may hold. */

import { FORCE_LABELS, formatPeriod, quote } from "../format.ts";
import { isQuarter, type Period } from "../period.ts";
import type { French } from "./told.ts";

/** "du 1er trimestre 2026"; "de la période « mai et juin 2026 »" */
export const ofPeriod = (period: Period): string =>
  isQuarter(period) ? `du ${formatPeriod(period)}` : `de la période ${quote(formatPeriod(period))}`;

export const OTHERS = {
  "answer-awaited": ({ delivery }) => ({
    message:
      "Une question sur ce fichier attend la réponse du service : les chiffres dont elle décide ne sont pas pris, les autres le sont.",
    hint: `Elle est dans le message au service. Une fois la réponse reçue : npm run lecture -- ${delivery} --revoir`,
  }),
  /** Kept by a lecture of before, as the sentence that it then was; `rule`: its name then. */
  "remark-of-before": ({ message, hint }, say) => ({
    message: say.bare(message, "Une remarque sur la lecture de ce fichier a été acceptée avec elle."),
    ...(hint.received === "" ? {} : { hint: say.bare(hint, "") }),
  }),
  "figures-copied": ({ period, earlier, force, lines: [same, all], delivery }) => ({
    message: `Les chiffres ${ofPeriod(period)} ne sont pas pris : ils sont, ${same === all ? "ligne pour ligne" : `pour ${same} lignes sur ${all}`} (${FORCE_LABELS[force].toLowerCase()}), ceux ${ofPeriod(earlier)}. Le même état a peut-être été envoyé deux fois, ou une colonne recopiée.`,
    hint: `Demandez au service les chiffres ${ofPeriod(period)}. Si ces chiffres sont bien les siens : npm run lecture -- ${delivery} le demande, une fois.`,
  }),
  "settings-default": () => ({
    message:
      "Le fichier data/convention.yaml est absent : des réglages par défaut s'appliquent, sans commune ni population, et aucun bulletin ne peut être fait.",
    hint: "npm run trimestre demande les réglages, une fois, et écrit le fichier pour vous.",
  }),
  "no-entitlement-list": () => ({
    message:
      "Aucune liste des personnes habilitées (data/habilitations.yaml) : le programme ne peut pas vérifier que ce compte a le droit de lire ces fichiers.",
    hint: "npm run trimestre demande les noms, une fois, et écrit la liste pour vous ; « npm run habilitations » la montre.",
  }),
} satisfies Partial<French>;
