import 'server-only'
import type { Day } from '@/domain/calendar/day'
import { type RateFigure, rateFigure, type ShownRate, shownRates } from '@/domain/rates/rate-display'
import type { TallySums } from '@/domain/rates/tally'
import { mayNameEnterprise } from '@/domain/reports/names-allowed'
import { readSnapshot } from '@/server/db/snapshot'
import { env } from '@/server/env'
import type { BulletinFigures } from '../bulletin-snapshot'
import { correctionsOf, evidenceParts } from '../rate-words'
import { countOpenEntries, openEntries } from './open-entries'
import type { PeriodInView } from './period-in-view'
import { figuresIn, type PeriodPage, periodFrame } from './period-page'
import type { RegionOfReport } from './reported-region'
import { changedEntries } from './roster-change'

/**
 * Everything a bulletin says about a region, but its paragraphs. Frozen rows give the same answer for ever; an open period gives what a draft says,
 * as its page does today. Enterprises are named only in bulletins of their leaf and its parent; nobody's name is in it.
 *
 * @param asked.lists false leaves the lists of enterprises empty, as only their numbers are wanted
 */
export async function bulletinFigures(
  region: RegionOfReport,
  period: PeriodInView,
  asked: { keyOnly: boolean; composedOn: Day; lists: boolean },
): Promise<BulletinFigures | null> {
  const frame = await periodFrame(region, period, asked.keyOnly)
  if (!frame) return null
  const { rows, before } = frame
  const question = { rows, rule: period.trainingRule, path: region.path, keyOnly: asked.keyOnly, on: period.on }
  return readSnapshot(async (snapshot) => {
    const page = await figuresIn(snapshot, frame)
    const isNamed = region.kind !== 'CITY'
    const isListed = isNamed && asked.lists
    const counts = await countOpenEntries(snapshot, question)
    const missing = isListed ? await openEntries(snapshot, question) : []
    const changed = isListed && before ? await changedEntries(snapshot, { ...question, formerId: before.id }) : []
    return {
      ...aboutOf(page, period, asked.composedOn),
      children: page.children.map((child) => ({
        code: child.code,
        name: child.name,
        figures: figuresOf(child.now.sums, period),
        open: counts.get(child.code) ?? 0,
      })),
      open: [...counts.values()].reduce((sum, count) => sum + count, 0),
      isNamed,
      missing: missing
        .filter((one) => mayNameEnterprise(region, one.leafPath))
        .map(({ enterprise, place, needs }) => ({ enterprise, place, needs })),
      rosterRows: changed
        .filter((one) => mayNameEnterprise(region, one.leafPath))
        .map(({ enterprise, change, on, why }) => ({ enterprise, change, on, why })),
    }
  })
}

function aboutOf({ region, programme, total, former, keyOnly }: PeriodPage, period: PeriodInView, composedOn: Day) {
  const { trainingRule, formerRule } = period
  return {
    region: { code: region.code, name: region.name, kind: region.kind },
    programme: { name: programme.name, isDemonstration: programme.isDemonstration },
    office: env().OFFICE_NAME ?? null,
    fromOn: period.fromOn,
    lastDay: period.lastDay,
    ...stateOf(period),
    composedOn,
    definitionVersion: period.definitionVersion,
    trainingRule,
    formerRule,
    formerFigure: formerRule ? rateFigure(total.sums, 'training', formerRule) : null,
    isKeyOnly: keyOnly,
    entries: total.sums.entries,
    figures: figuresOf(total.sums, period),
    evidence: shownRates.flatMap((rate) => {
      const parts = evidenceParts(total.sums, rate, trainingRule)
      return parts.length > 0 ? [{ rate, parts }] : []
    }),
    before: former ? { lastDay: former.lastDay, figures: figuresOf(former.total.sums, period) } : null,
    corrections: byRate((rate) => correctionsOf(total.corrections, rate, trainingRule)),
    roster: former?.roster ?? null,
  }
}

function stateOf({ frozenAt, on }: PeriodInView) {
  return frozenAt ? { frozenAt: frozenAt.toISOString(), draftOn: null } : { frozenAt: null, draftOn: on }
}

function figuresOf(sums: TallySums, { trainingRule }: PeriodInView): Record<ShownRate, RateFigure> {
  return byRate((rate) => rateFigure(sums, rate, trainingRule))
}

function byRate<T>(of: (rate: ShownRate) => T): Record<ShownRate, T> {
  return { training: of('training'), awareness: of('awareness'), readiness: of('readiness'), visits: of('visits') }
}
