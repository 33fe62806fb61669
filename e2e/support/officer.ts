import { expect, type Page } from '@playwright/test'

/** Part and whole of the four rates on an area's page; absent when there is nothing to count. */
export type Figures = Record<'training' | 'awareness' | 'readiness', { part: number; whole: number }>

const LABELS = { training: '重点企业培训率', awareness: '负责人政策知晓率', readiness: '经办人业务上手率' } as const

/** Reads the figures of an area as its officer sees them. */
export async function figuresOf(page: Page, regionCode: string): Promise<Figures> {
  await page.goto(`/manage/area/${regionCode}`)
  const entries = await Promise.all(
    Object.entries(LABELS).map(async ([rate, label]) => [rate, await figure(page, label)] as const),
  )
  return Object.fromEntries(entries) as Figures
}

async function figure(page: Page, label: string): Promise<{ part: number; whole: number }> {
  const link = page.getByRole('region', { name: label }).getByRole('link', { name: /^[\d,]+ \/ [\d,]+$/ })
  await expect(link).toBeVisible()
  return partAndWhole((await link.textContent()) ?? '')
}

/** "1,243 / 1,422" as numbers. */
export function partAndWhole(text: string): { part: number; whole: number } {
  const [part, whole] = (/([\d,]+) \/ ([\d,]+)/.exec(text) ?? [])
    .slice(1)
    .map((number) => Number(number.replaceAll(',', '')))
  if (part === undefined || whole === undefined) throw new Error(`No part and whole in "${text}"`)
  return { part, whole }
}
