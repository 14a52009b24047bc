/** An example file of settings, filled in for the person: all that it explains stays as it is. The other file that imports yaml. */
import { isCollection, isNode, parseDocument, stringify } from "yaml";

/** Where, and what is written there; null: the key stays, with nothing under it. */
export type Change = readonly [path: readonly (string | number)[], value: unknown];

/**
 * fillYaml("# La commune.\ncommune:\n  nom: À REMPLACER\n", [[["commune", "nom"], "Ville"]]) => "# La commune.\ncommune:\n  nom: Ville\n"
 *
 * In the text itself, not in the document that yaml makes of it: written again, that one would move the comments of empty lists.
 */
export function fillYaml(example: string, changes: readonly Change[]): string {
  const document = parseDocument(example);
  const places = changes.map(([path, value]) => {
    const node = document.getIn(path, true);
    if (!isNode(node) || !node.range) throw new Error(`the example has no « ${path.join(".")} »`);
    const [start, end] = node.range;
    const collectionStyle = isCollection(node) && node.flow === true ? "flow" : "any";
    const written =
      value === null ? "" : stringify(value, { lineWidth: 0, flowCollectionPadding: false, collectionStyle });
    const column = start - (example.lastIndexOf("\n", start - 1) + 1);
    return {
      start,
      end: start + example.slice(start, end).trimEnd().length,
      written: written.trimEnd().replaceAll("\n", `\n${" ".repeat(column)}`), // the lines after the first stand under it
    };
  });
  return places
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, written }) => {
      const before = text.slice(0, start);
      return (written === "" ? before.trimEnd() : before) + written + text.slice(end);
    }, example);
}
