import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import { db } from '@/server/db/client'
import { documentWords } from '@/server/document-words'
import { loadFile } from '@/server/files/stored-file'
import { type BulletinState, bulletinSnapshot } from '../bulletin-snapshot'
import { bulletinParagraphs } from '../bulletin-text'
import { fileOfFormat } from '../file-of-format'
import { bulletinFigures } from './bulletin-figures'
import { type BulletinTemplate, bulletinTemplates } from './bulletin-templates'
import { type PeriodInView, periodInView } from './period-in-view'
import { type RegionOfReport, reportedRegion } from './reported-region'

type FrozenPeriod = PeriodInView & { frozenAt: Date }

export type BulletinPage = {
  region: RegionOfReport
  period: FrozenPeriod
  /** Null = nobody has composed it yet. */
  stored: { state: BulletinState; composedAt: Date } | null
}

/** The bulletin of a frozen period and region, composed or not. Null when the region is not the officer's or the period is open. */
export async function bulletinPage(
  actor: Actor,
  asked: { periodId: string; code: string },
): Promise<BulletinPage | null> {
  const [region, period] = await Promise.all([
    reportedRegion(actor, asked.code),
    periodInView(asked.periodId, shanghaiToday()),
  ])
  if (!region || !isFrozen(period)) return null
  const row = await db.bulletin.findUnique({
    where: { periodId_regionId: { periodId: period.id, regionId: region.id } },
    select: { snapshot: true, composedAt: true },
  })
  const stored = row ? { state: bulletinSnapshot.parse(row.snapshot), composedAt: row.composedAt } : null
  return { region, period, stored }
}

/** What the form of a bulletin begins with: the paragraphs as composed from the figures, and the templates there are. */
export async function bulletinDraft(
  { region, period, stored }: BulletinPage,
  roster: 'key' | 'all',
): Promise<{ text: string; templates: BulletinTemplate[] }> {
  const templates = await bulletinTemplates(region.path)
  if (stored && stored.state.request.roster === roster) return { text: stored.state.request.text, templates }
  const asked = { keyOnly: roster === 'key', composedOn: shanghaiToday(), lists: false }
  const figures = await bulletinFigures(region, period, asked)
  if (!figures) throw new Error(`No programme for period ${period.id}.`)
  return { text: bulletinParagraphs(figures, documentWords('reports'), documentWords('rates')).join('\n'), templates }
}

/** The bytes of a composed bulletin, for ever the same. Null when there is none for this officer. */
export async function bulletinFile(
  actor: Actor,
  asked: { periodId: string; code: string; format: string },
): Promise<Awaited<ReturnType<typeof loadFile>>> {
  const page = await bulletinPage(actor, asked)
  if (!page) return null
  const row = await db.bulletin.findUnique({
    where: { periodId_regionId: { periodId: page.period.id, regionId: page.region.id } },
    select: { docxFileId: true, xlsxFileId: true },
  })
  const id = fileOfFormat(asked.format, { docx: row?.docxFileId, xlsx: row?.xlsxFileId })
  return id ? loadFile(id) : null
}

function isFrozen(period: PeriodInView | null): period is FrozenPeriod {
  return period?.frozenAt != null
}
