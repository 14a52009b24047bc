/** The elements of an HTML page as a browser builds them, whatever its tags (HTML Standard, 13.2). Wraps parse5. */
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from "parse5";
import { MAX_DEPTH } from "../../contract/limits.ts";

/** Elements open at one time: unclosed <font> or <p> of a careless export add up, never to this. */
const MAX_OPEN_ELEMENTS = 10 * MAX_DEPTH;

/** Nested beyond the limits. */
export const TOO_DEEP = "too-deep";

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Child = DefaultTreeAdapterTypes.ChildNode;

export interface Page {
  readonly document: DefaultTreeAdapterTypes.Document;
  /** Elements that are open where the page ends. */
  readonly cut: ReadonlySet<Child>;
  /** What is written in a row and in none of its cells: browsers show it above the table. */
  readonly stray: ReadonlySet<Child>;
}

class TooDeep extends Error {}

export function parsePage(text: string): Page | typeof TOO_DEEP {
  const open: Element[] = [];
  const stray = new Set<Child>();
  const isInRow = (): boolean => open.at(-1)?.tagName === "tr";
  const insertBefore = (parent: Parent, child: Child, next: Child): void => {
    if (isInRow()) stray.add(child);
    defaultTreeAdapter.insertBefore(parent, child, next);
  };
  const adapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    insertBefore,
    insertTextBefore: (parent, data, next) => insertBefore(parent, defaultTreeAdapter.createTextNode(data), next),
    onItemPush: (element) => {
      open.push(element);
      const tables = element.tagName === "table" ? open.filter((one) => one.tagName === "table").length : 0;
      if (open.length > MAX_OPEN_ELEMENTS || tables > MAX_DEPTH) throw new TooDeep();
    },
    onItemPop: (element) => {
      open.splice(open.lastIndexOf(element), 1);
    },
  };
  try {
    const document = parse(text, { treeAdapter: adapter });
    return { document, cut: new Set(open), stray };
  } catch (error) {
    if (error instanceof TooDeep) return TOO_DEEP;
    throw error;
  }
}

export interface PageListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, choice: Choice | null) => void;
  /** `isStray`: in a row and in none of its cells. */
  readonly text: (data: string, isStray: boolean) => void;
  /** `isCut`: the page ends within it. */
  readonly close: (isCut: boolean) => void;
}

/** One of a list of choices: in a list that shows one, it is the one (the last that says so, else the first), or is folded away. */
export type Choice = "shown" | "folded" | "listed";
function choiceOf(option: Element): Choice {
  let list: Parent | null = option.parentNode;
  while (list && !(defaultTreeAdapter.isElementNode(list) && list.tagName === "select"))
    list = defaultTreeAdapter.isElementNode(list) ? list.parentNode : null;
  if (!list || list.attrs.some(({ name, value }) => name === "multiple" || (name === "size" && value !== "1")))
    return "listed";
  const options = optionsIn(list);
  const said = options.findLast(({ attrs }) => attrs.some(({ name }) => name === "selected"));
  return (said ?? options[0]) === option ? "shown" : "folded";
}
const optionsIn = (parent: Parent): readonly Element[] =>
  parent.childNodes
    .filter((child) => defaultTreeAdapter.isElementNode(child))
    .flatMap((child) => (child.tagName === "option" ? [child] : optionsIn(child)));

/** Tells the elements and the texts of a page in their order. */
export function walk(page: Page, listener: PageListener): void {
  const visit = (parent: Parent, isStray: boolean): void => {
    for (const child of parent.childNodes) {
      const strays = isStray || page.stray.has(child);
      if (defaultTreeAdapter.isTextNode(child)) listener.text(child.value, strays);
      else if (defaultTreeAdapter.isElementNode(child)) {
        const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
        listener.open(child.tagName.toLowerCase(), attributes, child.tagName === "option" ? choiceOf(child) : null);
        visit("content" in child ? (child as DefaultTreeAdapterTypes.Template).content : child, strays);
        listener.close(page.cut.has(child));
      }
    }
  };
  visit(page.document, false);
}
