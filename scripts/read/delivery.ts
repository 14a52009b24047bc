/** What depends on a file's name or its neighbours: system files, and still encrypted containers. */
import type { SourceFile } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";

/** Left by the file manager or by an open document; nobody put them there to be read. */
export const isSystemFile = (name: string): boolean =>
  /^(thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|~\$.*|\.~lock\..*#|\._.*|\.gitkeep)$/i.test(name);

/** Name without its last extension, composed and in lower case: "IS 101.xls.zed" => "is 101.xls" */
const stem = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/\.[^.]*$/, "")
    .toLowerCase();

/**
 * An encrypted container is left alone. Beside its content (a file of the same delivery whose name, with or without its
 * extension, is the container's without .zed) it is an information; alone it is an error.
 */
export function encryptedIssue(container: SourceFile, neighbours: readonly SourceFile[]): Issue {
  const base = stem(container.name);
  const content = neighbours.find(
    (f) =>
      f.path !== container.path &&
      f.delivery === container.delivery &&
      !/\.zed$/i.test(f.name) &&
      (f.name.normalize("NFC").toLowerCase() === base || stem(f.name) === base),
  );
  return content
    ? {
        rule: "file-still-encrypted",
        severity: "info",
        message: `Fichier encore chiffré, laissé de côté : son contenu déchiffré (« ${content.name} ») est dans la même livraison.`,
        place: { file: container.path },
      }
    : {
        rule: "file-still-encrypted",
        severity: "error",
        message: "Fichier encore chiffré : son contenu déchiffré n'est pas dans la livraison.",
        hint: "Déchiffrez-le sur ce poste, puis déposez le contenu obtenu dans le même dossier.",
        place: { file: container.path },
      };
}
