/** Versions of the program, "1.2.3". Pure. */

/** isOlder("1.9.0", "1.10.0") => true. What is no version is older than any. */
export function isOlder(version: string, other: string): boolean {
  const parts = (text: string): readonly number[] => (/^(\d+)\.(\d+)\.(\d+)/.exec(text) ?? []).slice(1).map(Number);
  const [a, b] = [parts(version), parts(other)];
  const differing = b.findIndex((part, i) => part !== a[i]);
  return differing >= 0 && (a[differing] ?? -1) < (b[differing] ?? -1);
}
