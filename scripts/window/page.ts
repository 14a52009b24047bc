/** The page of the window: its frame, written once, and each screen as HTML. */
import { loadAssets } from "../publish/assets.ts";
import { cspHash } from "../publish/filters/embed.ts";
import { withExponents } from "../publish/filters/ordinals.ts";
import { renderPart } from "../publish/parts.ts";
import type { Screen } from "./screen.ts";
import type { Frame } from "./standing.ts";

/** No script at all: what runs beside it is in a world of its own. */
export async function framePage(commune: string): Promise<string> {
  const { window: style } = await loadAssets();
  return renderPart("window/frame.njk", { commune, style, csp: cspHash(style) });
}

export const renderScreen = (frame: Frame, screen: Screen): string =>
  withExponents(renderPart("window/screen.njk", { frame, screen }));
