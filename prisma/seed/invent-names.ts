import type { SeededRandom } from '@/domain/labs/seeded-random'
import { BRAND_FIRST, BRAND_SECOND, LEGAL_FORMS, TRADES } from './words'

/** Names that say by their first characters that no such enterprise exists; each brand is used once. Sizes up to some 1,400. */
export function inventNames(random: SeededRandom, count: number): { name: string; industry: string }[] {
  const brands = BRAND_FIRST.flatMap((first) => BRAND_SECOND.map((second) => `${first}${second}`))
  if (count > brands.length) throw new RangeError(`There are ${brands.length} brands, ${count} are wanted.`)
  return [
    '甬江',
    ...random.sample(
      brands.filter((brand) => brand !== '甬江'),
      count - 1,
    ),
  ].map((brand, index) => {
    const [trade, industry] = index === 0 ? (TRADES[0] ?? ['', '']) : random.pick(TRADES)
    return { name: `示例·${brand}${trade}${index === 0 ? '有限公司' : random.pick(LEGAL_FORMS)}`, industry }
  })
}
