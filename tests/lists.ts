/** Short texts as a person lists them. */

/** "Nom ; Prénoms ; Adresse", over several lines or not. */
export const listOf = (text: string): readonly string[] => text.trim().split(/ ;\s+/);

/** Lines of "homicides: Homicide ; HOMICIDES" to what each text is: ["Homicide", "homicides"] and ["HOMICIDES", "homicides"]. */
export const pairsOf = (text: string): readonly (readonly [text: string, is: string])[] =>
  sectionsOf(text).flatMap(([is, texts]) => texts.map((one) => [one, is] as const));

/** "key part: quartier ; IRIS" => ["key part", ["quartier", "IRIS"]]; comments begin with "#". */
export const sectionsOf = (text: string): readonly (readonly [name: string, texts: readonly string[]])[] =>
  text
    .split("\n")
    .filter((line) => line.includes(": ") && !line.startsWith("#"))
    .map((line) => [line.slice(0, line.indexOf(": ")).trim(), line.slice(line.indexOf(": ") + 2).split(" ; ")]);
