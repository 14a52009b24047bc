/** Sorts a table by the column whose head is pressed: rising, falling, then as printed. Sub-lines stay under their family. */

type Order = "ascending" | "descending" | "none";
const NEXT: Readonly<Record<Order, Order>> = { none: "descending", descending: "ascending", ascending: "none" };
const collator = new Intl.Collator("fr", { numeric: true });

/** A line and its sub-lines. */
interface Group {
  readonly head: HTMLTableRowElement;
  readonly rest: HTMLTableRowElement[];
}

function groupsOf(rows: readonly HTMLTableRowElement[]): readonly Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && row.classList.contains("level-1")) last.rest.push(row);
    else groups.push({ head: row, rest: [] });
  }
  return groups;
}

/** Compares two rows by one column; what has no value comes last in both orders. */
function comparison(column: number, order: Order) {
  const sign = order === "descending" ? -1 : 1;
  return (a: HTMLTableRowElement, b: HTMLTableRowElement): number => {
    const [left, right] = [a.cells[column], b.cells[column]];
    const [x, y] = [left?.dataset.sort, right?.dataset.sort];
    if (x !== undefined && y !== undefined) return sign * (Number(x) - Number(y));
    if (x !== undefined || y !== undefined) return x === undefined ? 1 : -1;
    return sign * collator.compare(left?.textContent ?? "", right?.textContent ?? "");
  };
}

function sort(
  body: HTMLTableSectionElement,
  printed: readonly HTMLTableRowElement[],
  column: number,
  order: Order,
): void {
  // The headings of a table by theme say nothing of rows in another order.
  body.classList.toggle("is-sorted", order !== "none");
  if (order === "none") {
    body.append(...printed);
    return;
  }
  const compare = comparison(column, order);
  const groups = [...groupsOf(printed)].sort((a, b) => compare(a.head, b.head));
  body.append(...groups.flatMap((group) => [group.head, ...[...group.rest].sort(compare)]));
}

export function makeTablesSortable(page: Document): void {
  for (const table of page.querySelectorAll<HTMLTableElement>("main .figures-table")) {
    const body = table.tBodies[0];
    if (!body || body.rows.length < 3) continue;
    const printed = [...body.rows];
    const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th[data-column]")];
    for (const head of heads) {
      const button = page.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const order = NEXT[(head.ariaSort as Order | null) ?? "none"];
        for (const other of heads) other.removeAttribute("aria-sort");
        if (order !== "none") head.ariaSort = order;
        sort(body, printed, Number(head.dataset.column), order);
      });
    }
  }
}
