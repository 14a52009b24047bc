/** What the lines of the register say of the files: which are known, each by its last word, and which were eliminated. */
import type { FileHash } from "../../disk/tree.ts";
import { deliveryOfPath } from "../../model/delivery.ts";
import type { RegisterLine } from "./entry.ts";

/** A file as the register knows it: its hash, and the line that says so. */
export interface Known {
  readonly sha256: string;
  readonly line: RegisterLine;
}
/** By path, that of outputs in dist/, of all others in data/. */
export type KnownFiles = ReadonlyMap<string, Known>;

/**
 *   received     of each delivery that was received: "2026-T1" -> "2026-T1/IS 101.xls" -> hash and line
 *   inputs       of builds, that no reception answers for: settings and public bases, which change; a delivery never received is known as
 *                the first build read it, and no later one makes it right
 *   outputs      bulletins and copies: a new edition replaces the folder of its quarter, and what earlier editions put there
 *   lectures     confirmed, the last time of each delivery
 *   eliminated   and neither received nor made again since
 */
export function filesKnown(lines: readonly RegisterLine[]) {
  const received = new Map<string, Map<string, Known>>();
  const [inputs, outputs, lectures] = [new Map<string, Known>(), new Map<string, Known>(), new Map<string, Known>()];
  const eliminated = { data: new Set<string>(), out: new Set<string>() };
  for (const line of lines) {
    const know = (known: Map<string, Known>, files: readonly FileHash[], back?: Set<string>): void => {
      for (const { path, sha256 } of files) {
        known.set(path, { sha256, line });
        back?.delete(path);
      }
    };
    if (line.action === "reception") {
      // a further message adds its files; a change, with its reason, replaces all that was there
      const files = (line.reason === undefined && received.get(line.delivery)) || new Map<string, Known>();
      received.set(line.delivery, files);
      know(files, line.files, eliminated.data);
    }
    if (line.action === "build") {
      const isNew = ({ path }: FileHash): boolean => deliveryOfPath(path) === undefined || !inputs.has(path);
      know(inputs, line.inputs.filter(isNew));
      for (const [path, { line: from }] of outputs)
        if (from.action === "build" && from.quarter === line.quarter) outputs.delete(path);
      know(outputs, line.outputs, eliminated.out);
    }
    if (line.action === "copies") know(outputs, line.copies); // under a number that none had before
    if (line.action === "index") know(outputs, [line.index]);
    if (line.action === "lecture") know(lectures, [line.lecture], eliminated.data);
    if (line.action === "purge") {
      for (const { path } of line.data) {
        for (const known of [received.get(deliveryOfPath(path) ?? ""), inputs, lectures]) known?.delete(path);
        eliminated.data.add(path);
      }
      for (const { path } of line.out) {
        outputs.delete(path);
        eliminated.out.add(path);
      }
    }
  }
  for (const path of inputs.keys()) if (received.has(deliveryOfPath(path) ?? "")) inputs.delete(path);
  return { received, inputs, outputs, lectures, eliminated };
}
