/** What is said of what cannot be taken from the data folder. */
import { MISREAD, RENAME } from "../disk/tree.ts";
import { quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";

export const misread = (path: string): Issue => ({
  rule: "file-not-readable",
  severity: "error",
  message: `${quote(path)} : ${MISREAD}.`,
  hint: RENAME,
  place: { file: path },
});

export const notFollowed = (path: string): Issue => ({
  rule: "not-a-file",
  severity: "error",
  message: `${quote(path)} est un raccourci ou un lien : il n'est pas suivi.`,
  hint: "Copiez à sa place ce qu'il désigne.",
  place: { file: path },
});

export const outsideDelivery = (name: string): Issue => ({
  rule: "file-outside-delivery",
  severity: "error",
  message: `Le fichier ${quote(name)} est posé directement dans le dossier des données : rien ne dit de quelle livraison il est.`,
  hint: "Créez un dossier au nom du trimestre, par exemple 2026-T1, et placez-y ce fichier.",
  place: { file: name },
});

export const noDelivery = (dataDir: string): Issue => ({
  rule: "no-delivery",
  severity: "error",
  message: `Aucune livraison n'est dans le dossier ${quote(dataDir)} : il n'y a rien à lire.`,
  hint: "Créez-y un dossier au nom du trimestre des états, par exemple 2026-T1, et déposez-y les fichiers déchiffrés. Pour voir la démonstration : npm run build -- --data data/demo",
});

/** Made before its files came, and left: nothing has been received, and the bulletins of the other quarters lose nothing by it. */
export const emptyDelivery = (name: string): Issue => ({
  rule: "delivery-empty",
  severity: "warning",
  message: `Le dossier ${quote(name)} ne contient aucun fichier à lire.`,
  hint: "Déposez-y les fichiers déchiffrés de la livraison, ou supprimez ce dossier. D'ici là, il compte pour rien.",
  place: { file: name },
});
