const marker = /^\s*\/\* prepared: ([a-z-]+) \*\//

/**
 * The name under which a statement stays prepared on its connection, so that it is planned a few times and not at each use: what its leading
 * comment "prepared: some-name" says, else '' (not kept). For the few hot statements that never change their text; one name, one text.
 */
export function preparedName(query: { sql: string }): string {
  return marker.exec(query.sql)?.[1] ?? ''
}
