/** The operating-system account at work. */
import { userInfo } from "node:os";

/** From the system itself, never from a variable that anyone can set. An account without a name (container) => "uid-1000". */
export function currentAccount(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? "inconnu"}`; // no entry for this number in the system's list of accounts
  }
}

/** Windows does not tell capitals apart and may put the domain first: "MAIRIE\\Dupont" is "dupont". */
export function sameAccount(a: string, b: string, platform: NodeJS.Platform = process.platform): boolean {
  if (platform !== "win32") return a === b;
  const plain = (text: string) => text.slice(text.lastIndexOf("\\") + 1).toLowerCase();
  return plain(a) === plain(b);
}
