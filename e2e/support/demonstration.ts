import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type SignIn = { role: string; login: string; password: string; totpSecret?: string; recoveryCodes?: string[] }
type Access = { signIns: SignIn[]; links: { role: string; path: string; note: string }[] }

export type Role = 'city' | 'county' | 'township' | 'clerk' | 'halfway'

function access(): Access {
  return JSON.parse(readFileSync(join('tmp', 'e2e-data', 'demonstration.json'), 'utf8')) as Access
}

/** How somebody of the demonstration signs in. */
export function signInOf(role: Role): SignIn {
  const found = access().signIns.find(({ login }) => login === `demo-${role}`)
  if (!found) throw new Error(`The demonstration has no ${role}.`)
  return found
}

/** The head's personal link and the last four digits that it asks for. */
export function headLink(): { path: string; tail: string } {
  const found = access().links.find(({ path }) => path.startsWith('/l/'))
  const tail = /\d{4}/.exec(found?.note ?? '')?.[0]
  if (!found || !tail) throw new Error('The demonstration has no personal link.')
  return { path: found.path, tail }
}

/** The verification address of a certificate that the demonstration holds. */
export function certificatePath(): string {
  const found = access().links.find(({ path }) => path.startsWith('/verify/'))
  if (!found) throw new Error('The demonstration has no certificate to verify.')
  return found.path
}
