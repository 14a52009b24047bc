/**
 * The words that a text may be made of and still name nobody: those of the statements, of the settings, and the ordinary words of facts.
 * A closed list: any other word may be a person's name, and waits until a person has seen it.
 */
import type { Nomenclature } from "../model/nomenclature.ts";
import { remember } from "../model/remember.ts";
import type { Settings } from "../model/settings.ts";
import { createOrdinaryWords, fold } from "../nomenclature/index.ts";

export interface KnownTexts {
  /** A text of none but known words, numbers and marks. */
  readonly isKnown: (text: string) => boolean;
  /** A text that the settings speak of. */
  readonly isDeclared: (text: string) => boolean;
}

export function createVocabulary(nomenclature: Nomenclature, settings: Settings): KnownTexts {
  const isOrdinary = createOrdinaryWords(nomenclature, [settings.commune.name, settings.service]);
  const declared = new Set([
    ...settings.labels.map(({ label }) => fold(label)),
    ...settings.words.map(({ text }) => fold(text)),
  ]);
  const isDeclared = (text: string): boolean => declared.has(fold(text));
  return { isDeclared, isKnown: remember((text: string) => isDeclared(text) || isOrdinary(text)) };
}
