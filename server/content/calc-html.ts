import { CALCULATORS, type CalculatorKind, calculate, type ResultLine, type Unit } from '@/domain/calculators/calculate'

/** The words a calculator prints; from the catalogue, so that the browser's copy says the same. */
export type CalcLabels = {
  heading: string
  local: string
  invalid: string
  units: Record<Unit, string>
  titles: Record<CalculatorKind, string>
  inputs: Record<string, Record<string, string>>
  results: Record<string, Record<string, string>>
  verdicts: Record<string, string>
}

/** Is this the name of a calculator? */
export function isCalculator(kind: string): kind is CalculatorKind {
  return Object.hasOwn(CALCULATORS, kind)
}

/**
 * The HTML of one calculator with its worked numbers filled in: a table of inputs and results that reads well without
 * JavaScript, and input fields the browser brings to life. Nothing in it is ever sent: the fields have no name and no form.
 *
 * @param id unique on the page, for labels
 * @returns null when an input is missing or cannot be computed
 */
export function calcHtml(
  kind: CalculatorKind,
  values: Readonly<Record<string, string>>,
  labels: CalcLabels,
  id: string,
): string | null {
  const lines = calculate(kind, values)
  if (!lines) return null
  const fields = Object.entries(CALCULATORS[kind]).map(([name, unit]) =>
    field(kind, name, unit, values[name] ?? '', labels, id),
  )
  const results = lines.map((line) => resultRow(kind, line, labels)).join('')
  return (
    `<div class="calc" data-calc="${kind}" role="group" aria-labelledby="${id}">` +
    `<p class="calc-title" id="${id}"><span>${escapeHtml(labels.heading)}</span>${escapeHtml(labels.titles[kind])}</p>` +
    `<div class="calc-inputs">${fields.join('')}</div>` +
    `<dl class="calc-results" aria-live="polite">${results}</dl>` +
    `<p class="calc-invalid" hidden>${escapeHtml(labels.invalid)}</p>` +
    `<p class="calc-local" hidden>${escapeHtml(labels.local)}</p></div>`
  )
}

function field(kind: CalculatorKind, name: string, unit: Unit, value: string, labels: CalcLabels, id: string): string {
  const label = escapeHtml(labels.inputs[kind]?.[name] ?? name)
  return (
    `<p class="calc-field"><label for="${id}-${name}">${label}</label>` +
    `<span class="calc-value"><input id="${id}-${name}" data-input="${name}" inputmode="decimal" autocomplete="off" ` +
    `maxlength="20" value="${escapeHtml(value)}" readonly><span class="calc-unit">${escapeHtml(labels.units[unit])}</span></span></p>`
  )
}

function resultRow(kind: CalculatorKind, line: ResultLine, labels: CalcLabels): string {
  const label = escapeHtml(labels.results[kind]?.[line.name] ?? line.name)
  const words = JSON.stringify(labels.verdicts)
  const data = line.unit === 'verdict' ? ` data-words="${escapeHtml(words)}"` : ''
  const text = line.unit === 'verdict' ? (labels.verdicts[line.text] ?? line.text) : line.text
  const unit = line.unit === 'verdict' ? '' : `<span class="calc-unit">${escapeHtml(labels.units[line.unit])}</span>`
  return `<div><dt>${label}</dt><dd><output data-result="${line.name}"${data}>${escapeHtml(text)}</output>${unit}</dd></div>`
}

/** Escapes text for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
