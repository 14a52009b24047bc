/** The old compound files (.doc, .xls): their streams are given whole, or not at all. */
import { CFB } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { openCompound } from "../../../scripts/read/container/compound.ts";

/** A text of so many bytes, no two pieces of it alike. */
const textOf = (length: number, seed = 0): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 6) * 13 + (i >> 9) * 29 + seed) & 0xff));

function make(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const container = CFB.utils.cfb_new();
  for (const [name, stream] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, stream);
  return Buffer.from(CFB.write(container, { type: "buffer" }));
}

describe("a compound file", () => {
  it("gives its streams whole, whatever their length", () => {
    const streams = Object.fromEntries([1, 64, 65, 4095, 4096, 4097, 9000].map((n) => [`s${n}`, textOf(n, n)]));
    const opened = openCompound(make(streams));
    expect(opened?.rootNames).toEqual(expect.arrayContaining(Object.keys(streams)));
    for (const [name, stream] of Object.entries(streams))
      expect(Buffer.from(opened?.stream(name) ?? []).equals(stream), name).toBe(true);
    expect(opened?.stream("s2")).toBeUndefined();
  });

  it("has what stands at its root, and no stream of the name of a folder", () => {
    const opened = openCompound(make({ Book: textOf(9), "ObjectPool/Workbook": textOf(9) }));
    expect(opened?.rootNames).toEqual(expect.arrayContaining(["book", "objectpool"]));
    expect(opened?.rootNames).not.toContain("workbook");
    expect(opened?.stream("Workbook")).toBeUndefined();
    expect(opened?.stream("ObjectPool")).toBeUndefined();
  });

  it("is none, or its stream is none or whole, wherever the file is cut", () => {
    const stream = textOf(5000);
    const whole = make({ Workbook: stream, small: textOf(200) });
    for (let length = 0; length < whole.length; length += 97) {
      const found = openCompound(whole.subarray(0, length))?.stream("Workbook");
      expect(found === undefined || Buffer.from(found).equals(stream), `${length} bytes`).toBe(true);
    }
    expect(openCompound(whole.subarray(0, 1024))).toBeUndefined();
  });

  it("has no stream that is longer than its sectors", () => {
    const bytes = make({ Workbook: textOf(5000) });
    const entry = bytes.indexOf(Buffer.from("Workbook", "utf16le"));
    bytes.writeUInt32LE(6000, entry + 120);
    expect(openCompound(bytes)?.stream("Workbook")).toBeUndefined();
  });
});
