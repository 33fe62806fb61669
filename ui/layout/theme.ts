/** Remembers the chosen look of this browser. */
export const THEME_COOKIE = 'theme'

export type Theme = 'system' | 'light' | 'dark'

/** The theme a cookie names; anything else follows the system. */
export function themeOf(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}
