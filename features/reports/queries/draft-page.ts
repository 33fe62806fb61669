import 'server-only'
import type { Actor } from '@/domain/permissions/actor'
import { shanghaiToday } from '@/server/clock'
import { db } from '@/server/db/client'
import { documentWords } from '@/server/document-words'
import { loadFile } from '@/server/files/stored-file'
import { fileOfFormat } from '../file-of-format'
import { type DraftState, draftSnapshot } from '../bulletin-snapshot'
import { bulletinParagraphs } from '../bulletin-text'
import { bulletinFigures } from './bulletin-figures'
import { type BulletinTemplate, bulletinTemplates } from './bulletin-templates'
import { type PeriodInView, periodInView } from './period-in-view'
import { type RegionOfReport, reportedRegion } from './reported-region'

export type DraftPage = {
  region: RegionOfReport
  period: PeriodInView
  /** The officer's own draft; null = none yet. */
  stored: { state: DraftState; fileIds: { docx: string | null; xlsx: string | null } } | null
}

/** The officer's draft of the bulletin of an open period and region. Null when the region is not theirs or the period is not open. */
export async function draftPage(actor: Actor, asked: { periodId: string; code: string }): Promise<DraftPage | null> {
  const [region, period] = await Promise.all([
    reportedRegion(actor, asked.code),
    periodInView(asked.periodId, shanghaiToday()),
  ])
  if (!region || !period || period.frozenAt) return null
  const row = await db.bulletinDraft.findUnique({
    where: {
      periodId_regionId_orderedById: { periodId: period.id, regionId: region.id, orderedById: actor.personId },
    },
  })
  const stored = row && {
    state: draftSnapshot.parse(row.snapshot),
    fileIds: { docx: row.docxFileId, xlsx: row.xlsxFileId },
  }
  return { region, period, stored }
}

/**
 * What the form of a draft begins with: the officer's paragraphs of today, else paragraphs composed from the figures of now, as those of another
 * day no longer agree with the figures beside them.
 */
export async function draftForm(
  { region, period, stored }: DraftPage,
  { roster, isNew }: { roster: 'key' | 'all'; isNew: boolean },
): Promise<{ text: string; templates: BulletinTemplate[] }> {
  const templates = await bulletinTemplates(region.path)
  const state = stored?.state
  const isOfToday = state?.state === 'refused' || (state?.state === 'drafted' && state.on === period.on)
  if (state && isOfToday && !isNew && state.request.roster === roster) return { text: state.request.text, templates }
  const asked = { keyOnly: roster === 'key', composedOn: shanghaiToday(), lists: false }
  const figures = await bulletinFigures(region, period, asked)
  if (!figures) throw new Error(`No programme for period ${period.id}.`)
  return { text: bulletinParagraphs(figures, documentWords('reports'), documentWords('rates')).join('\n'), templates }
}

/** The bytes of the officer's own draft. Null when there is none, it is being made, or the period is not open any more. */
export async function draftFile(
  actor: Actor,
  asked: { periodId: string; code: string; format: string },
): Promise<Awaited<ReturnType<typeof loadFile>>> {
  const page = await draftPage(actor, asked)
  if (page?.stored?.state.state !== 'drafted') return null
  const id = fileOfFormat(asked.format, page.stored.fileIds)
  return id ? loadFile(id) : null
}
