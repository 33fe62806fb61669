import 'server-only'
import type { TemplatePurpose } from '@/domain/documents/placeholders'
import type { Actor } from '@/domain/permissions/actor'
import { reaches } from '@/domain/permissions/reaches'
import { db } from '@/server/db/client'
import { templateRegions } from './template-regions'

/** The templates of one purpose that an officer may use, newest first; retired ones last. */
export async function templateList(actor: Actor, purpose: TemplatePurpose) {
  const regions = await templateRegions(actor)
  const rows = await db.officeTemplate.findMany({
    where: { purpose, regionId: { in: [...regions.keys()] } },
    orderBy: [{ retractedAt: { sort: 'desc', nulls: 'first' } }, { recordedAt: 'desc' }],
    take: 200,
    select: {
      id: true,
      regionId: true,
      name: true,
      format: true,
      state: true,
      problemCount: true,
      recordedAt: true,
      retractedAt: true,
    },
  })
  return rows.map(({ regionId, retractedAt, ...row }) => {
    const region = regions.get(regionId)
    return {
      ...row,
      region: region?.name ?? '',
      isOwn: region ? reaches(actor, region.path) : false,
      isRetired: retractedAt !== null,
    }
  })
}
export type ListedTemplate = Awaited<ReturnType<typeof templateList>>[number]
