import { nameKey } from '@/domain/roster/person-name'
import { editDistance } from '@/domain/regions/edit-distance'
import type { Spelling } from './spelling'

/** The form in which two spellings are the same person's name: spaces, width, case, dots and traditional forms do not matter. */
export function personKey(name: string, spelling: Spelling): string {
  return nameKey(spelling.simplify(nameKey(name)))
}

/** Whether one could have been written for the other: at most one slip apart, or sounding the same. Takes keys. */
export function isAlike(a: string, b: string, spelling: Spelling): boolean {
  if (Math.abs(a.length - b.length) <= 2 && editDistance(a, b) <= 1) return true
  return soundsSame(a, b, spelling)
}

/** Whether two keys are read the same, tones aside; false for texts that sound like nothing. */
export function soundsSame(a: string, b: string, spelling: Spelling): boolean {
  const sound = spelling.sound(a)
  return sound !== '' && sound === spelling.sound(b)
}
