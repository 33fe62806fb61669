import { type ShownQuestion, shownOf } from '../shown-question'
import { keptText, type WrittenQuestion } from '../written-question'
import { mdxToHtml } from '../mdx-to-html'
import { element, escapeXml } from '../xml-tree'

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0'
const TEMPLATES = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates'

/** A class that tells readers of ours what the standard has no word for; other programs pass over it. */
export const KEPT_ATTRIBUTE = 'data-zhixing'

/** One question as a 1EdTech QTI 3.0 assessment item. */
export function qtiItem(written: WrittenQuestion): string {
  const { question, group } = written
  const shown = shownOf(question)
  const { declaration, interaction, processing } = parts(shown)
  const material = group ? element('div', { class: 'stimulus' }, mdxToHtml(group.material)) : ''
  const body = element('div', { [KEPT_ATTRIBUTE]: keptText(written) }, material + interaction)
  const feedback = shown.because
    ? element(
        'qti-modal-feedback',
        { 'outcome-identifier': 'FEEDBACK', identifier: 'reason', 'show-hide': 'show' },
        element('qti-content-body', {}, element('div', {}, mdxToHtml(shown.because))),
      )
    : ''
  const outcomes =
    element('qti-outcome-declaration', { identifier: 'SCORE', cardinality: 'single', 'base-type': 'float' }) +
    element('qti-outcome-declaration', { identifier: 'FEEDBACK', cardinality: 'multiple', 'base-type': 'identifier' })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'qti-assessment-item',
    {
      xmlns: NAMESPACE,
      identifier: question.id,
      title: question.id,
      adaptive: 'false',
      'time-dependent': 'false',
      'xml:lang': 'zh-CN',
    },
    `\n${[declaration, outcomes, element('qti-item-body', {}, body), processing, feedback].filter(Boolean).join('\n')}\n`,
  )}\n`
}

type Parts = { declaration: string; interaction: string; processing: string }
const template = (name: string) => element('qti-response-processing', { template: `${TEMPLATES}/${name}.xml` })
const MATCH = template('match_correct')
const MAPPED = template('map_response')

function parts(shown: ShownQuestion): Parts {
  const prompt = element('qti-prompt', {}, mdxToHtml(shown.prompt))
  switch (shown.kind) {
    case 'single':
    case 'multiple': {
      const choices = []
      for (const [index, { text, because }] of shown.options.entries()) {
        const told = { 'outcome-identifier': 'FEEDBACK', identifier: `o${index}`, 'show-hide': 'show' }
        const reason = because ? element('qti-feedback-inline', told, mdxToHtml(because)) : ''
        choices.push(element('qti-simple-choice', { identifier: `o${index}` }, mdxToHtml(text) + reason))
      }
      const right = shown.options.flatMap(({ correct }, index) => (correct ? [`o${index}`] : []))
      const isSingle = shown.kind === 'single'
      return {
        declaration: declared(
          isSingle ? 'single' : 'multiple',
          'identifier',
          right,
          isSingle ? '' : shares(shown.options),
        ),
        interaction: choiceInteraction(isSingle ? 1 : 0, prompt + choices.join('')),
        processing: isSingle ? MATCH : MAPPED,
      }
    }
    case 'truefalse': {
      const choices = [['true', '对'] as const, ['false', '不对'] as const].map(([identifier, word]) =>
        element('qti-simple-choice', { identifier }, word),
      )
      return {
        declaration: declared('single', 'identifier', [String(shown.answer)]),
        interaction: choiceInteraction(1, prompt + choices.join('')),
        processing: MATCH,
      }
    }
    case 'numeric':
      return {
        declaration: declared('single', 'float', [shown.answer]),
        interaction: entry(prompt, shown.unit),
        processing: near(shown.tolerance),
      }
    case 'fillin':
      return {
        declaration: declared(
          'single',
          'string',
          shown.accepted.slice(0, 1),
          mapping(shown.accepted.map((word) => [word, '1'])),
        ),
        interaction: entry(prompt, null),
        processing: MAPPED,
      }
    case 'ordering': {
      const choices = []
      for (const [index, item] of shown.items.entries())
        choices.push({ item, xml: element('qti-simple-choice', { identifier: `o${index}` }, mdxToHtml(item)) })
      // In an order of their own, or a program that does not shuffle shows the right one.
      choices.sort((one, other) => (one.item < other.item ? -1 : 1))
      const inside = prompt + choices.map(({ xml }) => xml).join('')
      return {
        declaration: declared(
          'ordered',
          'identifier',
          shown.items.map((_, index) => `o${index}`),
        ),
        interaction: element('qti-order-interaction', { 'response-identifier': 'RESPONSE', shuffle: 'true' }, inside),
        processing: MATCH,
      }
    }
    case 'matching':
      return matching(shown, prompt)
  }
}

function matching(shown: Extract<ShownQuestion, { kind: 'matching' }>, prompt: string): Parts {
  const rights = [...new Set([...shown.pairs.map(({ right }) => right), ...shown.distractors])]
  const associable = (identifier: string, text: string, most: number) =>
    element('qti-simple-associable-choice', { identifier, 'match-max': most }, mdxToHtml(text))
  const lefts = []
  for (const [index, { left }] of shown.pairs.entries()) lefts.push(associable(`l${index}`, left, 1))
  const targets = []
  for (const [index, right] of rights.entries()) targets.push(associable(`r${index}`, right, 0))
  const pairs = shown.pairs.map(({ right }, index) => `l${index} r${rights.indexOf(right)}`)
  const set = (choices: readonly string[]) => element('qti-simple-match-set', {}, choices.join(''))
  const attributes = { 'response-identifier': 'RESPONSE', shuffle: 'true', 'max-associations': 0 }
  return {
    declaration: declared(
      'multiple',
      'directedPair',
      pairs,
      mapping(pairs.map((pair) => [pair, String(1 / pairs.length)])),
    ),
    interaction: element('qti-match-interaction', attributes, prompt + set(lefts) + set(targets)),
    processing: MAPPED,
  }
}

function declared(cardinality: string, baseType: string, right: readonly string[], map = ''): string {
  const values = right.map((value) => element('qti-value', {}, escapeXml(value))).join('')
  const attributes = { identifier: 'RESPONSE', cardinality, 'base-type': baseType }
  return element('qti-response-declaration', attributes, element('qti-correct-response', {}, values) + map)
}

function mapping(entries: readonly (readonly [string, string])[]): string {
  const told = entries.map(([key, value]) =>
    element('qti-map-entry', { 'map-key': key, 'mapped-value': value, 'case-sensitive': 'false' }),
  )
  return element('qti-mapping', { 'lower-bound': 0, 'upper-bound': 1, 'default-value': 0 }, told.join(''))
}

function shares(options: readonly { correct: boolean }[]): string {
  const right = options.filter(({ correct }) => correct).length
  const wrong = options.length - right
  return mapping(options.map(({ correct }, index) => [`o${index}`, String(correct ? 1 / right : -1 / wrong)]))
}

function choiceInteraction(most: number, inside: string): string {
  return element(
    'qti-choice-interaction',
    { 'response-identifier': 'RESPONSE', shuffle: 'true', 'max-choices': most },
    inside,
  )
}

/** A text entry stands in a line and has no prompt of its own. */
function entry(prompt: string, unit: string | null): string {
  const words = prompt.replace(/^<qti-prompt>|<\/qti-prompt>$/g, '')
  const field = element('qti-text-entry-interaction', { 'response-identifier': 'RESPONSE' })
  const named = unit ? element('span', { class: 'unit' }, escapeXml(unit)) : ''
  return element('div', { class: 'prompt' }, words) + element('p', {}, field + named)
}

function near(tolerance: string): string {
  const compared = element(
    'qti-equal',
    { 'tolerance-mode': 'absolute', tolerance: `${tolerance} ${tolerance}` },
    element('qti-variable', { identifier: 'RESPONSE' }) + element('qti-correct', { identifier: 'RESPONSE' }),
  )
  const set = element(
    'qti-set-outcome-value',
    { identifier: 'SCORE' },
    element('qti-base-value', { 'base-type': 'float' }, '1'),
  )
  return element(
    'qti-response-processing',
    {},
    element('qti-response-condition', {}, element('qti-response-if', {}, compared + set)),
  )
}
