/// <reference lib="dom" />
/** Page one is one page, always: what makes way on it, and how far, is measured as it will be printed. */

/** Classes of the page, none first: each lets one thing more make way (filters/gives-way.ts). */
export const FITS = ["", "fits-1", "fits-2", "fits-3", "fits-4", "fits-5", "fits-6"] as const;

/**
 * The first of these classes with which page one holds on an A4 page between its margins; the last where none does. The page keeps it. Sent to the
 * browser as text: it uses nothing from outside.
 */
export function fitPageOne(classes: readonly string[]): string {
  const MILLIMETRE = 96 / 25.4;
  const [WIDTH, HEIGHT] = [182, 270];
  const first = document.querySelector<HTMLElement>(".page-one");
  const { body } = document;
  let tried = "";
  if (first) first.style.width = `${WIDTH}mm`;
  for (const name of classes) {
    if (tried !== "") body.classList.remove(tried);
    if (name !== "") body.classList.add(name);
    tried = name;
    if (!first || first.getBoundingClientRect().height <= HEIGHT * MILLIMETRE) break;
  }
  first?.style.removeProperty("width");
  return tried;
}
