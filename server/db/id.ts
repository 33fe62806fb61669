import { v7 } from 'uuid'

/** A new UUIDv7: sorts by the moment it was made. */
export function newId(): string {
  return v7()
}

/** Whether a text from an address is an id at all; PostgreSQL breaks on anything else. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
