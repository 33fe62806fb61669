import { type CalculatorKind, calculate } from '@/domain/calculators/calculate'

/** Opens the inputs of every calculator below `root` and keeps their results in step. Nothing typed leaves the browser. */
export function awakenCalculators(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>('[data-calc]')) {
    const inputs = [...box.querySelectorAll<HTMLInputElement>('[data-input]')]
    for (const input of inputs) input.readOnly = false
    box.querySelector('.calc-local')?.removeAttribute('hidden')
    box.addEventListener('input', () => refresh(box, inputs))
  }
}

function refresh(box: HTMLElement, inputs: readonly HTMLInputElement[]): void {
  const values = Object.fromEntries(inputs.map((input) => [input.dataset.input ?? '', input.value]))
  const lines = calculate(box.dataset.calc as CalculatorKind, values)
  box.querySelector('.calc-invalid')?.toggleAttribute('hidden', lines !== null)
  for (const output of box.querySelectorAll<HTMLElement>('[data-result]')) {
    const line = lines?.find((one) => one.name === output.dataset.result)
    output.textContent = line ? worded(output, line.text) : '—'
  }
}

/** A verdict's code in words; the words came with the page. */
function worded(output: HTMLElement, text: string): string {
  const words = output.dataset.words
  return words ? ((JSON.parse(words) as Record<string, string>)[text] ?? text) : text
}
