/** A still encrypted container is judged by its neighbours: is its content in the same delivery? */
import type { SourceFile } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";

/** Name without its last extension, composed and in lower case: "IS 101.xls.zed" => "is 101.xls" */
const stem = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/\.[^.]*$/, "")
    .toLowerCase();

/**
 * An encrypted container is left alone. With no content in its delivery, it is an error; beside some, an information: which
 * names its content (a file whose name, with or without its extension, is the container's without .zed), or asks to look
 * whether it is there, for what a container holds may have any name ("envoi T1.zed" beside "IS 101.xls").
 * `content`: the files of the data folder that are a table or a document.
 */
export function encryptedIssue(container: SourceFile, content: readonly SourceFile[]): Issue {
  const base = stem(container.name);
  const beside = content.filter((f) => f.delivery === container.delivery);
  const own = beside.find((f) => f.name.normalize("NFC").toLowerCase() === base || stem(f.name) === base);
  const [first] = beside;
  const issue = { rule: "file-still-encrypted", place: { file: container.path } } as const;
  if (own)
    return {
      ...issue,
      severity: "info",
      message: `Fichier encore chiffré, laissé de côté : son contenu déchiffré (« ${own.name} ») est dans la même livraison.`,
    };
  if (first)
    return {
      ...issue,
      severity: "info",
      message: `Fichier encore chiffré, laissé de côté : d'autres fichiers de la même livraison sont lisibles (« ${first.name} »${beside.length > 1 ? "…" : ""}).`,
      hint: "Vérifiez que tout ce qu'il contenait a été déchiffré et déposé dans le même dossier.",
    };
  return {
    ...issue,
    severity: "error",
    message: "Fichier encore chiffré : son contenu déchiffré n'est pas dans la livraison.",
    hint: "Déchiffrez-le sur ce poste, puis déposez le contenu obtenu dans le même dossier.",
  };
}
