/** What the templates write of a page, each tag and text once: so that a change of any is seen, and a change of figures is none. */
import { parseDocument } from "htmlparser2";

type Nodes = ReturnType<typeof parseDocument>["children"];

/** Texts of what is printed, longest first: they are the composition's, and have their own tests. */
function textsOf(value: unknown): readonly string[] {
  const texts = new Set<string>();
  JSON.stringify(value, (_, one: unknown) => {
    if (typeof one === "string" && (/\s/.test(one) || one.length > 15)) texts.add(one);
    return one;
  });
  return [...texts].toSorted((a, b) => b.length - a.length);
}

/** One line an element: its tag and attributes, then its own text; "…" for what is handed in, "9" for a number, elements within as "<>". */
export function shapesOf(html: string, handedIn: unknown): readonly string[] {
  const texts = textsOf(handedIn);
  const shown = (text: string): string =>
    texts
      .reduce((left, one) => (left.includes(one) ? left.replaceAll(one, "…") : left), text)
      .replaceAll(/'sha256-[^']*'/g, "'…'")
      .replaceAll(/\d+(?:[.,\u202f\u00a0 ]\d+)*/g, "9")
      .replaceAll(/\s+/g, " ");
  const shapes = new Set<string>();
  const visit = (nodes: Nodes): void => {
    for (const node of nodes) {
      if (!("attribs" in node)) continue;
      const attributes = Object.entries(node.attribs).map(([name, value]) => ` ${name}="${shown(value)}"`);
      const isOpaque = /^(?:svg|script|style)$/.test(node.name);
      const own = isOpaque ? [] : node.children.map((child) => (child.type === "text" ? shown(child.data) : "<>"));
      shapes.add(
        `<${node.name}${attributes.join("")}> ${own
          .join("")
          .replaceAll(/(?:\s*<>\s*)+/g, " <> ")
          .trim()}`.trim(),
      );
      if (!isOpaque) visit(node.children);
    }
  };
  visit(parseDocument(html.replaceAll(/<\/?sup>/g, "")).children); // « 1er » is written so by a filter
  return [...shapes];
}
