import { z } from 'zod'
import { PROPOSAL_KINDS } from '@/domain/roster/proposal'
import type { Day } from '@/domain/calendar/day'
import { shownRates } from '@/domain/rates/rate-display'

const figure = z.object({ part: z.number().int(), whole: z.number().int() })
const figures = z.record(z.enum(shownRates), figure)
const rule = z.enum(['ANY', 'EVERY'])

/** What the officer chose before composing. */
const request = z.object({
  /** The paragraphs, one a line. */
  text: z.string(),
  /** The office's own templates; null = the plain ones that come with the platform. */
  docxTemplateId: z.string().nullable(),
  xlsxTemplateId: z.string().nullable(),
  roster: z.enum(['key', 'all']),
})

/** Everything a composed bulletin shows, on its page and in its files. No persons; enterprises only where they may be named. */
const composed = z.object({
  region: z.object({ code: z.string(), name: z.string(), kind: z.string() }),
  programme: z.object({ name: z.string(), isDemonstration: z.boolean() }),
  office: z.string().nullable(),
  fromOn: z.string(),
  lastDay: z.string(),
  frozenAt: z.string(),
  composedOn: z.string(),
  definitionVersion: z.number().int(),
  trainingRule: rule,
  formerRule: rule.nullable(),
  formerFigure: figure.nullable(),
  isKeyOnly: z.boolean(),
  entries: z.number().int(),
  figures,
  evidence: z.array(
    z.object({ rate: z.enum(shownRates), parts: z.array(z.object({ name: z.string(), count: z.number().int() })) }),
  ),
  before: z.object({ lastDay: z.string(), figures }).nullable(),
  corrections: z.record(z.enum(shownRates), z.object({ added: z.number().int(), withdrawn: z.number().int() })),
  roster: z.object({ joined: z.number().int(), left: z.number().int() }).nullable(),
  children: z.array(z.object({ code: z.string(), name: z.string(), figures, open: z.number().int() })),
  /** Enterprises with something still missing: how many, and their names where the level allows it. */
  open: z.number().int(),
  isNamed: z.boolean(),
  missing: z.array(z.object({ enterprise: z.string(), place: z.string(), needs: z.array(z.enum(shownRates)) })),
  rosterRows: z.array(
    z.object({
      enterprise: z.string(),
      change: z.enum(['joined', 'left']),
      on: z.string().nullable(),
      /** What was recorded as the reason; bulletins composed before there were such records have none. */
      why: z.enum(PROPOSAL_KINDS).nullable().default(null),
    }),
  ),
  paragraphs: z.array(z.string()),
})

/** The stored state of a bulletin. */
export const bulletinSnapshot = z.discriminatedUnion('state', [
  z.object({ state: z.literal('composing'), request }),
  z.object({ state: z.literal('refused'), request, refusal: z.string(), problems: z.array(z.string()) }),
  z.object({ state: z.literal('composed'), request, bulletin: composed }),
])

/** The stored state of a draft. What it says stands in its files alone: it is not kept. */
export const draftSnapshot = z.discriminatedUnion('state', [
  z.object({ state: z.literal('composing'), request }),
  z.object({ state: z.literal('refused'), request, refusal: z.string(), problems: z.array(z.string()) }),
  z.object({ state: z.literal('drafted'), request, on: z.string(), at: z.string() }),
])

export type BulletinRequest = z.infer<typeof request>
export type ComposedBulletin = z.infer<typeof composed>
export type BulletinState = z.infer<typeof bulletinSnapshot>
export type DraftState = z.infer<typeof draftSnapshot>

/** The figures of a frozen period, or of the open one as of the day `draftOn`. */
export type BulletinFigures = Omit<ComposedBulletin, 'frozenAt' | 'paragraphs'> &
  ({ frozenAt: string; draftOn: null } | { frozenAt: null; draftOn: Day })

/** What the files of a bulletin or a draft are filled with. */
export type BulletinContent = BulletinFigures & { paragraphs: string[] }

/** The day that the figures are of. */
export function countedOn({ draftOn, lastDay }: BulletinFigures): Day {
  return draftOn ?? lastDay
}

/** The paragraphs as an officer wrote them, one a line. */
export function paragraphsOf({ text }: BulletinRequest): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
