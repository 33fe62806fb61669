import { beforeAll, describe, expect, it } from 'vitest'
import { formatCell } from '@/domain/labs/cell-value'
import { printedFigures } from '@/domain/labs/paper'
import { formatYuan } from '@/domain/labs/fen'
import type { LabMode } from '@/domain/labs/lab-sheet'
import type { Actor } from '@/domain/permissions/actor'
import type { CompiledLab } from '@/server/content/compiled'
import { contextOf } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { useDatabase } from '@/tests/support/database'
import { saveCell } from './commands/save-cell'
import { saveCells } from './commands/save-cells'
import { startLabRun } from './commands/start-lab-run'
import { submitLabRun } from './commands/submit-lab-run'
import { storedLab } from './lab-run-row'
import { labRunView } from './queries/lab-run-view'
import { myNextStart } from './queries/next-start'

useDatabase()

const lab = {
  slug: 'qita-xiane',
  title: '其他相关费用限额',
  version: 1,
  passPercent: 80,
  waitHours: 0,
  generator: 'other-cost-cap',
} as CompiledLab

let clerk: Actor
let stranger: Actor

async function person(name: string): Promise<Actor> {
  const id = newId()
  await db.person.create({ data: { id, name, pinyinKey: name } })
  return { personId: id, loginId: newId(), via: 'account', holdingId: null, grants: [], mfaPending: false }
}
async function start(actor: Actor, mode: LabMode): Promise<string> {
  const outcome = await startLabRun(contextOf(actor, 'test'), lab, mode)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.runId
}
async function key(runId: string): Promise<Map<string, string>> {
  const { sheet, key } = storedLab(await db.labRun.findUniqueOrThrow({ where: { id: runId } }))
  return new Map(sheet.cells.map((spec, at) => [spec.id, formatCell(spec, key.cells[at]?.expected ?? '')]))
}
const submit = (actor: Actor, runId: string) => submitLabRun(contextOf(actor, 'test'), runId)

beforeAll(async () => {
  clerk = await person('甲')
  stranger = await person('乙')
})

describe('starting', () => {
  it('opens one run of a mode however often and from however many devices it is started', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => start(clerk, 'PRACTICE')))
    expect(new Set(ids).size).toBe(1)
    expect(await db.auditEvent.count({ where: { kind: 'lab-run.started', subjectId: ids[0] as string } })).toBe(1)
  })

  it('gives another sheet each time', async () => {
    const first = await start(clerk, 'CERTIFYING')
    await submit(clerk, first)
    const second = await start(clerk, 'CERTIFYING')
    const [one, other] = await Promise.all([first, second].map((id) => db.labRun.findUniqueOrThrow({ where: { id } })))
    expect(one?.sheet).not.toEqual(other?.sheet)
  })
})

describe('a person', () => {
  it('never gets a sheet twice, even when chance would have it so', async () => {
    const newcomer = await person('丙')
    const seeds = ['same', 'same', 'same', 'other']
    const next = async () => {
      const outcome = await startLabRun(contextOf(newcomer, 'test'), lab, 'PRACTICE', () => seeds.shift() ?? 'none')
      if (!outcome.ok) throw new Error(outcome.refusal)
      await submit(newcomer, outcome.value.runId)
      return db.labRun.findUniqueOrThrow({ where: { id: outcome.value.runId } })
    }
    const [first, second] = [await next(), await next()]
    expect([first.seed, second.seed]).toEqual(['same', 'other'])
    expect(first.sheet).not.toEqual(second.sheet)
  })

  it('waits as long as the content says after a certifying run that was not passed; practice is always open', async () => {
    const patient = await person('丁')
    const slow = { ...lab, waitHours: 2 }
    const begin = (mode: LabMode) => startLabRun(contextOf(patient, 'test'), slow, mode)
    const first = await begin('CERTIFYING')
    if (!first.ok) throw new Error(first.refusal)
    await submit(patient, first.value.runId)
    const { submittedAt } = await db.labRun.findUniqueOrThrow({ where: { id: first.value.runId } })
    const until = new Date((submittedAt?.getTime() ?? 0) + 2 * 3_600_000)
    expect(await begin('CERTIFYING')).toEqual({ ok: false, refusal: 'wait', detail: { until: until.toISOString() } })
    expect(await myNextStart(patient, slow)).toEqual(until)
    expect(await begin('PRACTICE')).toMatchObject({ ok: true })
    await db.labRun.update({
      where: { id: first.value.runId },
      data: { submittedAt: new Date(Date.now() - 2 * 3_600_000) },
    })
    expect(await begin('CERTIFYING')).toMatchObject({ ok: true })
  })
})

describe('saving', () => {
  it('keeps the newest text of a cell whatever the order of arrival', async () => {
    const runId = await start(clerk, 'CERTIFYING')
    const save = (seq: number, value: string) => saveCell(clerk, { runId, cell: 'limit', seq, value })
    await save(2, 'second')
    expect(await save(1, 'first')).toMatchObject({ ok: true, value: { isStale: true, seq: 2 } })
    expect(await save(2, 'second')).toMatchObject({ ok: true, value: { isStale: false } })
    expect((await labRunView(clerk, runId))?.saved.limit).toEqual({ value: 'second', seq: 2 })
  })

  it('tells the verdict in practice and never in a certifying run', async () => {
    const practice = await start(clerk, 'PRACTICE')
    const right = (await key(practice)).get('limit') ?? ''
    expect(await saveCell(clerk, { runId: practice, cell: 'limit', seq: 1, value: right })).toMatchObject({
      value: { check: { verdict: 'right' } },
    })
    const certifying = await start(clerk, 'CERTIFYING')
    expect(await saveCell(clerk, { runId: certifying, cell: 'limit', seq: 9, value: '1' })).toMatchObject({
      value: { check: null },
    })
  })

  it('is "not found" for a foreign run and for a cell that is not on the sheet, and writes nothing', async () => {
    const runId = await start(clerk, 'CERTIFYING')
    const before = await db.labCell.count({ where: { labRunId: runId } })
    expect(await saveCell(stranger, { runId, cell: 'gain', seq: 1, value: '1' })).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    expect(await saveCell(clerk, { runId, cell: 'p9-five', seq: 1, value: '1' })).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    expect(await saveCells(stranger, runId, new Map([['gain', '1']]))).toEqual({ ok: false, refusal: 'not-found' })
    expect(await db.labCell.count({ where: { labRunId: runId } })).toBe(before)
  })

  it("is never overwritten by a page's script that was still sending when the form was saved", async () => {
    const runId = await start(clerk, 'PRACTICE')
    await saveCell(clerk, { runId, cell: 'cut', seq: 1, value: '1' })
    await saveCells(
      clerk,
      runId,
      new Map([
        ['cut', '123'],
        ['no-such-cell', '1'],
      ]),
    )
    await saveCell(clerk, { runId, cell: 'cut', seq: 2, value: '12' })
    expect((await labRunView(clerk, runId))?.saved.cut?.value).toBe('123')
    expect(await db.labCell.count({ where: { labRunId: runId, cell: 'no-such-cell' } })).toBe(0)
  })
})

describe('submitting', () => {
  it('grades once under fifty parallel submits, with the same answer for all and one completion', async () => {
    const runId = await start(clerk, 'CERTIFYING')
    await saveCells(clerk, runId, await key(runId))
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(clerk, runId)))
    const whole = (await key(runId)).size
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, value: { slug: lab.slug, part: whole, whole, passed: true } })]),
    )
    expect(await db.auditEvent.count({ where: { kind: 'lab-run.submitted', subjectId: runId } })).toBe(1)
    const completions = await db.completion.findMany({ where: { sourceKey: `lab-run:${runId}` } })
    expect(completions).toMatchObject([
      { personId: clerk.personId, subjectKind: 'LAB', slug: lab.slug, evidence: 'ONLINE' },
    ])
  })

  it('grades every acknowledged cell although it was submitted while others were being saved', async () => {
    const runId = await start(clerk, 'CERTIFYING')
    const answers = [...(await key(runId))]
    const saving = answers.map(([cell, value]) => saveCell(clerk, { runId, cell, seq: 1, value }))
    const [submitted, ...saved] = await Promise.all([submit(clerk, runId), ...saving])
    const acknowledged = saved.filter((outcome) => outcome.ok).length
    expect(submitted).toMatchObject({ ok: true, value: { part: acknowledged } })
    expect(await saveCell(clerk, { runId, cell: 'gain', seq: 2, value: '1' })).toEqual({ ok: false, refusal: 'closed' })
  })

  it('records nothing for a practice run and nothing below the pass mark', async () => {
    for (const mode of ['PRACTICE', 'CERTIFYING'] as const) {
      const runId = await start(clerk, mode)
      if (mode === 'PRACTICE') await saveCells(clerk, runId, await key(runId))
      expect(await submit(clerk, runId)).toMatchObject({ ok: true, value: { passed: mode === 'PRACTICE' } })
      expect(await db.completion.count({ where: { sourceKey: `lab-run:${runId}` } })).toBe(0)
    }
  })

  it('is "not found" for somebody else', async () => {
    const runId = await start(clerk, 'CERTIFYING')
    expect(await submit(stranger, runId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await labRunView(stranger, runId)).toBeNull()
    expect((await db.labRun.findUniqueOrThrow({ where: { id: runId } })).state).toBe('OPEN')
  })
})

describe('what the owner may see', () => {
  it('holds no key, seed or right amount while a certifying run is open, nor after it failed', async () => {
    const runId = await start(clerk, 'CERTIFYING')
    const secrets = await secretsOf(runId)
    const open = JSON.stringify(await labRunView(clerk, runId))
    for (const secret of secrets) expect(open).not.toContain(secret)
    await submit(clerk, runId)
    const failed = await labRunView(clerk, runId)
    for (const secret of secrets) expect(JSON.stringify(failed)).not.toContain(secret)
    expect(failed).toMatchObject({
      review: 'weak-steps',
      weakSteps: ['read', 'pool', 'limit', 'allow', 'compare'],
      checks: {},
      truth: null,
    })
  })

  it('is everything once passed', async () => {
    const runId = await start(clerk, 'CERTIFYING')
    const answers = await key(runId)
    await saveCells(clerk, runId, answers)
    await submit(clerk, runId)
    const view = await labRunView(clerk, runId)
    expect(view).toMatchObject({ review: 'everything', score: { passed: true } })
    expect(Object.keys(view?.truth ?? {})).toEqual([...answers.keys()])
  })
})

async function secretsOf(runId: string): Promise<string[]> {
  const run = await db.labRun.findUniqueOrThrow({ where: { id: runId } })
  const { key, sheet } = storedLab(run)
  const printed = printedFigures(sheet.papers)
  const amounts = key.cells
    .map(({ expected }) => Number(expected))
    .filter((amount) => amount > 100_000 && !printed.has(amount))
  return [run.seed, 'expected', 'gradingKey', ...amounts.map(String), ...amounts.map(formatYuan)]
}
