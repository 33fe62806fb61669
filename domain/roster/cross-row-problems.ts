import { enterpriseNameKey } from './enterprise-name'
import { groupByCode, isSameMention } from './import-plan'
import type { PersonMention } from './people-cell'
import { nameKey } from './person-name'
import type { ProblemCode } from './sheet'

/** The little of a row that other rows may contradict. */
export interface CrossRow {
  position: number
  /** How the row is called in a sentence: 'Sheet1 第 12 行' is put together by the page from these two. */
  sheet: string
  row: number
  uscc: string
  name: string
  leafId: string | null
  isUnknownTownship: boolean
  head: PersonMention | null
  clerks: readonly PersonMention[]
}

export interface CrossProblem {
  position: number
  code: Extract<
    ProblemCode,
    'same-code-two-names' | 'same-code-two-places' | 'same-code-two-heads' | 'same-mobile-two-names'
  >
  found: string
  /** The row that says otherwise. */
  other: { sheet: string; row: number }
}

/**
 * Contradictions between rows of one file: one code with two names, places or heads, one mobile with two names. Each
 * row of a contradiction gets the problem, as nobody knows which one is right. Deterministic, in row order.
 */
export function crossRowProblems(rows: readonly CrossRow[]): CrossProblem[] {
  const problems: CrossProblem[] = []
  for (const group of groupByCode(rows.filter(({ uscc }) => uscc !== '')).values()) {
    if (group.length < 2) continue
    problems.push(
      ...differing(
        group,
        'same-code-two-names',
        ({ name }) => name,
        (a, b) => enterpriseNameKey(a) === enterpriseNameKey(b),
      ),
    )
    const placed = group.filter(({ isUnknownTownship }) => !isUnknownTownship)
    problems.push(
      ...differing(
        placed,
        'same-code-two-places',
        ({ leafId }) => leafId,
        (a, b) => a === b,
      ).map((one) => ({ ...one, found: '' })),
    )
    problems.push(...headProblems(group))
  }
  problems.push(...mobileProblems(rows))
  return problems.sort((a, b) => a.position - b.position)
}

function differing<V extends string>(
  group: readonly CrossRow[],
  code: CrossProblem['code'],
  saidBy: (row: CrossRow) => V | null,
  isEqual: (a: V, b: V) => boolean,
): CrossProblem[] {
  const said = group.flatMap((row) => {
    const value = saidBy(row)
    return value ? [{ row, value }] : []
  })
  return said.flatMap(({ row, value }) => {
    const other = said.find((one) => !isEqual(one.value, value))
    return other
      ? [{ position: row.position, code, found: value, other: { sheet: other.row.sheet, row: other.row.row } }]
      : []
  })
}

function headProblems(group: readonly CrossRow[]): CrossProblem[] {
  const headed = group.filter(({ head }) => head !== null)
  return headed.flatMap((row) => {
    const other = headed.find(({ head }) => head && row.head && !isSameMention(head, row.head))
    if (!other || !row.head) return []
    const place = { sheet: other.sheet, row: other.row }
    return [{ position: row.position, code: 'same-code-two-heads', found: row.head.name, other: place }]
  })
}

function mobileProblems(rows: readonly CrossRow[]): CrossProblem[] {
  const first = new Map<string, { name: string; row: CrossRow }>()
  const contradicted = new Map<string, CrossRow>()
  const mentions = rows.flatMap((row) =>
    [row.head, ...row.clerks].flatMap((person) =>
      person?.mobile ? [{ row, name: person.name, mobile: person.mobile }] : [],
    ),
  )
  for (const { row, name, mobile } of mentions) {
    const before = first.get(mobile)
    if (!before) first.set(mobile, { name, row })
    else if (nameKey(before.name) !== nameKey(name) && !contradicted.has(mobile)) contradicted.set(mobile, row)
  }
  return mentions.flatMap(({ row, name, mobile }) => {
    const second = contradicted.get(mobile)
    const other = second === row ? first.get(mobile)?.row : second
    if (!other) return []
    return [
      {
        position: row.position,
        code: 'same-mobile-two-names',
        found: name,
        other: { sheet: other.sheet, row: other.row },
      },
    ]
  })
}
