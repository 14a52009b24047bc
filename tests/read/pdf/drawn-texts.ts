/**
 * The texts of a page, written as they stand on it: a line begins with its baseline, in points below the top of the page; a text between
 * "|" stands at the left end of the next column, or after "@" where it says, which uses up no column; " / " is a new line too.
 *
 *     200 Nature | 2025 | 2026
 *     220 Vols   |      | @271 8
 */
interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export const drawnTexts = (page: string, columns: readonly number[]): readonly DrawnText[] =>
  page
    .split(/\n| \/ /)
    .filter((line) => line.trim() !== "")
    .flatMap((line) => {
      const [, y, texts] = /^\s*([\d.]+)(.*)$/.exec(line) ?? [];
      if (y === undefined || texts === undefined) throw new Error(`No baseline: ${line}`);
      let next = 0;
      return texts.split("|").flatMap((cell): DrawnText[] => {
        const [, place, moved] = /^@([\d.]+) (.+)$/.exec(cell.trim()) ?? [];
        if (place !== undefined && moved !== undefined) return [{ x: Number(place), y: Number(y), text: moved }];
        const x = columns[next];
        next += 1;
        if (cell.trim() === "") return [];
        if (x === undefined) throw new Error(`More texts than columns: ${line}`);
        return [{ x, y: Number(y), text: cell.trim() }];
      });
    });
