/** Shows only the rows of tables and the figures whose name contains what is typed; what has none of them, texts too, makes way. */

/** "Véhicules" => "vehicules": no accents, no capitals. */
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();

const plural = (count: number, one: string, many: string): string => `${count} ${count < 2 ? one : many}`;

const hasLine = (element: Element): boolean => element.querySelector("[data-line]:not([hidden])") !== null;

/** @param onFilter called when rows have been hidden or shown */
export function makeFilter(page: Document, onFilter: () => void): void {
  const box = page.getElementById("filtre");
  const input = page.getElementById("ligne");
  const state = page.getElementById("filtre-etat");
  const main = page.querySelector("main");
  if (!box || !state || !main || !(input instanceof HTMLInputElement)) return;
  const lines = [...page.querySelectorAll<HTMLElement>("tr[data-line], figure[data-line]")].map((element) => ({
    element,
    name: fold(element.querySelector("th, .figure__title, figcaption")?.textContent ?? ""),
  }));
  const blocks = [...main.querySelectorAll<HTMLElement>(".table, .multiples, .curves__theme")];
  const sections = [...main.querySelectorAll<HTMLElement>("section")].map((element) => ({
    element,
    entry: page.querySelector<HTMLElement>(
      `.contents li:has(a[href="#${element.querySelector(".section__title")?.id}"])`,
    ),
  }));
  input.addEventListener("input", () => {
    const wanted = fold(input.value.trim());
    let kept = 0;
    for (const { element, name } of lines) {
      element.hidden = !name.includes(wanted);
      if (!element.hidden) kept++;
    }
    // A table, a group of charts or a section with nothing left is hidden with its title, and with its entry in the contents.
    for (const block of blocks) block.hidden = !hasLine(block);
    for (const { element, entry } of sections) {
      element.hidden = wanted !== "" && !hasLine(element);
      if (entry) entry.hidden = element.hidden;
    }
    // What parts the sections has no line of its own.
    for (const parting of page.querySelectorAll<HTMLElement>(".annexe, .contents__annexe"))
      parting.hidden = wanted !== "";
    main.classList.toggle("is-filtered", wanted !== "");
    const places = blocks.filter((block) => !block.hidden).length;
    state.textContent =
      wanted === ""
        ? ""
        : kept === 0
          ? "Aucune ligne de ce nom"
          : `${plural(kept, "résultat", "résultats")} dans ${plural(places, "tableau ou groupe de graphiques", "tableaux ou groupes de graphiques")}`;
    onFilter();
    // Where the field stands beside the page, not above it, what was found comes into view.
    const isBeside = getComputedStyle(box.parentElement ?? box).position === "sticky";
    if (wanted !== "" && isBeside) box.closest(".frame")?.scrollIntoView({ block: "start" });
  });
  box.hidden = false;
}
