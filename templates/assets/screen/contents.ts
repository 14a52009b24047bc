/** Marks in the contents the section that is being read. */
export function followContents(page: Document): void {
  const links = new Map<string, Element>();
  for (const link of page.querySelectorAll<HTMLAnchorElement>(".contents a")) links.set(link.hash.slice(1), link);
  const headings = [...page.querySelectorAll("main :is(h2, .section__title)[id]")];
  const mark = (): void => {
    const current =
      headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3) ?? headings[0];
    for (const [id, link] of links)
      if (id === current?.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
  };
  addEventListener("scroll", mark, { passive: true });
  mark();
}
