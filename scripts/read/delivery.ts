/** A still encrypted container is judged by its neighbours: is its content in the same delivery? */
import type { SourceFile } from "../model/grid.ts";
import { anError, type Issue } from "../model/issue.ts";

/** Name without its last extension, composed and in lower case: "IS 101.xls.zed" => "is 101.xls" */
const stem = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/\.[^.]*$/, "")
    .toLowerCase();

/** Is this its content by its name: the container's without .zed, with an extension or not? */
export const isContentOf = (container: Pick<SourceFile, "name">, { name }: Pick<SourceFile, "name">): boolean =>
  [name.normalize("NFC").toLowerCase(), stem(name)].includes(stem(container.name));

/**
 * An encrypted container is left alone. With no content in its delivery, it is an error. Beside some nothing is said: a container may hold
 * files of any name ("envoi T1.zed" beside "IS 101.xls"), and whoever records its reception is asked whether all of it is there.
 * @param content the files of the data folder that are a table or a document.
 */
export const encryptedIssues = (container: SourceFile, content: readonly SourceFile[]): readonly Issue[] =>
  content.some(({ delivery }) => delivery === container.delivery)
    ? []
    : [anError("file-still-encrypted", { place: { file: container.path } })];
