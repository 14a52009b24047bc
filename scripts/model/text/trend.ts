/** Which way a figure went: "▲", "↘ -2", "en hausse". */

/** Arrows and triangles, of which one of either way may stand beside a number. */
export const ARROWS = /[←-⇿▲▼△▽▴▾⬆⬇➚➘]+/gu;

const UP = /[↑↗⇑⇗⇧▲△▴⬆➚]|^(?:en )?(?:(?:forte|nette|légère) )?(?:hausse|augmentation)$/iu;
const DOWN = /[↓↘⇓⇘⇩▼▽▾⬇➘]|^(?:en )?(?:(?:forte|nette|légère) )?(?:baisse|diminution)$/iu;
const NEITHER = /^(?:[=→]|stables?)$/i;

/** 1 up, -1 down, 0 neither; null: it says no way, or two. */
export function wayIn(text: string): -1 | 0 | 1 | null {
  const [up, down] = [UP, DOWN].map((way) => way.test(text.trim()));
  if (up !== down) return up ? 1 : -1;
  return NEITHER.test(text.trim()) ? 0 : null;
}
