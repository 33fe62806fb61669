import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, shanghaiDayOf } from '@/domain/calendar/day'
import { isRight } from '@/domain/exams/score'
import { isUscc } from '@/domain/roster/uscc'
import { recount } from '@/features/standing/commands/recount'
import { signInWithPassword } from '@/features/accounts/commands/sign-in-with-password'
import { acceptedTotpStep } from '@/server/auth/totp'
import { databaseNow } from '@/server/clock'
import { compileContent, writeCatalog } from '@/server/content/build'
import { contentCatalog } from '@/server/content/catalog'
import { type ItemBody, type OptionMap, ownAnswer } from '@/server/content/learner-paper'
import { inTransaction } from '@/server/context'
import { revealMobile } from '@/server/crypto/mobile'
import { db } from '@/server/db/client'
import { useDatabase } from '@/tests/support/database'
import { type DemonstrationAccess, demonstrationCode } from './access'
import { historyDays } from './calendar'
import { loadDemonstration, loadedDemonstration } from './load-demonstration'

useDatabase()

const size = { enterprises: 130, countyCodes: ['330212', '330225'] }
let today = ''
let access: DemonstrationAccess

beforeAll(async () => {
  await ensureContent()
  today = shanghaiDayOf(await databaseNow(db))
  const outcome = await loadDemonstration({ today, size })
  if (!outcome.ok) throw new Error(outcome.refusal)
  access = outcome.value
})

describe('the demonstration', () => {
  it('is counted by the one counter: a recount finds no difference', async () => {
    const { entries, differing, tallies, unsettled, openRuns } = await recount()
    expect({ entries, differing, tallies, unsettled, openRuns }).toEqual({
      entries: size.enterprises,
      differing: [],
      tallies: [],
      unsettled: 0,
      openRuns: 0,
    })
  })

  it('shows by its names and numbers that all of it is invented, and has valid codes', async () => {
    const enterprises = await db.enterprise.findMany({ include: { names: true } })
    expect(enterprises.filter((one) => !isUscc(one.uscc))).toEqual([])
    const names = enterprises.flatMap((one) => one.names.map((row) => row.name))
    expect(names.filter((name) => !name.startsWith('示例·'))).toEqual([])
    expect(new Set(names).size).toBe(size.enterprises)
    const people = await db.person.findMany({ select: { mobileCipher: true } })
    const mobiles = people.map((one) => (one.mobileCipher ? revealMobile(one.mobileCipher) : ''))
    expect(mobiles.filter((mobile) => !/^1990000\d{4}$/.test(mobile))).toEqual([])
  })

  it('reaches every township of its counties', async () => {
    const empty = await db.region.count({
      where: { kind: 'TOWNSHIP', parent: { code: { in: size.countyCodes } }, placements: { none: {} } },
    })
    expect(empty).toBe(0)
    expect(await db.region.count({ where: { kind: 'TOWNSHIP' } })).toBe(156)
  })

  it('holds every state that a screen can show', async () => {
    const missing = new Set(
      (await db.seatStanding.findMany({ select: { missing: true } })).flatMap((one) => one.missing),
    )
    expect([...missing].sort()).toEqual([
      'AWARENESS:EXAM:jiajikouchu-ceyice',
      'READINESS:EXAM:guiji-fuzhuzhang-ceping',
      'READINESS:LAB:qita-xiane',
      'TRAINING:COURSE:guiji-fuzhuzhang',
      'TRAINING:COURSE:jiajikouchu',
      'vacant',
    ])
    const byEvidence = await db.completion.groupBy({ by: ['evidence'], where: { retractedAt: null } })
    expect(byEvidence.map((one) => one.evidence).sort()).toEqual(['IMPORTED', 'IN_PERSON', 'ONLINE', 'SESSION'])
    const counts = {
      ready: await db.standing.count({ where: { ready: { gt: 0 } } }),
      aware: await db.standing.count({ where: { aware: { gt: 0 } } }),
      visited: await db.standing.count({ where: { visited: true } }),
      unconfirmedVisits: await db.visit.count({ where: { confirmedOn: null } }),
      retracted: await db.completion.count({ where: { retractedAt: { not: null } } }),
      corrected: await db.tally.count({ where: { correctedFromOn: { not: null } } }),
      moved: await db.entryPlacement.count({ where: { toOn: { not: null } } }),
      replaced: await db.holding.count({ where: { toOn: { not: null } } }),
      delegated: await db.holding.count({ where: { delegation: 'DELEGATED_HEAD' } }),
      bookkept: await db.holding.count({ where: { delegation: 'BOOKKEEPING_AGENCY' } }),
      failedPapers: await db.attempt.count({ where: { passed: false } }),
      failedRuns: await db.labRun.count({ where: { passed: false, mode: 'CERTIFYING' } }),
      suggestions: await db.suggestion.count({ where: { answeredAt: null } }),
      rules: await db.programmeRule.count(),
    }
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([])
  })

  it('has one tallied day for each day of its history, and nothing from the future', async () => {
    const days = await db.dailyTally.groupBy({ by: ['day'], orderBy: { day: 'asc' } })
    expect(days).toHaveLength(historyDays)
    expect(days.at(-1)?.day.toISOString().slice(0, 10)).toBe(addDays(today, -1))
    const now = await databaseNow(db)
    expect(
      await db.completion.count({ where: { OR: [{ happenedAt: { gt: now } }, { recordedAt: { gt: now } }] } }),
    ).toBe(0)
    expect(await db.auditEvent.count({ where: { at: { gt: new Date(Date.now() + 1_000) } } })).toBe(0)
  })

  it('has papers and lab runs that grade to what is stored', async () => {
    const items = await db.$queryRaw<{ body: ItemBody; map: OptionMap; value: string[]; right: boolean }[]>`
      SELECT v.body, i.option_map AS map, a.value, i.is_right AS "right" FROM attempt_item i
      JOIN item_version v ON v.sha256 = i.item_sha JOIN answer a USING (attempt_id, position)`
    expect(items.length).toBeGreaterThan(100)
    const wrong = items.filter(
      ({ body, map, value, right }) => isRight(body.key, ownAnswer(value, body.kind, map)) !== right,
    )
    expect(wrong.map(({ body, value }) => [body.id, value])).toEqual([])
    const unearned = await db.$queryRaw`
      SELECT c.source_key FROM completion c
      LEFT JOIN attempt a ON c.source_key = 'attempt:' || a.id AND a.passed
      LEFT JOIN lab_run r ON c.source_key = 'lab-run:' || r.id AND r.passed AND r.mode = 'CERTIFYING'
      WHERE (c.source_key LIKE 'attempt:%' AND a.id IS NULL) OR (c.source_key LIKE 'lab-run:%' AND r.id IS NULL)`
    expect(unearned).toEqual([])
  })

  it('certifies every paper passed here, and only those', async () => {
    const passed = { subjectKind: 'EXAM' as const, evidence: { notIn: ['IMPORTED' as const, 'IN_PERSON' as const] } }
    expect(await db.certificate.count()).toBe(await db.completion.count({ where: passed }))
  })
})

describe('its sign-ins', () => {
  it('open with the passwords that are printed, different in every installation', async () => {
    expect(access.signIns).toHaveLength(5)
    for (const { login, password } of access.signIns) {
      const signedIn = await signInWithPassword(openContext, { name: login, password, device: null })
      expect(signedIn.ok && login).toBe(login)
    }
  })

  it('give the city officer a second factor that is asked for', async () => {
    const city = access.signIns[0]
    expect(await acceptedTotpStep(city?.totpSecret ?? '', (await demonstrationCode()) ?? '', null)).not.toBeNull()
    expect(city?.recoveryCodes).toHaveLength(10)
  })

  it('can be shown again', async () => expect(await loadedDemonstration()).toEqual(access))
})

describe('loading', () => {
  it('is refused when the demonstration is there', async () => {
    expect(await loadDemonstration({ today, size })).toEqual({ ok: false, refusal: 'already-loaded' })
  })

  it('goes on where it was stopped, and changes nothing that is there', async () => {
    const before = await db.completion.count()
    const row = await db.setting.findUniqueOrThrow({ where: { key: 'demonstration' } })
    await db.setting.update({
      where: { key: row.key },
      data: { value: { ...(row.value as object), state: 'loading', retractId: null } },
    })
    await db.$executeRaw`DELETE FROM daily_tally WHERE day > ${addDays(today, -10)}::date`
    await db.$executeRaw`UPDATE settlement SET tallied_at = NULL WHERE day > ${addDays(today, -10)}::date`
    expect((await loadDemonstration({ today, size })).ok).toBe(true)
    expect(await db.completion.count()).toBe(before)
    expect(await db.dailyTally.groupBy({ by: ['day'] })).toHaveLength(historyDays)
  })

  it('is refused when somebody else’s data is there', async () => {
    await db.setting.delete({ where: { key: 'demonstration' } })
    expect(await loadDemonstration({ today, size })).toEqual({ ok: false, refusal: 'not-empty' })
  })
})

const openContext = { actor: null, requestId: 'test', address: '127.0.0.1', transaction: inTransaction }

async function ensureContent(): Promise<void> {
  try {
    contentCatalog()
  } catch {
    const { catalog } = await compileContent(process.cwd(), shanghaiDayOf(new Date()))
    writeCatalog(process.cwd(), catalog)
  }
}
