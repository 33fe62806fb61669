/** What one question's fields say: the answer, and whether it is marked to be looked at again. */
export type Said = { value: string[]; flagged: boolean }

/** The number of a question on its paper. */
export const positionOf = (question: HTMLElement) => Number(question.dataset.position)

/** A field that is typed into, which is saved when typing pauses. */
export const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLInputElement && (target.type === 'text' || target.inputMode === 'decimal')

/** The fields as they stand now. */
export function saidIn(question: HTMLElement): Said {
  const flag = question.querySelector<HTMLInputElement>(`[name="flag${question.dataset.position}"]`)
  return { value: answerIn(question), flagged: flag?.checked ?? false }
}

function answerIn(question: HTMLElement): string[] {
  const fields = [...question.querySelectorAll<HTMLInputElement | HTMLSelectElement>(answerFields(question))]
  return fields
    .filter((field) => field instanceof HTMLSelectElement || field.checked || isTyped(field))
    .map((field) => field.value.trim())
    .filter((value) => value !== '')
}

/** Whether something is chosen or typed, and of list boxes every one. */
export function isAnswered(question: HTMLElement): boolean {
  const lists = question.querySelectorAll(`select${answerFields(question)}`).length
  return answerIn(question).length >= Math.max(1, lists)
}

/** Whether its fields say something else than the page that came from the server: answered before the script was there. */
export function isTouched(question: HTMLElement): boolean {
  const names = `${answerFields(question)}, [name="flag${question.dataset.position}"]`
  return [...question.querySelectorAll<HTMLInputElement | HTMLSelectElement>(names)].some((field) => {
    if (field instanceof HTMLSelectElement) {
      const options = [...field.options]
      return field.value !== (options.find((option) => option.defaultSelected) ?? options[0])?.value
    }
    return isTyped(field) ? field.value !== field.defaultValue : field.checked !== field.defaultChecked
  })
}

/** Puts an answer kept by this browser back into the fields. */
export function fill(question: HTMLElement, { value, flagged }: Said): void {
  for (const field of question.querySelectorAll<HTMLInputElement | HTMLSelectElement>(answerFields(question))) {
    if (field instanceof HTMLSelectElement)
      field.value = [...field.options].find((option) => value.includes(option.value))?.value ?? ''
    else if (isTyped(field)) field.value = value[0] ?? ''
    else field.checked = value.includes(field.value)
  }
  const flag = question.querySelector<HTMLInputElement>(`[name="flag${question.dataset.position}"]`)
  if (flag) flag.checked = flagged
}

const answerFields = (question: HTMLElement) => `[name="q${question.dataset.position}"]`
