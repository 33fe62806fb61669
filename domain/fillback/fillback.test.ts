import { describe, expect, it } from 'vitest'
import type { Cell, SheetRow } from '../roster/sheet'
import { makeUscc } from '../roster/uscc'
import { columnsOf, earlierColumns, fillColumns } from './columns'
import { OwnSheetParser } from './own-sheet'
import { type EntryOnDay, entryMark, type LineStretch, metSince, personMark, type SeatOnDay } from './rate-mark'

const A = makeUscc('330203', 1)

function read(rows: string[][]) {
  const parser = new OwnSheetParser('名单', [])
  const sheet = rows.map((texts, i): SheetRow => {
    const cells = texts.map((text, column): [number, Cell] => [column, { text, kind: 'text' }])
    return { row: i + 1, cells: new Map(cells.filter(([, { text }]) => text !== '')) }
  })
  const found = sheet.flatMap((row) => parser.push(row))
  return { rows: [...found, ...parser.finish()], summary: parser.summary() }
}

describe("an office's own sheet", () => {
  it('of enterprises is read as a roster, its sum passed over', () => {
    const { rows, summary } = read([
      ['示例名册'],
      ['序号', '企业名称', '统一社会信用代码', '完成情况'],
      ['1', '示例甲有限公司', A, ''],
      ['合计', '1', '', ''],
    ])
    expect(summary).toMatchObject({ kind: 'enterprises', dataRows: 1 })
    expect(summary.headerTexts.get(3)).toBe('完成情况')
    expect(rows).toEqual([{ row: 3, uscc: A, enterprise: '示例甲有限公司', person: null, mobile: null }])
  })

  it('of persons is read by 姓名, 手机 and 单位, and two names in one cell are nobody', () => {
    const { rows, summary } = read([
      ['姓名', '手机', '单位', '区县'],
      ['陈谷雨', '13800138000', '示例甲有限公司', '鄞州区'],
      ['林白露、王惊蛰', '', '示例乙有限公司', '鄞州区'],
    ])
    expect(summary.kind).toBe('persons')
    expect(summary.headerTexts.get(0)).toBe('姓名')
    expect(rows).toEqual([
      { row: 2, uscc: null, enterprise: '示例甲有限公司', person: '陈谷雨', mobile: '13800138000' },
      { row: 3, uscc: null, enterprise: '示例乙有限公司', person: null, mobile: null },
    ])
  })

  it('of enterprises with their head and clerk stays one of enterprises', () => {
    const { summary } = read([
      ['企业名称', '负责人姓名', '负责人手机', '经办人姓名', '手机'],
      ['示例甲有限公司', '陈谷雨', '13800138000', '林白露', '13800138001'],
    ])
    expect(summary.kind).toBe('enterprises')
  })

  it('without a header has no kind', () => {
    expect(read([['会议纪要'], ['时间', '地点']]).summary).toMatchObject({ kind: null, dataRows: 0 })
  })
})

describe('our columns', () => {
  it('are known by their keys, each once and in order', () => {
    expect(fillColumns).toHaveLength(15)
    expect(columnsOf(['visits.day', 'training.state', 'training.state', 'no.such'])).toEqual([
      { rate: 'training', part: 'state' },
      { rate: 'visits', part: 'day' },
    ])
  })

  it('of an earlier time are found, unless somebody wrote beside them what would be in the way', () => {
    const header = (texts: string[]) => new Map(texts.map((text, column) => [column, text]))
    const isOurs = (text: string) => text.startsWith('我们')
    expect(earlierColumns(header(['企业', '我们1', '我们2']), isOurs, 3)).toEqual({ first: 1, count: 2 })
    expect(earlierColumns(header(['企业', '我们1', '我们2', '备注']), isOurs, 2)).toEqual({ first: 1, count: 2 })
    expect(earlierColumns(header(['企业', '我们1', '备注']), isOurs, 2)).toBeNull()
    expect(earlierColumns(header(['企业', '备注']), isOurs, 1)).toBeNull()
  })
})

const NONE = { training: null, awareness: null, readiness: null }

function seat(seatId: string, holderId: string | null, ready: boolean): SeatOnDay {
  const missing = holderId ? (ready ? [] : ['READINESS:EXAM:e', 'TRAINING:COURSE:c']) : ['vacant']
  const evidence = { ...NONE, readiness: ready ? ('ONLINE' as const) : null }
  return { seatId, kind: 'CLERK', holderId, met: { ...NONE, training: ready, readiness: ready }, evidence, missing }
}

function stretch(
  seatId: string | null,
  fromOn: string,
  toOn: string | null,
  ready: boolean,
  holderId = 'p',
): LineStretch {
  const trained = { ANY: ready, EVERY: false }
  return {
    seatId,
    holderId,
    fromOn,
    toOn,
    trained,
    visited: false,
    met: { ...NONE, training: ready, readiness: ready },
  }
}

const entry = (seats: SeatOnDay[], lines: LineStretch[]): EntryOnDay => ({
  asksTraining: true,
  trained: { ANY: true, EVERY: false },
  trainedEvidence: { ANY: 'SESSION', EVERY: null },
  visited: false,
  seats,
  lines,
})

describe('what a row says of a rate', () => {
  it('is met since the beginning of the unbroken run', () => {
    const line = [
      stretch(null, '2026-11-01', '2026-11-05', true),
      stretch(null, '2026-11-06', '2026-11-10', true),
      stretch(null, '2026-11-10', null, true),
    ]
    expect(metSince(line, (one) => one.trained.ANY)).toBe('2026-11-06')
    expect(metSince(line, (one) => one.trained.EVERY)).toBeNull()
    expect(metSince([], () => true)).toBeNull()
  })

  it('counts the seats that the list counts, joins those that lack the same, and has no day while one is missing', () => {
    const all = [seat('a', 'p', true), seat('b', 'q', false), seat('c', 'r', false), seat('d', null, false)]
    expect(entryMark(entry(all, [stretch('a', '2026-11-03', null, true)]), 'readiness', 'ANY')).toEqual({
      whole: 4,
      part: 1,
      lacks: [
        { kind: 'CLERK', codes: ['READINESS:EXAM:e'], seats: 2 },
        { kind: 'CLERK', codes: ['vacant'], seats: 1 },
      ],
      since: null,
      evidence: ['ONLINE'],
    })
    const lines = [stretch('a', '2026-11-03', null, true), stretch('b', '2026-11-07', null, true)]
    const both = entry([seat('a', 'p', true), seat('b', 'q', true)], lines)
    expect(entryMark(both, 'readiness', 'ANY').since).toBe('2026-11-07')
  })

  it('of training follows the rule, and what is met lacks nothing', () => {
    const one = entry([seat('a', 'p', true), seat('b', 'q', false)], [stretch(null, '2026-11-03', null, true)])
    expect(entryMark(one, 'training', 'ANY')).toMatchObject({
      part: 1,
      lacks: [],
      since: '2026-11-03',
      evidence: ['SESSION'],
    })
    expect(entryMark(one, 'training', 'EVERY')).toMatchObject({
      part: 0,
      lacks: [{ kind: 'CLERK', codes: ['TRAINING:COURSE:c'], seats: 1 }],
      since: null,
    })
  })

  it('is "—" where nothing is asked: no head seat, no visit of a person', () => {
    const one = entry([seat('a', 'p', true)], [])
    expect(entryMark(one, 'awareness', 'ANY').whole).toBe(0)
    expect(entryMark({ ...one, asksTraining: false }, 'training', 'ANY').whole).toBe(0)
    expect(personMark(one, 'p', 'visits').whole).toBe(0)
    expect(personMark(one, 'somebody else', 'readiness').whole).toBe(0)
  })

  it('of a person begins when they held the seat, not when somebody before them had done it', () => {
    const lines = [stretch('a', '2026-11-01', '2026-11-09', true, 'before'), stretch('a', '2026-11-09', null, true)]
    const one = entry([seat('a', 'p', true)], lines)
    expect(personMark(one, 'p', 'readiness').since).toBe('2026-11-09')
    expect(entryMark(one, 'readiness', 'ANY').since).toBe('2026-11-01')
  })
})
