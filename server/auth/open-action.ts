import 'server-only'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { currentRequestId, formFields, problemsByField } from '@/server/action'
import type { FormState } from '@/server/action'
import { inTransaction } from '@/server/context'
import type { SystemContext } from '@/server/context'
import { clientAddress } from './client-address'
import { isOwnOrigin } from './origin'

/** What a form for anybody shows afterwards; `kept` gives back what was typed, never a secret. */
export type OpenFormState = FormState & { kept?: Record<string, string> }

/** Who nobody knows yet: no actor, an address for the limits. */
export type OpenContext = SystemContext & { address: string }

type Ran = undefined | { refusal: string; detail?: Record<string, string | number> }

/** The context of a request that nobody is signed in for. */
export async function openContext(): Promise<OpenContext> {
  const seen = await headers()
  return { actor: null, requestId: await currentRequestId(), transaction: inTransaction, address: clientAddress(seen) }
}

/**
 * A server action for a form that anybody may send (signing in, opening a link): own origin, fields checked by zod, then `run`.
 * It names its limits itself. `keep` lists the fields that come back to the form after a refusal.
 */
export function openAction<S extends z.ZodType>(options: {
  input: S
  keep?: readonly string[]
  run(ctx: OpenContext, input: z.output<S>): Promise<Ran>
}): (before: OpenFormState, form: FormData) => Promise<OpenFormState> {
  return async (_before, form) => {
    if (!isOwnOrigin(await headers())) return { status: 'refused', refusal: 'foreign-origin' }
    const fields = formFields(form)
    const kept = keptOf(fields, options.keep ?? [])
    const parsed = options.input.safeParse(fields)
    if (!parsed.success) return { status: 'invalid', fields: problemsByField(parsed.error), kept }
    const ran = await options.run(await openContext(), parsed.data)
    return ran ? { status: 'refused', ...ran, kept } : { status: 'done' }
  }
}

function keptOf(fields: Record<string, unknown>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name].slice(0, 200)]] : [])),
  )
}
