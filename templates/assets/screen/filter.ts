/** Shows only the rows of tables and the figures whose name contains what is typed. */

/** "Véhicules" => "vehicules": no accents, no capitals. */
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();

export function makeFilter(page: Document): void {
  const box = page.getElementById("filtre");
  const input = page.getElementById("ligne");
  const state = page.getElementById("filtre-etat");
  if (!box || !state || !(input instanceof HTMLInputElement)) return;
  const lines = [...page.querySelectorAll<HTMLElement>("tr[data-line], figure[data-line]")].map((element) => ({
    element,
    name: fold(element.querySelector("th, h4")?.textContent ?? ""),
  }));
  const blocks = [...page.querySelectorAll<HTMLElement>("main .table, main .multiples")];
  input.addEventListener("input", () => {
    const wanted = fold(input.value.trim());
    let kept = 0;
    for (const { element, name } of lines) {
      element.hidden = !name.includes(wanted);
      if (!element.hidden) kept++;
    }
    // A table or a group of charts with nothing left is hidden with its title.
    for (const block of blocks) block.hidden = block.querySelector("[data-line]:not([hidden])") === null;
    state.textContent =
      wanted === "" ? "" : kept === 0 ? "Aucune ligne" : kept === 1 ? "1 résultat" : `${kept} résultats`;
  });
  box.hidden = false;
}
