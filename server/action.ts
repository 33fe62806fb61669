import 'server-only'
import { headers } from 'next/headers'
import type { z } from 'zod'
import type { Permission } from '@/domain/permissions/permission'
import type { Actor } from '@/domain/permissions/actor'
import { currentActor, requireActor } from '@/server/auth/actor'
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
    const values = form.getAll(name).map(storable)
    const [first] = values
    // An old browser may send the pressed button twice (instrumentation-client.ts): the same value again says nothing more.
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = values
    else if (first !== undefined) fields[name] = values.some((value) => value !== first) ? values : first
  }
  return fields
}

/** PostgreSQL stores no NUL; nobody types one. */
function storable(value: FormDataEntryValue): FormDataEntryValue {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value
}

/** The id that the web server gave this request. */
export async function currentRequestId(): Promise<string> {
  return (await headers()).get('x-request-id') ?? 'none'
}

type Action = (stateOrForm: FormState | FormData, form?: FormData) => Promise<FormState>

/** The form behind an action's arguments when it came from our own pages, else why it is refused. */
async function ownForm(stateOrForm: FormState | FormData, form?: FormData): Promise<FormData | FormState> {
  const sent = form ?? stateOrForm
  if (!(sent instanceof FormData)) return { status: 'refused', refusal: 'malformed' }
  if (!isOwnOrigin(await headers())) return { status: 'refused', refusal: 'foreign-origin' }
  return sent
}

async function checkAndRun<S extends z.ZodType>(
  input: S,
  form: FormData,
  run: (input: z.output<S>) => Promise<Ran>,
): Promise<FormState> {
  const parsed = input.safeParse(formFields(form))
  if (!parsed.success) return { status: 'invalid', fields: problemsByField(parsed.error) }
  const ran = await run(parsed.data)
  if (!ran) return { status: 'done' }
  if ('done' in ran) return { status: 'done', detail: ran.done }
  return { status: 'refused', ...ran }
}

/**
 * A server action for a form: own origin, actor with the permission, fields checked by zod, then `run`.
 * Works as `<form action={…}>` and with `useActionState`. A redirect thrown by `run` passes through; a bug is thrown on.
 */
export function formAction<S extends z.ZodType>(options: {
  permission: Permission
  input: S
  run(ctx: Context, input: z.output<S>): Promise<Ran>
}): Action {
  return async (stateOrForm, sent) => {
    const form = await ownForm(stateOrForm, sent)
    if (!(form instanceof FormData)) return form
    const ctx = contextOf(await requireActor(options.permission), await currentRequestId())
    return checkAndRun(options.input, form, (input) => options.run(ctx, input))
  }
}

/**
 * The same for the few forms that need no sign-in (suggestions, sign-in, opening a link): `actor` is whoever asks, or null.
 * What it runs must limit itself against floods.
 */
export function publicFormAction<S extends z.ZodType>(options: {
  input: S
  run(ctx: { actor: Actor | null; requestId: string }, input: z.output<S>): Promise<Ran>
}): Action {
  return async (stateOrForm, sent) => {
    const form = await ownForm(stateOrForm, sent)
    if (!(form instanceof FormData)) return form
    const ctx = { actor: await currentActor(), requestId: await currentRequestId() }
    return checkAndRun(options.input, form, (input) => options.run(ctx, input))
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
