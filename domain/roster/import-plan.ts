import { enterpriseNameKey } from './enterprise-name'
import type { PersonMention } from './people-cell'
import { nameKey } from './person-name'
import type { Change, Choice, Conflict, Verdict } from './plan-change'
import { foreignMobile, type PeopleByMobile, planClerks, planHead } from './plan-people'
import type { CurrentEntry } from './roster-facts'

/** A row without errors, its place found. Rows of one enterprise (several clerks, one a row) share its code. */
export interface PlanRow {
  position: number
  uscc: string
  name: string
  /** null = the sheet names no place. */
  leafId: string | null
  /** The leaf is a county's "township unknown": it never moves an entry that already stands in that county. */
  isUnknownTownship: boolean
  isKey: boolean | null
  industry: string | null
  head: PersonMention | null
  clerks: readonly PersonMention[]
}

export interface PlanOptions {
  /** What a new entry is when the sheet does not say. */
  keyDefault: boolean
  /** The officer's answers, by position of the first row of the enterprise. */
  choiceOf: (position: number) => Choice
  /** Parent of a leaf, to see that "township unknown" is the same county. */
  parentOf: (leafId: string) => string | null
}

/** What the import means for one enterprise. `positions` are its rows; the first one stands for it. */
export interface EntryPlan {
  uscc: string
  positions: number[]
  verdict: Verdict
  changes: Change[]
  conflicts: Conflict[]
  /** Set when a row cannot be written whatever is chosen. */
  refusal: 'entry-elsewhere' | 'region-missing' | null
}

/**
 * What confirming would do, enterprise by enterprise, in the order of their first rows.
 *
 * Pure and deterministic: equal facts and rows give an equal plan, and a plan of facts that already say what the rows
 * say has no changes. Every row given appears in exactly one entry plan. Never removes a seat or an entry.
 * Source: design.md 6.1 and the roster rules of docs/domain.
 */
export function planImport(
  rows: readonly PlanRow[],
  current: ReadonlyMap<string, CurrentEntry>,
  people: PeopleByMobile,
  options: PlanOptions,
): EntryPlan[] {
  const groups = [...groupByCode(rows).values()]
  const plan = (known: PeopleByMobile) =>
    groups.map((group) => planEntry(group, current.get(group[0]?.uscc ?? ''), known, options))
  const first = plan(people)
  const learned = learnedMobiles(first, groups, people)
  return learned.size === people.size ? first : plan(learned)
}

/**
 * The known people and those whom this file tells a number of: other rows with that number then mean the same person.
 * The first enterprise in file order decides when several holders of one name could be meant.
 */
function learnedMobiles(
  plans: readonly EntryPlan[],
  groups: readonly PlanRow[][],
  people: PeopleByMobile,
): PeopleByMobile {
  const all = new Map(people)
  for (const [i, { changes }] of plans.entries()) {
    const mentions = (groups[i] ?? []).flatMap(({ head, clerks }) => (head ? [head, ...clerks] : clerks))
    for (const change of changes) {
      if (change.kind !== 'mobile' || all.has(change.mobile)) continue
      const name = mentions.find(({ mobile }) => mobile === change.mobile)?.name ?? ''
      all.set(change.mobile, { personId: change.personId, name })
    }
  }
  return all
}

/** Rows by code, codes in the order of their first rows. */
export function groupByCode<R extends { uscc: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = groups.get(row.uscc)
    if (group) group.push(row)
    else groups.set(row.uscc, [row])
  }
  return groups
}

function planEntry(
  group: readonly PlanRow[],
  entry: CurrentEntry | undefined,
  people: PeopleByMobile,
  options: PlanOptions,
): EntryPlan {
  const positions = group.map(({ position }) => position)
  const said = joinRows(group)
  const base = { uscc: said.uscc, positions, changes: [], conflicts: [] }
  if (entry && !entry.isInArea) return { ...base, verdict: 'INVALID', refusal: 'entry-elsewhere' }
  if (!said.leafId && !entry?.placement) return { ...base, verdict: 'INVALID', refusal: 'region-missing' }
  const choice = options.choiceOf(positions[0] ?? -1)
  const parts = entry && standsOrStood(entry) ? planKnown(said, entry, people, choice) : planNew(said, people)
  const names = planName(said, entry, choice)
  const changes = [
    ...names.changes,
    ...(entry?.entryId ? [] : [{ kind: 'entry' } as const]),
    ...planPlacement(said, entry, options),
    ...parts.changes,
  ]
  const conflicts = [...names.conflicts, ...parts.conflicts]
  return {
    uscc: said.uscc,
    positions,
    verdict: verdictOf(entry, changes, conflicts),
    changes,
    conflicts,
    refusal: null,
  }
}

/**
 * Whether the roster says anything of the entry. An entry whose import was undone has neither a placement nor seats: it is
 * new again, and its row is used again. One that left keeps its seats.
 */
function standsOrStood({ entryId, placement, seats }: CurrentEntry): boolean {
  return entryId !== null && (placement !== null || seats.length > 0)
}

/** One enterprise's rows as one: the first value said of each field, all clerks in order, each person once. */
function joinRows(group: readonly PlanRow[]): PlanRow {
  const [first, ...others] = group
  if (!first) throw new Error('A group has at least one row.')
  const clerks = [...first.clerks]
  const joined = { ...first }
  for (const row of others) {
    joined.head ??= row.head
    joined.leafId ??= row.leafId
    joined.isKey ??= row.isKey
    joined.industry ??= row.industry
    for (const clerk of row.clerks) if (!clerks.some((other) => isSameMention(other, clerk))) clerks.push(clerk)
  }
  return { ...joined, clerks }
}

/** Whether two mentions in one file are one person: same name, and no two different mobiles. */
export function isSameMention(a: PersonMention, b: PersonMention): boolean {
  if (nameKey(a.name) !== nameKey(b.name)) return false
  return a.mobile === null || b.mobile === null || a.mobile === b.mobile
}

function planName(
  said: PlanRow,
  entry: CurrentEntry | undefined,
  choice: Choice,
): { changes: Change[]; conflicts: Conflict[] } {
  if (!entry) {
    const named: Change = { kind: 'name', name: said.name, industry: said.industry }
    return { changes: [{ kind: 'enterprise', uscc: said.uscc }, named], conflicts: [] }
  }
  const isSameName = entry.name !== null && enterpriseNameKey(entry.name) === enterpriseNameKey(said.name)
  const industry = said.industry ?? entry.industry
  if (entry.name === null || (!isSameName && choice.name === 'rename'))
    return { changes: [{ kind: 'name', name: said.name, industry }], conflicts: [] }
  const news: Change[] = industry === entry.industry ? [] : [{ kind: 'name', name: entry.name, industry }]
  if (isSameName || choice.name === 'keep') return { changes: news, conflicts: [] }
  const conflict: Conflict = {
    kind: 'name-differs',
    options: ['rename', 'keep'],
    found: said.name,
    current: entry.name,
    candidates: [],
  }
  return { changes: news, conflicts: [conflict] }
}

function planPlacement(said: PlanRow, entry: CurrentEntry | undefined, options: PlanOptions): Change[] {
  const now = entry?.placement
  const leafId = said.leafId ?? now?.leafId
  if (!leafId) return []
  const isVaguer = now && said.isUnknownTownship && options.parentOf(now.leafId) === options.parentOf(leafId)
  const goal = { leafId: isVaguer ? now.leafId : leafId, isKey: said.isKey ?? now?.isKey ?? options.keyDefault }
  if (now && goal.leafId === now.leafId && goal.isKey === now.isKey) return []
  return [{ kind: 'placement', ...goal }]
}

/** A new entry: one HEAD seat, and a CLERK seat for each clerk named, at least one. */
function planNew(said: PlanRow, people: PeopleByMobile): { changes: Change[]; conflicts: Conflict[] } {
  const head = planHead(said.head, [], people, {})
  const vacantHead: Change = { kind: 'seat', seatKind: 'HEAD', post: null, person: null, delegation: null }
  const vacantClerk: Change = { kind: 'seat', seatKind: 'CLERK', post: null, person: null, delegation: null }
  const foreign = said.clerks.map((clerk) => foreignMobile(clerk, people)).filter((conflict) => conflict !== null)
  const clerks = said.clerks.flatMap((clerk) => planClerks([clerk], [], people, { clerk: 'add' }).changes)
  return {
    changes: [
      ...(head.changes.length > 0 ? head.changes : [vacantHead]),
      ...(clerks.length > 0 ? clerks : [vacantClerk]),
    ],
    conflicts: [...head.conflicts, ...foreign],
  }
}

function planKnown(
  said: PlanRow,
  entry: CurrentEntry,
  people: PeopleByMobile,
  choice: Choice,
): { changes: Change[]; conflicts: Conflict[] } {
  const head = planHead(said.head, entry.seats, people, choice)
  const clerks = planClerks(said.clerks, entry.seats, people, choice)
  return { changes: [...head.changes, ...clerks.changes], conflicts: [...head.conflicts, ...clerks.conflicts] }
}

function verdictOf(
  entry: CurrentEntry | undefined,
  changes: readonly Change[],
  conflicts: readonly Conflict[],
): Verdict {
  if (conflicts.length > 0) return 'CONFLICT'
  if (!entry?.placement) return 'NEW'
  return changes.length > 0 ? 'CHANGED' : 'UNCHANGED'
}
