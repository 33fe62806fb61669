import { randomFrom } from '@/domain/exams/random'
import { makeUscc } from '@/domain/roster/uscc'
import divisions from '@/features/roster/ready-regions/ningbo.json' with { type: 'json' }
import { BRAND_FIRST, BRAND_SECOND, GIVEN_NAMES, LEGAL_FORMS, SURNAMES, TRADES } from '@/prisma/seed/words'

/** Somebody of an enterprise as the office knows them. */
export interface KnownPerson {
  kind: 'HEAD' | 'CLERK'
  name: string
  mobile: string
}

/** An enterprise of the office's roster. */
export interface KnownEnterprise {
  name: string
  uscc: string
  county: string
  township: string
  head: KnownPerson
  clerk: KnownPerson
}

const CITY_FIRST = ['宁波', '宁波市', '']

/**
 * The roster of an invented office: names as real ones are built (city, brand, trade, form), brands used several times by different
 * trades, so that near-collisions are as common as in life. The same seed gives the same office.
 */
export function inventedOffice(seed: string, count: number): KnownEnterprise[] {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const towns = divisions.counties.flatMap(({ name, code, townships }) =>
    townships.map((town) => ({ county: name, code, township: town.name })),
  )
  const taken = new Set<string>()
  let mobiles = 0
  const person = (kind: KnownPerson['kind']): KnownPerson => {
    mobiles += 1
    const mobile = `1990${String((mobiles * 7_919) % 10_000_000).padStart(7, '0')}`
    return { kind, name: `${pick(SURNAMES)}${pick(GIVEN_NAMES)}`, mobile }
  }
  return Array.from({ length: count }, (_, index) => {
    let name = ''
    do {
      const [trade] = pick(TRADES)
      name = `${pick(CITY_FIRST)}示例${pick(BRAND_FIRST)}${pick(BRAND_SECOND)}${trade}${pick(LEGAL_FORMS)}`
    } while (taken.has(name))
    taken.add(name)
    const town = towns[index % towns.length] as (typeof towns)[number]
    const { county, township } = town
    return {
      name,
      uscc: makeUscc(town.code, index + 1),
      county,
      township,
      head: person('HEAD'),
      clerk: person('CLERK'),
    }
  })
}
