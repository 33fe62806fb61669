/**
 * A server action whose answer is not shown (the page itself is read again) as what `<form action>` wants.
 */
export function asFormHandler(action: (form: FormData) => Promise<unknown>): (form: FormData) => Promise<void> {
  return action as (form: FormData) => Promise<void>
}
