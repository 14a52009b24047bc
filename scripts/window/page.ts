/** The page of the window: its frame, written once, and each screen as HTML. Wraps Nunjucks, whose escaping stays on. */
import { join } from "node:path";
import nunjucks from "nunjucks";
import { loadAssets } from "../publish/assets.ts";
import { cspHash } from "../publish/filters/embed.ts";
import { withExponents } from "../publish/filters/ordinals.ts";
import { printable } from "../publish/filters/texts.ts";
import type { Screen } from "./screen.ts";
import type { Frame } from "./standing.ts";

const PARTS = join(import.meta.dirname, "../../templates/_includes");
const parts = new nunjucks.Environment(new nunjucks.FileSystemLoader(PARTS), {
  autoescape: true,
  throwOnUndefined: false,
});

/** No script at all: what runs beside it is in a world of its own. */
export async function framePage(commune: string): Promise<string> {
  const { window: style } = await loadAssets();
  return parts.render("window/frame.njk", { commune, style, csp: cspHash(style) });
}

export const renderScreen = (frame: Frame, screen: Screen): string =>
  withExponents(parts.render("window/screen.njk", printable({ frame, screen })));
