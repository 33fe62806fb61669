import { sumFen } from '../fen'
import type { Paper } from '../paper'
import { asPaper, type Drafts, type Drawing } from './paper-parts'
import { goodsDrafts } from './papers-goods'
import { peopleDrafts } from './papers-people'
import { serviceDrafts } from './papers-services'
import type { SortingCase, Voucher } from './sorting-case'

const DRAFTS: Drafts = { ...peopleDrafts, ...goodsDrafts, ...serviceDrafts }

/** The pile: every voucher as the document it is. It says what a real one says, and never where it belongs. */
export function papersOf(one: SortingCase): Paper[] {
  return one.vouchers.map((voucher) => asPaper(draftOf(one, voucher), voucher))
}

function draftOf(one: SortingCase, voucher: Voucher) {
  const item = voucher.parts[0]?.item
  const draft = item && DRAFTS[item]
  if (!draft) throw new RangeError(`no document for ${voucher.kind}`)
  const amount = sumFen(voucher.parts.map((part) => part.amount))
  const pick: Drawing['pick'] = (words, turn = 0) => words[(voucher.variant + turn) % words.length] ?? ''
  return draft({ one, voucher, amount, pick })
}
