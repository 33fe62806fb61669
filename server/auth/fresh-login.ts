import 'server-only'
import { currentLogin } from './login-cookie'

const FRESH_MS = 15 * 60_000

/** Whether this browser was signed in within the last quarter of an hour: asked before much leaves at once. Source: security.md T24. */
export async function isFreshLogin(): Promise<boolean> {
  const login = await currentLogin()
  return login !== null && Date.now() - login.createdAt.getTime() < FRESH_MS
}
