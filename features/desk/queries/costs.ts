import 'server-only'
import { contentCatalog } from '@/server/content/catalog'
import type { DeskCost } from '@/server/content/desk'

/** Kinds of cost whose name or other words hold what was typed; all of them for nothing typed. */
export function foundCosts(search: string): DeskCost[] {
  const asked = search.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  const { costs } = contentCatalog().desk
  if (asked === '') return costs
  return costs.filter(({ name, words }) =>
    [name, ...words].some((word) => {
      const plain = word.toLowerCase()
      return plain.includes(asked) || asked.includes(plain)
    }),
  )
}
