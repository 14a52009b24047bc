import { describe, expect, test } from "vitest";
import { installedBrowsers } from "../../scripts/browser/installed-browsers.ts";

const having =
  (...files: readonly string[]) =>
  (file: string) =>
    files.includes(file);

describe("browsers installed on the machine", () => {
  test("on Windows, Edge comes first wherever it is, then Chrome of the account", () => {
    const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    const chrome = "C:\\Users\\agent\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe";
    const env = {
      "PROGRAMFILES(X86)": "C:\\Program Files (x86)",
      PROGRAMFILES: "C:\\Program Files",
      LOCALAPPDATA: "C:\\Users\\agent\\AppData\\Local",
    };
    expect(installedBrowsers({ platform: "win32", env, exists: having(chrome, edge) })).toEqual([edge, chrome]);
  });

  test("on Windows without the usual variables, none is found and nothing fails", () => {
    expect(installedBrowsers({ platform: "win32", env: {}, exists: () => true })).toEqual([]);
  });

  test("on Linux only the system's folders are looked into, whatever PATH says", () => {
    const looked: string[] = [];
    const exists = (file: string): boolean => looked.push(file) > 0 && file === "/usr/bin/chromium";
    expect(installedBrowsers({ platform: "linux", env: { PATH: "/tmp/evil" }, exists })).toEqual(["/usr/bin/chromium"]);
    expect(looked.filter((file) => !/^\/(?:usr\/bin|opt|snap)\//.test(file))).toEqual([]);
  });

  test("on Linux a snap is found too, after what the packages have installed", () => {
    const both = ["/snap/bin/chromium", "/opt/google/chrome/chrome"];
    expect(installedBrowsers({ platform: "linux", env: {}, exists: having(...both) })).toEqual(both.toReversed());
  });
});
