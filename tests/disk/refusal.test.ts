import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findDiskRefusal, toldInFrench } from "../../scripts/disk/refusal.ts";
import { UserError } from "../../scripts/model/issue.ts";

const fault = (code: string, over: object = {}): Error => Object.assign(new Error(code), { code, ...over });
function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

test.each([
  [fault("ENOSPC"), "le disque est plein"],
  [fault("EROFS"), "le disque est en lecture seule"],
  [fault("EACCES"), "votre compte n'en a pas le droit"],
  [fault("EIO"), "le disque répond mal"],
  [fault("ERR_SQLITE_ERROR", { errcode: 13 }), "le disque est plein"],
  [fault("ERR_SQLITE_ERROR", { errcode: 1544 }), "votre compte n'en a pas le droit"], // the lock's folder
  [fault("ERR_SQLITE_ERROR", { errcode: 8 | (1 << 8) }), "le disque est en lecture seule"], // what SQLite adds to a code
  // as Node 24 says it for a tree on a disk mounted read-only
  [
    Object.assign(new Error(", Unknown error: Read-only file system '/x'"), { code: "", errno: -4094, syscall: "rm" }),
    "le disque est en lecture seule",
  ],
  [fault("ENOENT", { syscall: "mkdir" }), "le dossier ne peut pas y être créé"],
])("%s: what happened, and what to do", (error, what) => {
  expect(findDiskRefusal(error)).toEqual({ what, remedy: expect.stringMatching(/\.$/) });
});

test("each refusal, word for word, is in refusals.txt", async () => {
  const codes = [
    ...["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EBUSY", "EPERM", "EIO", "EISDIR", "ERR_FS_FILE_TOO_LARGE", "ELOOP"],
    ...["EEXIST", "ENOTDIR", "ENAMETOOLONG"],
  ];
  const faults = [
    ...codes.map((code) => fault(code)),
    fault("ENOENT", { syscall: "mkdir" }),
    fault("EEXIST", { syscall: "mkdir" }),
    ...[8, 13, 14].map((errcode) => fault("ERR_SQLITE_ERROR", { errcode })),
    fault("", { syscall: "rm" }),
  ];
  const told = faults.map((error) => {
    const refusal = findDiskRefusal(error);
    return `${JSON.stringify(error)} : ${refusal?.what}.\n  → ${refusal?.remedy}\n`;
  });
  await expect(told.join("")).toMatchFileSnapshot("refusals.txt");
});

test("a file in the place of a folder is told as the system itself says it", () => {
  const folder = mkdtempSync(join(tmpdir(), "disque-"));
  try {
    writeFileSync(join(folder, "dist"), "x");
    for (const path of ["dist", "dist/2026-T1"])
      expect(findDiskRefusal(thrownBy(() => mkdirSync(join(folder, path), { recursive: true })))?.what).toBe(
        "ce n'est pas un dossier",
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what is no refusal of the disk is left to whoever knows better", () => {
  for (const error of [
    new TypeError("x"),
    fault("ENOENT", { syscall: "open" }),
    fault("ERR_SQLITE_ERROR", { errcode: 1 }),
    fault("NO_PLACE"),
    "x",
    null,
  ])
    expect(findDiskRefusal(error)).toBeUndefined();
});

test("what an operator asked of a path is done, or told with the path and what to do; a defect stays one", () => {
  const told = (error: unknown) =>
    thrownBy(() =>
      toldInFrench("copie.zip", () => {
        throw error;
      }),
    );
  expect(toldInFrench("copie.zip", () => 12)).toBe(12);
  expect(told(fault("ENOSPC"))).toMatchObject({
    name: "UserError",
    message: expect.stringMatching(/copie\.zip.* : le disque est plein\.$/),
  });
  expect(told(fault("ENOENT", { syscall: "open" }))).toMatchObject({
    name: "UserError",
    message: expect.stringMatching(/copie\.zip.* : le chemin n'existe pas\.$/),
    hint: "Vérifiez le nom donné à la commande.",
  });
  for (const defect of [new TypeError("x"), fault("ERR_SQLITE_ERROR", { errcode: 1 }), "x"]) {
    expect(told(defect)).toBe(defect);
    expect(told(defect)).not.toBeInstanceOf(UserError);
  }
});
