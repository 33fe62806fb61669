import { enterpriseNameKey } from './enterprise-name'

/**
 * Overlapping pairs of characters (code points) of a name in its comparison form: what `enterprise_name.bigrams` stores and a
 * search of two characters or more asks for. "示例·甬江" and a search for "甬江" share the pair 甬江.
 *
 * @returns each pair once; empty for fewer than two characters
 */
export function nameBigrams(text: string): string[] {
  const characters = [...enterpriseNameKey(text)]
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))]
}
