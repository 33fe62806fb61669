import 'server-only'
import { addDays } from '@/domain/calendar/day'
import { lastDayOf, type Period } from '@/domain/periods/closing-day'
import { recordAudit } from '@/server/audit/record'
import { inTransaction, systemContext } from '@/server/context'
import type { Transaction } from '@/server/db/client'
import { columnOfDay, dayOfColumn } from '@/server/db/day'
import { dropDraftsOf } from './drop-drafts'
import { type FormerPeriod, periodColumns, rowsOfDay } from '../queries/period-source'
import { rulesOn } from '../queries/reported-programme'

type Row = { id: string; programmeId: string } & Period

/**
 * Freezes one period as of its last day, once: the rows that its figures count, the rules they are counted by, and when.
 *
 * @returns whether it was frozen now; a second worker waits for the first and finds it done.
 */
export function freezePeriod(period: Row): Promise<boolean> {
  return inTransaction(async (tx) => {
    const day = lastDayOf(period)
    // Claims the period; the instant is noted at the end, when everything is counted.
    const { count } = await tx.reportingPeriod.updateMany({
      where: { id: period.id, frozenAt: null, toOn: columnOfDay(period.toOn) },
      data: { frozenAt: new Date(0) },
    })
    if (count === 0) return false
    await dropDraftsOf(tx, period.id)
    await lockTallies(tx, period.programmeId)
    const former = await formerPeriod(tx, period.programmeId, period.fromOn)
    await tx.$executeRaw`
      INSERT INTO period_row (id, period_id, ${periodColumns}, corrections)
      SELECT gen_random_uuid(), ${period.id}::uuid, ${periodColumns}, corrections
      FROM (${rowsOfDay(period.programmeId, day, former)}) AS t`
    await noteRules(tx, period)
    await recordAudit(tx, systemContext('reports.keep-periods'), {
      kind: 'period.frozen',
      subjectId: period.id,
      detail: { programmeId: period.programmeId, closedOn: day },
    })
    return true
  })
}

// As in writeDailyTallies: whoever changes a past day holds a tally, so after this lock each fact is fully in or fully out.
async function lockTallies(tx: Transaction, programmeId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*)::int AS locked FROM (SELECT 1 FROM tally WHERE programme_id = ${programmeId}::uuid
      ORDER BY programme_id, leaf_id, is_key FOR NO KEY UPDATE) AS tally`
}

/** The frozen period that ended the day before `fromOn`. */
async function formerPeriod(tx: Transaction, programmeId: string, fromOn: string): Promise<FormerPeriod | null> {
  const row = await tx.reportingPeriod.findFirst({
    where: { programmeId, toOn: columnOfDay(fromOn), frozenAt: { not: null } },
    select: { id: true, toOn: true },
  })
  return row ? { id: row.id, lastDay: addDays(dayOfColumn(row.toOn), -1) } : null
}

/** Notes the rules of the closing day, and the rule before them while the programme shows both. */
async function noteRules(tx: Transaction, period: Row): Promise<void> {
  const { trainingRule, formerRule, definitionVersion } = await rulesOn(period.programmeId, lastDayOf(period), tx)
  await tx.$executeRaw`
    UPDATE reporting_period SET frozen_at = clock_timestamp(), definition_version = ${definitionVersion}::int,
      training_rule = ${trainingRule}::training_rule, former_rule = ${formerRule}::training_rule
    WHERE id = ${period.id}::uuid`
}
