/** The same page drawn with each number from one to another: what is read, run after run ("200–204 read so / and so"). */
export function sweep(
  from: number,
  to: number,
  read: (drawn: number) => string | readonly string[],
): readonly string[] {
  const runs: { readonly first: number; last: number; readonly said: string }[] = [];
  for (let drawn = from; drawn <= to; drawn++) {
    const said = [read(drawn)].flat().join(" / ");
    const run = runs.at(-1);
    if (run?.said === said) run.last = drawn;
    else runs.push({ first: drawn, last: drawn, said });
  }
  return runs.map(({ first, last, said }) => `${first}–${last} ${said}`);
}
