import { htmlToMdx } from '../html-to-mdx'
import type { ShownQuestion } from '../shown-question'
import type { Note } from '../written-question'
import { allBelow, childOf, childrenOf, innerXml, textOf, type XmlNode, XmlRefused } from '../xml-tree'

const INTERACTIONS = [
  'qti-choice-interaction',
  'qti-text-entry-interaction',
  'qti-order-interaction',
  'qti-match-interaction',
] as const

/** What an item shows; null for what is noted and left out. @throws XmlRefused where it has no right answer */
export function shownInItem(item: XmlNode, where: string, notes: Note[]): ShownQuestion | null {
  const body = childOf(item, 'qti-item-body')
  const found = INTERACTIONS.flatMap((name) => allBelow(body, name))
  const others = [...(body ? everyElement(body) : [])].filter(
    ({ name }) => name.endsWith('-interaction') && !INTERACTIONS.some((one) => one === name),
  )
  const [interaction] = found
  if (!interaction || found.length > 1 || others.length > 0) {
    notes.push({
      where,
      what: `left out: ${found.length > 1 ? 'several interactions in an item' : (others[0]?.name ?? 'no interaction')}`,
    })
    return null
  }
  const words = (node: XmlNode | undefined, without: readonly string[] = []) => {
    const kept = node
      ? {
          ...node,
          children: node.children.filter((child) => typeof child === 'string' || !without.includes(child.name)),
        }
      : undefined
    return htmlToMdx(innerXml(kept), (what) => notes.push({ where, what }))
  }
  const common = {
    prompt: promptOf(body, interaction, words),
    because: words(childOf(childOf(item, 'qti-modal-feedback'), 'qti-content-body')) || null,
  }
  if (common.prompt === '') throw new XmlRefused(item.line, 'an item without words')
  const declaration = childOf(item, 'qti-response-declaration')
  const right = allBelow(childOf(declaration, 'qti-correct-response'), 'qti-value').map((value) => textOf(value).trim())
  if (right.length === 0) throw new XmlRefused(item.line, 'an item without a right answer')
  switch (interaction.name) {
    case 'qti-choice-interaction':
      return choice(interaction, right, common, words)
    case 'qti-order-interaction':
      return { ...common, kind: 'ordering', items: right.map((id) => words(choiceCalled(interaction, id))) }
    case 'qti-match-interaction':
      return matching(interaction, right, common, words)
    default:
      return entry(item, declaration, right, common)
  }
}

type Words = (node: XmlNode | undefined, without?: readonly string[]) => string
type Common = { prompt: string; because: string | null }

function promptOf(body: XmlNode | undefined, interaction: XmlNode, words: Words): string {
  const prompt = childOf(interaction, 'qti-prompt')
  if (prompt) return words(prompt)
  const told = allBelow(body, 'div').find((div) => div.attributes.class === 'prompt')
  return words(told ?? body, ['qti-text-entry-interaction'])
}

function choice(interaction: XmlNode, right: readonly string[], common: Common, words: Words): ShownQuestion {
  const choices = childrenOf(interaction, 'qti-simple-choice')
  const ids = choices.map(({ attributes }) => attributes.identifier ?? '')
  if (ids.join() === 'true,false') return { ...common, kind: 'truefalse', answer: right[0] === 'true' }
  const options = choices.map((one) => ({
    text: words(one, ['qti-feedback-inline']),
    correct: right.includes(one.attributes.identifier ?? ''),
    because: words(childOf(one, 'qti-feedback-inline')) || null,
  }))
  if (!options.some(({ correct }) => correct))
    throw new XmlRefused(interaction.line, 'the right answer is none of the choices')
  return { ...common, kind: right.length === 1 ? 'single' : 'multiple', options }
}

function choiceCalled(interaction: XmlNode, id: string): XmlNode {
  const found = childrenOf(interaction, 'qti-simple-choice').find(({ attributes }) => attributes.identifier === id)
  if (!found) throw new XmlRefused(interaction.line, `there is no choice ${id}`)
  return found
}

function matching(interaction: XmlNode, right: readonly string[], common: Common, words: Words): ShownQuestion {
  const [lefts = [], rights = []] = childrenOf(interaction, 'qti-simple-match-set').map((set) =>
    childrenOf(set, 'qti-simple-associable-choice'),
  )
  const called = (list: readonly XmlNode[], id: string | undefined) =>
    list.find(({ attributes }) => attributes.identifier === id)
  const pairs = right.map((pair) => {
    const [one, other] = pair.split(/\s+/)
    const [left, target] = [called(lefts, one), called(rights, other)]
    if (!left || !target) throw new XmlRefused(interaction.line, `there is no pair ${pair}`)
    return { left: words(left), right: words(target), id: other }
  })
  if (pairs.length < 3) throw new XmlRefused(interaction.line, 'matching needs at least three pairs')
  const used = new Set(pairs.map(({ id }) => id))
  const distractors = rights.filter(({ attributes }) => !used.has(attributes.identifier)).map((spare) => words(spare))
  return {
    ...common,
    kind: 'matching',
    pairs: pairs.map(({ left, right: target }) => ({ left, right: target })),
    distractors,
  }
}

function entry(
  item: XmlNode,
  declaration: XmlNode | undefined,
  right: readonly string[],
  common: Common,
): ShownQuestion {
  if (declaration?.attributes['base-type'] === 'string') {
    const mapped = allBelow(declaration, 'qti-map-entry').filter(
      ({ attributes }) => Number(attributes['mapped-value']) >= 1,
    )
    const accepted = [...new Set([...right, ...mapped.map(({ attributes }) => attributes['map-key'] ?? '')])].filter(
      Boolean,
    )
    return { ...common, kind: 'fillin', accepted }
  }
  const [answer = ''] = right
  if (!/^-?\d+(?:\.\d+)?$/.test(answer)) throw new XmlRefused(item.line, `"${answer}" is no number`)
  const equal = allBelow(childOf(item, 'qti-response-processing'), 'qti-equal')[0]
  const tolerance = equal?.attributes.tolerance?.split(/\s+/)[0] ?? '0'
  const unit = textOf(
    allBelow(childOf(item, 'qti-item-body'), 'span').find((span) => span.attributes.class === 'unit'),
  ).trim()
  return { ...common, kind: 'numeric', answer, tolerance, unit: unit || null }
}

function everyElement(node: XmlNode): XmlNode[] {
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...everyElement(child)]))
}
