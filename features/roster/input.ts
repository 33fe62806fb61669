import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'
import { PROPOSAL_KINDS } from '@/domain/roster/proposal'

const day = z.string().refine(isDay, 'day')
const ticked = z.preprocess((value) => value === 'on' || value === 'true', z.boolean())
const blankToMissing = (value: unknown) => (value === '' ? undefined : value)

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024

export const uploadImportInput = z.object({
  programmeId: z.uuid(),
  regionId: z.uuid(),
  effectiveOn: day,
  isComplete: ticked,
  keyDefault: ticked,
  file: z.instanceof(File).optional(),
  rows: z.string().max(5_000_000, 'too-long').optional(),
})
export type UploadImport = z.output<typeof uploadImportInput>

export const importIdInput = z.object({ importId: z.uuid() })

const answer = (...words: string[]) => z.preprocess(blankToMissing, z.enum(words as [string, ...string[]]).optional())
const clerkAnswer = z.preprocess(
  blankToMissing,
  z
    .string()
    .regex(/^(?:add|replace|keep|replace:[0-9a-f-]{36})$/)
    .optional(),
)

export const confirmImportInput = z.object({
  importId: z.uuid(),
  mode: z.enum(['good', 'all']),
  name: answer('rename', 'keep'),
  head: answer('replace', 'keep'),
  clerk: answer('add', 'replace', 'keep'),
  leftTyped: z.preprocess(blankToMissing, z.coerce.number().int().min(0).optional()),
})
export type ConfirmImport = z.output<typeof confirmImportInput>

export const rowChoiceInput = z.object({
  importId: z.uuid(),
  position: z.coerce.number().int().min(0),
  name: answer('rename', 'keep'),
  head: answer('replace', 'keep'),
  clerk: clerkAnswer,
})
export type RowChoice = z.output<typeof rowChoiceInput>

const mobile = z.preprocess(blankToMissing, z.string().max(30).optional())
const delegation = z.preprocess(blankToMissing, z.enum(['DELEGATED_HEAD', 'BOOKKEEPING_AGENCY']).optional())

export const holdSeatInput = z.object({
  entryId: z.uuid(),
  seatId: z.uuid(),
  name: z.string().max(60),
  mobile,
  delegation,
  fromOn: day,
})
export type HoldSeat = z.output<typeof holdSeatInput>

export const addSeatInput = z.object({ entryId: z.uuid(), post: z.string().max(60).optional(), fromOn: day })
export type AddSeat = z.output<typeof addSeatInput>

export const endHoldingInput = z.object({ entryId: z.uuid(), holdingId: z.uuid(), toOn: day })
export type EndHolding = z.output<typeof endHoldingInput>

export const closeSeatInput = z.object({ entryId: z.uuid(), seatId: z.uuid(), toOn: day })
export type CloseSeat = z.output<typeof closeSeatInput>

export const markHoldingInput = z.object({ entryId: z.uuid(), holdingId: z.uuid(), delegation })
export type MarkHolding = z.output<typeof markHoldingInput>

export const placeEntryInput = z.object({
  entryId: z.uuid(),
  leafId: z.preprocess(blankToMissing, z.uuid().optional()),
  isKey: ticked,
  fromOn: day,
  reason: z.string().max(200).optional(),
})
export type PlaceEntry = z.output<typeof placeEntryInput>

const shortText = (least: number, most: number) => z.string().trim().min(least, 'too-short').max(most, 'too-long')
const emptyToNull = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'too-long')
    .optional()
    .transform((text) => text || null)

export const proposeChangeInput = z
  .object({
    entryId: z.uuid(),
    kind: z.enum(PROPOSAL_KINDS),
    fromOn: day,
    toLeafId: z.preprocess(blankToMissing, z.uuid().optional()),
    newName: emptyToNull(100),
    reason: shortText(2, 200),
  })
  .refine(({ kind, newName }) => kind !== 'RENAME' || (newName !== null && newName.length >= 4), {
    message: 'name',
    path: ['newName'],
  })
  .refine(({ kind, toLeafId }) => kind !== 'MOVE' || toLeafId !== undefined, { message: 'leaf', path: ['toLeafId'] })
export type ProposeChange = z.output<typeof proposeChangeInput>

export const decideProposalInput = z.object({
  proposalId: z.uuid(),
  decision: z.enum(['ACCEPTED', 'DECLINED']),
  answer: emptyToNull(200),
})
export type DecideProposal = z.output<typeof decideProposalInput>

export const proposalIdInput = z.object({ proposalId: z.uuid() })

export const addZoneInput = z.object({
  parentId: z.uuid(),
  kind: z.enum(['ZONE', 'TOWNSHIP']),
  name: z.string().trim().min(2, 'name').max(30, 'name'),
})
export type AddZone = z.output<typeof addZoneInput>

export const regionStateInput = z.object({
  regionId: z.uuid(),
  action: z.enum(['close', 'open', 'rename']),
  name: z.string().trim().max(30).optional(),
})
export type RegionStateChange = z.output<typeof regionStateInput>

export const unmaskPersonsInput = z.object({ entryId: z.uuid(), reason: z.string().trim().min(4).max(200) })
export type UnmaskPersons = z.output<typeof unmaskPersonsInput>
