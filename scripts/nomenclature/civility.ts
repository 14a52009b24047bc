/** Words before the name of a person, whatever their letters and points: « Mme », « MME. », « monsieur », « M. »; « M » before capitals. */
const anyCase = (words: string): string =>
  words.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

/** Source of a regular expression. */
export const CIVILITY = `(?:${anyCase("(?:mmes?|mlles?|mr|monsieur|messieurs|madame|mesdames|mademoiselle)")}\\.?|MM?\\.|M(?=[ \u00a0]\\p{Lu}{3}))`;
