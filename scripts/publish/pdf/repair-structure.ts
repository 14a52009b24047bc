/**
 * Corrects the tags of Chromium where PDF/UA-1 (ISO 14289-1) asks for more, in the text of the objects. Pure.
 * Source of each rule: ISO 32000-1, 14.8.4, and the Matterhorn Protocol 1.1.
 */
import type { PdfFile } from "./file.ts";
import { pdfText } from "./syntax.ts";

type Structured = Pick<PdfFile, "last" | "texts">;

/** Object number -> its new text. Each step starts from what the step before made of it. */
type Edits = Map<number, string>;

/**
 * Chromium numbers table heads, "(node00000156)", from the moment it started: the same bulletin printed after another would get
 * other numbers. Each is replaced by its rank. The order stays the same, as the tree of identifiers is sorted by it.
 */
function renumberIds(file: Structured, edits: Edits): void {
  const IDENTIFIER = /(?<!\/(?:Alt|ActualText) )\(node\d+\)/g;
  const texts = [...file.texts].filter(([, text]) => text.includes("(node"));
  const found = new Set(texts.flatMap(([, text]) => text.match(IDENTIFIER) ?? []));
  const ranks = new Map([...found].sort().map((id, rank) => [id, `(n${String(rank).padStart(6, "0")})`]));
  for (const [number, text] of texts)
    edits.set(
      number,
      text.replace(IDENTIFIER, (id) => ranks.get(id) ?? id),
    );
}

/** What an element holds: other elements, as "52 0 R", or pieces of its page, as "2" or "<<… /MCID 2>>". */
const kidsOf = (text: string): readonly string[] =>
  /\/K (\[[^\]]*\]|\d+ 0 R|\d+|<<.*?>>)/s.exec(text)?.[1]?.match(/\d+ 0 R|<<.*?>>|\d+/gs) ?? [];
const refOf = (kid: string): number => Number(/^(\d+) 0 R$/.exec(kid)?.[1] ?? 0);

const roleOf = (text: string): string => /\/S \/(\w+)/.exec(text)?.[1] ?? "";

/**
 * @param file as printed.
 * @param links object number of each link's annotation -> the words that it stands on.
 * @returns the new text of each object that changes, and of those added after `file.last`.
 */
export function repairStructure(file: Structured, links: ReadonlyMap<number, string>): Map<number, string> {
  const edits: Edits = new Map();
  renumberIds(file, edits);
  let last = file.last;
  /** List items that held pieces of the page themselves -> the body that holds them now. */
  const bodies = new Map<string, string>();
  const text = (number: number): string => edits.get(number) ?? file.texts.get(number) ?? "";
  const rename = (number: number, role: string): void => {
    edits.set(number, text(number).replace(/\/S \/\w+/, `/S /${role}`));
  };

  for (const [number, printed] of file.texts) {
    if (!printed.startsWith("<</Type /StructElem")) continue;
    const role = roleOf(printed);
    // An HTML <figure> that holds a table, or a chart and its title, is no picture: it needs no alternative (Matterhorn 13-004).
    if (role === "Figure" && !printed.includes("/Alt ")) {
      rename(number, "Div");
      for (const kid of kidsOf(printed).map(refOf)) if (roleOf(text(kid)) === "Caption") rename(kid, "Div");
    }
    // A list item holds a label and a body, nothing else (ISO 32000-1, table 336).
    if (role === "LI") {
      const labels = kidsOf(printed).filter((kid) => roleOf(text(refOf(kid))) === "Lbl");
      const others = kidsOf(printed).filter((kid) => !labels.includes(kid));
      if (others.length === 0) continue;
      last += 1;
      const page = /\/Pg \d+ 0 R/.exec(printed)?.[0] ?? "";
      edits.set(last, `<</Type /StructElem /S /LBody /P ${number} 0 R ${page} /K [${others.join(" ")}]>>`);
      edits.set(
        number,
        text(number).replace(/\/K (?:\[[^\]]*\]|\d+ 0 R|\d+|<<.*?>>)/s, `/K [${[...labels, `${last} 0 R`].join(" ")}]`),
      );
      for (const kid of others.map(refOf).filter((ref) => ref > 0))
        edits.set(kid, text(kid).replace(/\/P \d+ 0 R/, `/P ${last} 0 R`));
      if (others.some((kid) => refOf(kid) === 0)) bodies.set(`${number} 0 R`, `${last} 0 R`);
    }
  }
  // From the pieces of a page back to their elements: lists of references, in the order of the pieces (14.7.4.4).
  if (bodies.size > 0)
    for (const [number, printed] of file.texts)
      if (/^\[[\d\sRnul]*\]$/.test(printed))
        edits.set(
          number,
          text(number).replace(/\d+ 0 R/g, (ref) => bodies.get(ref) ?? ref),
        );
  // A link says in words where it leads (Matterhorn 28-012).
  for (const [number, words] of links) edits.set(number, text(number).replace(/>>$/, ` /Contents ${pdfText(words)}>>`));
  return edits;
}
