/** The blocks and points that sections are made of. */
import type { Block } from "../../model/document/bulletin.ts";
import type { Point } from "../../model/document/front-page.ts";

export const paragraph = (text: string): Block => ({ kind: "paragraph", text });

/** A point of page one that is tied to no test. */
export const plainPoint = (tag: string, text: string, lead = ""): Point => ({ tag, mark: null, lead, text });
