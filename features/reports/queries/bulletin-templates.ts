import 'server-only'
import { db } from '@/server/db/client'

export type BulletinTemplate = { id: string; name: string; format: 'DOCX' | 'XLSX'; placeholders: string[] }

/** The office's sound templates for bulletins of a region: those of the region itself and of the regions above it. */
export async function bulletinTemplates(regionPath: string): Promise<BulletinTemplate[]> {
  const codes = regionPath.split('.').filter(Boolean)
  const paths = codes.map((_, index) => `${codes.slice(0, index + 1).join('.')}.`)
  const regions = await db.region.findMany({ where: { path: { in: paths } }, select: { id: true } })
  return db.officeTemplate.findMany({
    where: { purpose: 'BULLETIN', state: 'SOUND', retractedAt: null, regionId: { in: regions.map((one) => one.id) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, format: true, placeholders: true },
  })
}
