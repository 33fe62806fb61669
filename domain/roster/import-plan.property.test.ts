import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crossRowProblems } from './cross-row-problems'
import { type PlanOptions, type PlanRow, planImport } from './import-plan'
import type { PersonMention } from './people-cell'
import type { Change, PersonRef } from './plan-change'
import type { CurrentEntry, CurrentSeat, KnownPerson } from './roster-facts'

const options: PlanOptions = { keyDefault: true, choiceOf: () => ({}), parentOf: (leaf) => leaf.slice(0, 1) }
const names = ['张三', '李四', '王五', '赵六']
const mobiles = ['13800138000', '13800138001', '13800138002', '13800138003']

/** In the files of these tests a mobile always has one name, as cross-row problems take the others out beforehand. */
const mention = fc.record({ who: fc.integer({ min: 0, max: 3 }), hasMobile: fc.boolean() }).map(
  ({ who, hasMobile }): PersonMention => ({
    name: names[who] ?? '',
    mobile: hasMobile ? (mobiles[who] ?? null) : null,
    post: null,
    delegation: null,
  }),
)
const row = fc.record({
  code: fc.integer({ min: 0, max: 5 }),
  leafId: fc.constantFrom('a1', 'a2', 'b1', null),
  isKey: fc.constantFrom(true, false, null),
  industry: fc.constantFrom('制造', null),
  head: fc.option(mention),
  clerks: fc.array(mention, { maxLength: 3 }),
})
const file = fc.array(row, { maxLength: 12 }).map((rows) =>
  rows.map(
    ({ code, ...rest }, position): PlanRow => ({
      ...rest,
      position,
      uscc: `code-${code}`,
      name: `示例企业${code}`,
      isUnknownTownship: false,
    }),
  ),
)

/** A roster in memory that writes what a plan says, as confirming does in SQL. */
class Roster {
  readonly entries = new Map<string, CurrentEntry>()
  readonly people = new Map<string, KnownPerson>()
  private next = 0
  private id(): string {
    this.next += 1
    return `id-${String(this.next).padStart(6, '0')}`
  }

  apply(rows: readonly PlanRow[], chosen: PlanOptions = options): void {
    for (const plan of planImport(rows, this.entries, this.people, chosen)) {
      if (plan.verdict !== 'NEW' && plan.verdict !== 'CHANGED') continue
      const entry = this.entries.get(plan.uscc) ?? this.blank(plan.uscc)
      for (const change of plan.changes) this.write(entry, change)
      this.entries.set(plan.uscc, entry)
    }
  }

  private blank(uscc: string): CurrentEntry {
    return {
      uscc,
      enterpriseId: this.id(),
      entryId: null,
      name: null,
      industry: null,
      placement: null,
      isInArea: true,
      seats: [],
    }
  }

  private write(entry: CurrentEntry, change: Change): void {
    if (change.kind === 'entry') entry.entryId = this.id()
    if (change.kind === 'name') Object.assign(entry, { name: change.name, industry: change.industry })
    if (change.kind === 'placement')
      entry.placement = { leafId: change.leafId, isKey: change.isKey, fromOn: '2026-11-01' }
    if (change.kind === 'mobile') this.learn(change.personId, change.mobile)
    if (change.kind === 'seat')
      entry.seats.push({
        seatId: this.id(),
        kind: change.seatKind,
        holder: change.person && this.holder(change.person),
      })
    const seat = change.kind === 'hold' && entry.seats.find(({ seatId }) => seatId === change.seatId)
    if (change.kind === 'hold' && seat) seat.holder = this.holder(change.person)
  }

  private holder(ref: PersonRef): NonNullable<CurrentSeat['holder']> {
    const base = { holdingId: this.id(), fromOn: '2026-11-01', delegation: null }
    if ('personId' in ref) {
      return { ...base, personId: ref.personId, name: this.nameOf(ref.personId), hasMobile: true }
    }
    const known = ref.mobile ? this.people.get(ref.mobile) : undefined
    const personId = known?.personId ?? this.id()
    if (ref.mobile) this.people.set(ref.mobile, { personId, name: ref.name })
    return { ...base, personId, name: ref.name, hasMobile: ref.mobile !== null }
  }

  private learn(personId: string, mobile: string): void {
    for (const { seats } of this.entries.values())
      for (const { holder } of seats) if (holder?.personId === personId) holder.hasMobile = true
    this.people.set(mobile, { personId, name: this.nameOf(personId) })
  }

  private nameOf(personId: string): string {
    const holders = [...this.entries.values()].flatMap(({ seats }) => seats.flatMap(({ holder }) => holder ?? []))
    return [...holders, ...this.people.values()].find((person) => person.personId === personId)?.name ?? ''
  }
}

describe('planImport', () => {
  it('gives every row exactly one place in the result', () => {
    fc.assert(
      fc.property(file, file, (before, rows) => {
        const roster = new Roster()
        roster.apply(before)
        const planned = planImport(rows, roster.entries, roster.people, options).flatMap(({ positions }) => positions)
        expect(planned.sort((a, b) => a - b)).toEqual(rows.map(({ position }) => position))
      }),
    )
  })

  it('is deterministic', () => {
    fc.assert(
      fc.property(file, file, (before, rows) => {
        const roster = new Roster()
        roster.apply(before)
        const once = planImport(rows, roster.entries, roster.people, options)
        expect(planImport(structuredClone(rows), new Map(roster.entries), new Map(roster.people), options)).toEqual(
          once,
        )
      }),
    )
  })

  it('changes nothing when the same file comes again after its good rows were written', () => {
    fc.assert(
      fc.property(file, file, fc.constantFrom('add', 'keep', undefined), (before, rows, clerk) => {
        const roster = new Roster()
        roster.apply(before)
        const chosen = { ...options, choiceOf: () => (clerk ? { clerk, head: 'replace', name: 'rename' } : {}) }
        const good = new Set(
          planImport(rows, roster.entries, roster.people, chosen)
            .filter(({ verdict }) => verdict !== 'CONFLICT' && verdict !== 'INVALID')
            .map(({ uscc }) => uscc),
        )
        roster.apply(rows, chosen)
        const again = planImport(rows, roster.entries, roster.people, chosen).filter(({ uscc }) => good.has(uscc))
        expect(again.flatMap(({ changes }) => changes)).toEqual([])
      }),
    )
  })

  it('never takes a seat from anybody without being told to', () => {
    fc.assert(
      fc.property(file, file, (before, rows) => {
        const roster = new Roster()
        roster.apply(before)
        const changes = planImport(rows, roster.entries, roster.people, options).flatMap((plan) => plan.changes)
        expect(changes.filter((change) => change.kind === 'hold' && change.replaces !== null)).toEqual([])
      }),
    )
  })
})

const seat = (seatId: string, kind: 'HEAD' | 'CLERK', name: string | null, hasMobile = true): CurrentSeat => ({
  seatId,
  kind,
  holder: name
    ? { holdingId: `h-${seatId}`, personId: `p-${name}`, name, hasMobile, fromOn: '2026-01-01', delegation: null }
    : null,
})
const known: CurrentEntry = {
  uscc: 'x',
  enterpriseId: 'e',
  entryId: 'r',
  name: '示例企业',
  industry: null,
  placement: { leafId: 'a1', isKey: true, fromOn: '2026-01-01' },
  isInArea: true,
  seats: [seat('1', 'HEAD', '张三'), seat('2', 'CLERK', '李四')],
}
const said: PlanRow = {
  position: 0,
  uscc: 'x',
  name: '示例企业',
  leafId: 'a1',
  isUnknownTownship: false,
  isKey: null,
  industry: null,
  head: null,
  clerks: [],
}
const clerk = (name: string, mobile: string | null = null): PersonMention => ({
  name,
  mobile,
  post: null,
  delegation: null,
})
const plan = (entry: CurrentEntry, changed: Partial<PlanRow>, people: [string, KnownPerson][] = [], choice = {}) =>
  planImport([{ ...said, ...changed }], new Map([['x', entry]]), new Map(people), {
    ...options,
    choiceOf: () => choice,
  })[0]

describe('the seat rules', () => {
  it('leaves a clerk who holds a seat, and fills a vacant seat before asking', () => {
    const vacancy = { ...known, seats: [...known.seats, seat('3', 'CLERK', null)] }
    expect(plan(vacancy, { clerks: [clerk('李四'), clerk('王五', '13900139000')] })).toMatchObject({
      verdict: 'CHANGED',
      changes: [{ kind: 'hold', seatId: '3', person: { name: '王五' }, replaces: null }],
    })
  })

  it('asks 替换 or 增加 for a clerk without a vacant seat, and does what was answered', () => {
    expect(plan(known, { clerks: [clerk('王五')] })).toMatchObject({
      verdict: 'CONFLICT',
      conflicts: [{ kind: 'clerk-unplaced', options: ['replace', 'add', 'keep'] }],
    })
    expect(plan(known, { clerks: [clerk('王五')] }, [], { clerk: 'replace' })).toMatchObject({
      changes: [{ kind: 'hold', seatId: '2', replaces: 'h-2' }],
    })
    expect(plan(known, { clerks: [clerk('王五')] }, [], { clerk: 'add' })).toMatchObject({
      changes: [{ kind: 'seat', seatKind: 'CLERK' }],
    })
  })

  it('changes nothing for a clerk missing from the file', () => {
    expect(plan(known, { clerks: [] })).toMatchObject({ verdict: 'UNCHANGED', changes: [] })
  })

  it('takes same mobile and same name for the same person, and refuses another name without saying whose it is', () => {
    const people: [string, KnownPerson][] = [['13900139000', { personId: 'p-李四', name: '李四' }]]
    expect(plan(known, { clerks: [clerk('李四', '13900139000')] }, people)).toMatchObject({ verdict: 'UNCHANGED' })
    const other = plan(known, { clerks: [clerk('王五', '13900139000')] }, people)
    expect(other).toMatchObject({
      verdict: 'CONFLICT',
      conflicts: [{ kind: 'mobile-other-name', options: [], current: '' }],
    })
    expect(JSON.stringify(other)).not.toContain('李四')
  })

  it('says nothing of an entry that stands in another area', () => {
    const foreign = plan({ ...known, isInArea: false }, { clerks: [clerk('王五')] })
    expect(foreign).toEqual({
      uscc: 'x',
      positions: [0],
      verdict: 'INVALID',
      refusal: 'entry-elsewhere',
      changes: [],
      conflicts: [],
    })
  })

  it('never moves an entry to "township unknown" of its own county', () => {
    expect(plan(known, { leafId: 'aX', isUnknownTownship: true })).toMatchObject({ verdict: 'UNCHANGED' })
    expect(plan(known, { leafId: 'a2' })).toMatchObject({ changes: [{ kind: 'placement', leafId: 'a2', isKey: true }] })
  })
})

it('finds one code with two names and one mobile with two names, on every row concerned', () => {
  const rows = [
    { ...said, sheet: 's', row: 2 },
    { ...said, sheet: 's', row: 3, position: 1, name: '另一企业', clerks: [clerk('李四', '13900139000')] },
    { ...said, sheet: 's', row: 4, position: 2, uscc: 'y', head: clerk('王五', '13900139000') },
  ]
  expect(crossRowProblems(rows).map(({ position, code, other }) => [position, code, other.row])).toEqual([
    [0, 'same-code-two-names', 3],
    [1, 'same-code-two-names', 2],
    [1, 'same-mobile-two-names', 4],
    [2, 'same-mobile-two-names', 3],
  ])
})
