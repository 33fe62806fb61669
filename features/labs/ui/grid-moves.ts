/** A place of the desk where something is typed or chosen. */
export type DeskControl = HTMLInputElement | HTMLSelectElement

/** The rows of a form as a spreadsheet would have them: every row of a table, and each cell of a list for itself. */
function gridOf(form: HTMLFormElement): DeskControl[][] {
  return [...form.querySelectorAll('[data-desk-row]')].map((row) => controlsIn(row)).filter((row) => row.length > 0)
}

function controlsIn(row: Element): DeskControl[] {
  const all = row.querySelectorAll<DeskControl>('input[name^="cell-"]:not([type="hidden"]), select[name^="cell-"]')
  const first = new Map<string, DeskControl>()
  for (const control of all) if (!first.has(control.name)) first.set(control.name, control)
  return [...first.values()]
}

/** The control of the event when it is one of the desk's cells. */
export function controlOf(target: EventTarget): DeskControl | null {
  const isControl = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
  return isControl && target.name.startsWith('cell-') ? target : null
}

/** Where a key leads, like in a spreadsheet; null when the key means something else here. */
export function neighbour(
  form: HTMLFormElement,
  from: DeskControl,
  key: { key: string; shiftKey: boolean },
): DeskControl | null {
  const isText = from instanceof HTMLInputElement && from.type === 'text'
  if (key.key === 'Enter') return moved(form, from, key.shiftKey ? -1 : 1, 0)
  if (!isText) return null
  if (key.key === 'ArrowDown') return moved(form, from, 1, 0)
  if (key.key === 'ArrowUp') return moved(form, from, -1, 0)
  const isWhole = from.selectionStart === 0 && from.selectionEnd === from.value.length
  if (key.key === 'ArrowLeft' && (isWhole || from.selectionEnd === 0)) return moved(form, from, 0, -1)
  if (key.key === 'ArrowRight' && (isWhole || from.selectionStart === from.value.length)) return moved(form, from, 0, 1)
  return null
}

function moved(form: HTMLFormElement, from: DeskControl, down: number, right: number): DeskControl | null {
  const grid = gridOf(form)
  const row = grid.findIndex((controls) => controls.some((control) => control.name === from.name))
  const column = grid[row]?.findIndex((control) => control.name === from.name) ?? 0
  if (right !== 0) return grid[row]?.[column + right] ?? null
  const next = grid[row + down]
  return next?.[Math.min(column, next.length - 1)] ?? null
}

/**
 * Which texts of a block copied from a spreadsheet belong into which cells, from one cell on to the right and downwards.
 * What has no cell is left out.
 */
export function blockAt(form: HTMLFormElement, from: DeskControl, pasted: string): [DeskControl, string][] {
  const grid = gridOf(form)
  const row = grid.findIndex((controls) => controls.some((control) => control.name === from.name))
  const column = grid[row]?.findIndex((control) => control.name === from.name) ?? 0
  return blockOf(pasted).flatMap((texts, down) =>
    texts.flatMap((text, right): [DeskControl, string][] => {
      const control = grid[row + down]?.[column + right]
      return control ? [[control, text]] : []
    }),
  )
}

/** Copied cells as rows of texts; a spreadsheet ends its block with a line break that means nothing. */
export function blockOf(pasted: string): string[][] {
  const lines = pasted.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  return lines.map((line) => line.split('\t').map((text) => text.trim()))
}

/** Writes a text into a cell; an option is found by its id or its words. */
export function write(control: DeskControl, text: string): void {
  if (control instanceof HTMLSelectElement) {
    const option = [...control.options].find(({ value, label }) => value === text || label === text)
    if (option) control.value = option.value
  } else if (control.type === 'checkbox') {
    const chosen = text.split(',')
    for (const box of boxesOf(control)) box.checked = chosen.includes(box.value)
  } else control.value = text
}

/** What a cell holds now, as it is saved. */
export function textOf(control: DeskControl): string {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    return boxesOf(control)
      .filter((box) => box.checked)
      .map((box) => box.value)
      .join(',')
  }
  return control.value
}

function boxesOf(control: HTMLInputElement): HTMLInputElement[] {
  return [...(control.form?.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${control.name}"]`) ?? [])]
}
