/** A .doc as a whole: its pieces, what is drawn in it, and what is refused ([MS-DOC]). */
import { describe, expect, test } from "vitest";
import { readDoc } from "../../../../scripts/read/document/doc/doc.ts";
import { show, source, withReadings } from "../../source.ts";
import { read, table } from "./doc-table.ts";
import { type DocRun, makeCompound, makeDocStreams, sprm } from "./hand-made-doc.ts";

describe("a file", () => {
  const RUNS: readonly DocRun[] = [...table([]), { text: "fin\r" }];
  test("has headers first and footers last, of its pages of all kinds", async () => {
    const stories = [
      "s",
      "s",
      "",
      "",
      "",
      "",
      "pair\r",
      "impair\r",
      "bas pair\r",
      "bas\r",
      "premier\r",
      "bas premier\r",
    ];
    const runs = [
      ...RUNS,
      ...stories
        .filter((text) => text !== "")
        .map((text): DocRun => ({ text: text.endsWith("\r") ? text : `${text}` })),
    ];
    expect(await read(runs, { headers: stories.map((text) => text.length) })).toBe(
      "pair| / impair| / premier| / Vols|12 / Rixes|8 / | / fin| / bas pair| / bas| / bas premier|",
    );
    const lengths = stories.map((text) => text.length);
    const body = "Vols|12 / Rixes|8 / | / fin|";
    const first = sprm(0x300a, 1);
    const made = async (flags: number | undefined, ...sections: readonly (readonly number[] | null)[]) =>
      read(runs, { headers: lengths, flags, sections });
    expect([
      await made(0, null),
      await made(1, null),
      await made(0, [...first, ...sprm(0x3009, 0)]),
      await made(0, null, first),
      await made(undefined, sprm(0x300a, 0)),
    ]).toEqual([
      `impair| / ${body} / bas|`,
      `pair| / impair| / ${body} / bas pair| / bas|`,
      `impair| / premier| / ${body} / bas| / bas premier|`,
      `impair| / premier| / ${body} / bas| / bas premier|`,
      `pair| / impair| / ${body} / bas pair| / bas|`,
    ]);
    // The look of a header's characters stands far after those of the body.
    const hidden = [...RUNS, { text: "haut\r", characters: sprm(0x083c, 1) }];
    expect(await read(hidden, { headers: [0, 0, 0, 0, 0, 0, 0, "haut\r".length, 0, 0, 0, 0] })).toBe(
      "| / Vols|12 / Rixes|8 / | / fin| [hidden haut]",
    );
  });

  test("may have drawings laid over its text, each told by its place and by how the text runs around it", async () => {
    const runs: readonly DocRun[] = [{ text: "Titre\r" }, ...RUNS];
    const over = { at: 1, flags: 3 << 5 };
    const beside = { at: 2, flags: 2 << 5 };
    const inCell = { at: 7, flags: 3 << 5 };
    const drawn = (...drawings: readonly { readonly at: number; readonly flags: number }[]) => read(runs, { drawings });
    expect([
      await drawn(over),
      await drawn(beside),
      await drawn(beside, over),
      await drawn(beside, inCell, over),
      await drawn(inCell),
      await drawn({ at: 1, flags: (3 << 5) | 0x4000 }),
      await drawn({ at: 99, flags: 3 << 5 }),
    ]).toEqual([
      "Titre| / Vols|12 / Rixes|8 / | / fin| may-look-otherwise ",
      "Titre| / Vols|12 / Rixes|8 / | / fin|",
      "Titre| / Vols|12 / Rixes|8 / | / fin| may-look-otherwise ",
      "Titre| / Vols|12 / Rixes|8 / | / fin| may-look-otherwise ",
      "Titre| / Vols|12 / Rixes|8 / | / fin|",
      "Titre| / Vols|12 / Rixes|8 / | / fin|",
      "Titre| / Vols|12 / Rixes|8 / | / fin|",
    ]);
  });

  test("follows what a quick save changed", async () => {
    const list = sprm(0x083c, 1);
    expect(
      await withReadings(
        [
          0,
          (0x41 << 1) | (1 << 8),
          (0x57 << 1) | (1 << 8),
          (0x5c << 1) | (1 << 8),
          (0x68 << 1) | (1 << 8),
          (0x73 << 1) | (1 << 8),
          (0x42 << 1) | (1 << 8),
          1,
          3,
        ],
        (piece) => read(RUNS, { piece, lists: list }),
      ),
    ).toEqual([
      "0 => Vols|12 / Rixes|8 / | / fin|",
      "386 => | / | / | / | [struck Vols] [struck 12] [struck Rixes] [struck 8] [struck fin]",
      "430 => | / | / | / | [struck Vols] [struck 12] [struck Rixes] [struck 8] [struck fin]",
      "440 => | / | / | / | [hidden Vols] [hidden 12] [hidden Rixes] [hidden 8] [hidden fin]",
      "464 => Vols|¹² / Rixes|⁸ / | / fin|",
      "486 => | / | / | / | [struck Vols] [struck 12] [struck Rixes] [struck 8] [struck fin]",
      "388 => Vols|12 / Rixes|8 / | / fin|",
      "1 => | / | / | / | [hidden Vols] [hidden 12] [hidden Rixes] [hidden 8] [hidden fin]",
      "3 => Vols|12 / Rixes|8 / | / fin|",
    ]);
  });

  test("in several pieces, each with its own change over that of the characters", async () => {
    const struck = (0x57 << 1) | (1 << 8);
    const shown = 0x57 << 1;
    const runs: readonly DocRun[] = [{ text: "12\r" }, { text: "34\r", characters: sprm(0x0837, 1) }];
    const cut = (before: readonly (readonly [number, number])[], piece: number, isOneRun = false) =>
      read(runs, { before, piece, isOneRun });
    expect([
      await cut([[1, struck]], 0),
      await cut([[1, 0]], struck),
      await cut(
        [
          [1, struck],
          [2, 0],
        ],
        struck,
        true,
      ),
      await cut([[4, 0]], shown),
    ]).toEqual([
      "2 /  [struck 1] [struck 34]",
      "1 /  [struck 2] [struck 34]",
      "2 /  [struck 1] [struck 34]",
      "12 / 4 [struck 3]",
    ]);
  });

  test("has its notes left out, its headers after them, and text boxes of both where they stand", async () => {
    const stories = ["", "", "", "", "", "", "", "haut\r"];
    const texts = ["corps\r", "note\r", ...stories.filter(Boolean), "boite\r", "boite du haut\r"];
    const runs = texts.map((text) => ({ text }));
    expect(
      await read(runs, {
        headers: [...stories.map((text) => text.length), 0, 0, 0, 0],
        notes: "note\r".length,
        boxes: "boite\r".length,
        boxesInHeaders: "boite du haut\r".length,
      }),
    ).toBe("haut / boite du haut / boite / corps");
  });

  test("is refused where it is damaged, in words that say what", async () => {
    const damaged = async (change: (main: Uint8Array, table: Uint8Array) => void, without = "") => {
      const streams = makeDocStreams(RUNS).filter(({ name }) => name !== without);
      const bytesOf = (name: string) => streams.find((stream) => stream.name === name)?.bytes ?? new Uint8Array();
      change(bytesOf("WordDocument"), bytesOf("1Table"));
      const result = await readDoc(source("a.doc", makeCompound(streams)));
      return [
        show(result.value[0]).join(" / "),
        ...result.issues.map(({ rule, actual = "" }) => `${rule} ${actual}`),
      ].join(" ");
    };
    const set =
      (at: number, ...bytes: readonly number[]) =>
      (main: Uint8Array) =>
        main.set(bytes, at);
    const clxAt = (main: Uint8Array): number => new DataView(main.buffer).getUint32(0x9a + 8 * 33, true);
    const inClx =
      (at: number, ...bytes: readonly number[]) =>
      (main: Uint8Array, own: Uint8Array) =>
        own.set(bytes, clxAt(main) + at);
    expect([
      await damaged(() => {}),
      await damaged(set(0, 1, 2)),
      await damaged(set(2, 0xc0, 0)),
      await damaged(set(2, 0xc1, 0)),
      await damaged(set(0x0a, 0, 3)),
      await damaged(set(0x0a, 0, 0)),
      await damaged(() => {}, "1Table"),
      await damaged(() => {}, "WordDocument"),
      await damaged(set(0x4c, 0xff, 0xff, 0, 0)),
      await damaged(set(0x4c, 0xff, 0xff, 0xff, 0xff)),
      await damaged(set(0x54, 1, 0, 0, 0)),
      await damaged(set(0x9a + 8 * 33, 0xff, 0xff)),
      await damaged(set(0x9e + 8 * 13, 0xff, 0xff)),
      await damaged(set(0x9e + 8 * 12, 0xff, 0xff)),
      await damaged(inClx(0, 3)),
      await damaged(inClx(1, 0xff, 0xff)),
      await damaged(inClx(1, 4, 0)),
      await damaged(inClx(5, 1)),
      await damaged(inClx(9, 0xff, 0xff)),
    ]).toEqual([
      "Vols|12 / Rixes|8 / | / fin|",
      " file-unreadable ce n'est pas un document Word 97 ou plus récent",
      " file-format-old ",
      "Vols|12 / Rixes|8 / | / fin|",
      " file-password-protected ",
      " file-unreadable flux de la table absent ou coupé",
      " file-unreadable flux de la table absent ou coupé",
      " file-unreadable flux « WordDocument » absent ou coupé",
      " file-unreadable longueurs de texte incohérentes",
      " file-unreadable longueurs de texte incohérentes",
      " file-unreadable longueurs de texte incohérentes",
      " file-unreadable table des morceaux de texte abîmée",
      " file-unreadable propriétés des paragraphes abîmées",
      " file-unreadable propriétés des paragraphes abîmées",
      " file-unreadable table des morceaux de texte abîmée",
      " file-unreadable table des morceaux de texte abîmée",
      " file-unreadable table des morceaux de texte abîmée",
      " file-unreadable table des morceaux de texte abîmée",
      " file-unreadable table des morceaux de texte abîmée",
    ]);
  });
});
