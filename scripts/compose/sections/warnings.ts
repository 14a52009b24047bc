/** « Avertissements »: what limits the reading of this bulletin, each with its effect; never hidden at the end. */

import type { Block, Section } from "../../model/document/bulletin.ts";
import { joinWords } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { limitingNotices, otherNotices } from "../sentences/notices.ts";
import { lowerFirst } from "../words/words.ts";

/** undefined when nothing limits what page one says. */
export function warningsSection(c: Context): Section | undefined {
  const items = limitingNotices(c);
  return items.length === 0
    ? undefined
    : { id: "avertissements", title: "Avertissements", blocks: [{ kind: "notices", items }, ...otherNoticesLine(c)] };
}

/** One line for them, where the reader is told what limits the bulletin. */
function otherNoticesLine(c: Context): readonly Block[] {
  const others = otherNotices(c);
  if (others.length === 0) return [];
  const titles = others.map(({ title }) => lowerFirst(title));
  return [
    {
      kind: "paragraph",
      text: `À noter aussi, sans effet sur ce qui précède : ${joinWords(titles)}.`,
      to: { id: "controles", title: "Contrôles" },
    },
  ];
}
