import type { Format, SourceFile } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
export type Detected = { readonly format: Format } | { readonly refusal: Issue };
export declare const detect: (file: SourceFile) => Detected;
