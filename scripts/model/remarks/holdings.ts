/** The remarks on the files of the data folder. */

import { quote } from "../format.ts";
import type { French } from "./told.ts";

export const HOLDINGS = {
  // nothing was received: a bulletin tells it by the quarters that are not held
  "delivery-empty": ({ folder }, say) => ({
    message: `Le dossier ${say(folder, "de la livraison")} ne contient aucun fichier à lire.`,
    hint: "Déposez-y les fichiers déchiffrés de la livraison, ou supprimez ce dossier. D'ici là, il compte pour rien.",
  }),
  "no-delivery": ({ folder }) => ({
    message: `Aucune livraison n'est dans le dossier ${quote(folder)} : il n'y a rien à lire.`,
    hint: "Créez-y un dossier au nom du trimestre des états, par exemple 2026-T1, et déposez-y les fichiers déchiffrés. Pour voir la démonstration : npm run build -- --data data/demo",
  }),
  "delivery-name": ({ folder, meant }, say) => ({
    message: `Le dossier ${say(folder, "d'une livraison")} ne porte pas le nom d'un trimestre : ses fichiers ne sont pas lus.`,
    hint:
      meant === null
        ? "Renommez-le d'après le trimestre des états, par exemple 2026-T1 (ou 2026-T1-rectificatif pour un envoi corrigé)."
        : `Renommez-le ${quote(meant)} ; « npm run reception » le propose.`,
  }),
  /** `message`, `hint`: what the disk refused, in words. */
  "file-not-readable": ({ message, hint }, say) => ({
    message: say.bare(message, "Un fichier ne peut pas être lu sur le disque."),
    hint: say.bare(hint, "Vérifiez-le, ou recopiez-le."),
  }),
  "file-outside-delivery": ({ path }, say) => ({
    message: `Le fichier ${say(path, "")} est posé directement dans le dossier des données : rien ne dit de quelle livraison il est.`,
    hint: "Créez un dossier au nom du trimestre, par exemple 2026-T1, et placez-y ce fichier.",
  }),
  "not-a-file": ({ path }, say) => ({
    message: `${say(path, "Ce qui est à la place d'un fichier")} est un raccourci ou un lien : il n'est pas suivi.`,
    hint: "Copiez à sa place ce qu'il désigne.",
  }),
  "same-file-twice": ({ path, first }, say) => ({
    message: `${say(path, "Un fichier")} et ${say(first, "un autre")} sont le même fichier, sous deux noms.`,
    hint: "Gardez-en un seul. Si le service devait envoyer deux états, demandez-lui celui qui manque.",
  }),
} satisfies Partial<French>;
