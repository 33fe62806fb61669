import 'server-only'
import { headers } from 'next/headers'
import type { z } from 'zod'
import type { Permission } from '@/domain/permissions/permission'
import { requireActor } from '@/server/auth/actor'
import { isOwnOrigin } from '@/server/auth/origin'
import { contextOf } from '@/server/context'
import type { Context } from '@/server/context'

/** What a form shows after it was sent: nothing yet, done, what is wrong at which field, or why it was refused. */
export type FormState =
  | { status: 'idle' }
  | { status: 'done'; detail?: Record<string, string | number> }
  | { status: 'invalid'; fields: Record<string, string[]> }
  | { status: 'refused'; refusal: string; detail?: Record<string, string | number> }

type Refused = { refusal: string; detail?: Record<string, string | number> }
type Ran = undefined | Refused | { done: Record<string, string | number> }

/** A form's fields as an object; a name that occurs several times, or ends in "[]", becomes a list. */
export function formFields(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const fields: Record<string, FormDataEntryValue | FormDataEntryValue[]> = Object.create(null)
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    const values = form.getAll(name)
    const [first] = values
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = values
    else if (first !== undefined) fields[name] = values.length > 1 ? values : first
  }
  return fields
}

/** The id that the web server gave this request. */
export async function currentRequestId(): Promise<string> {
  return (await headers()).get('x-request-id') ?? 'none'
}

/**
 * A server action for a form: own origin, actor with the permission, fields checked by zod, then `run`.
 * Works as `<form action={…}>` and with `useActionState`. A redirect thrown by `run` passes through; a bug is thrown on.
 */
export function formAction<S extends z.ZodType>(options: {
  permission: Permission
  input: S
  run(ctx: Context, input: z.output<S>): Promise<Ran>
}): (stateOrForm: FormState | FormData, form?: FormData) => Promise<FormState> {
  return async (stateOrForm, form) => {
    const fields = form ?? stateOrForm
    if (!(fields instanceof FormData)) return { status: 'refused', refusal: 'malformed' }
    if (!isOwnOrigin(await headers())) return { status: 'refused', refusal: 'foreign-origin' }
    const actor = await requireActor(options.permission)
    const parsed = options.input.safeParse(formFields(fields))
    if (!parsed.success) return { status: 'invalid', fields: problemsByField(parsed.error) }
    const ran = await options.run(contextOf(actor, await currentRequestId()), parsed.data)
    if (!ran) return { status: 'done' }
    if ('done' in ran) return { status: 'done', detail: ran.done }
    return { status: 'refused', ...ran }
  }
}

/** Sentences' codes per field; problems of the whole form stand under "form". */
export function problemsByField(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? 'form')
    fields[name] = [...(fields[name] ?? []), issue.message]
  }
  return fields
}
