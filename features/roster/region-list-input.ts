import { z } from 'zod'

/** A list of regions of a city is short: the largest city has not much over a thousand townships. It is planned within the request. */
export const MAX_LIST_BYTES = 200_000
export const MAX_LIST_ROWS = 3000

/** Where somebody goes on after writing: back to the first steps, or to the regions. */
const from = z.enum(['start', 'regions']).catch('regions')

export const regionListInput = z.object({
  from,
  rows: z.string().max(MAX_LIST_BYTES, 'list-too-large').optional(),
  file: z.instanceof(File).optional(),
})
export type GivenRegionList = z.output<typeof regionListInput>

export const writeRegionListInput = z.object({ from, listId: z.uuid() })
export const readyRegionsInput = z.object({ from })

export const nameCityInput = z.object({ name: z.string().max(60), code: z.string().max(20) })
export type NameCity = z.output<typeof nameCityInput>

/** What the page of a list is asked to show. */
export const regionListView = z.object({ from, list: z.uuid().optional().catch(undefined) })
