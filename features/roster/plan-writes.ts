import 'server-only'
import type { EntryPlan } from '@/domain/roster/import-plan'
import { nameBigrams } from '@/domain/roster/name-search'
import type { Change, PersonRef } from '@/domain/roster/plan-change'
import type { CurrentEntry } from '@/domain/roster/roster-facts'
import { mobileColumns } from '@/server/crypto/mobile'
import { newId } from '@/server/db/id'
import { personPinyinKey, pinyinKey } from './pinyin-key'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** All rows that confirming writes, table by table. */
export class PlanWrites {
  readonly enterprises: { id: string; uscc: string }[] = []
  readonly names: {
    id: string
    enterpriseId: string
    name: string
    pinyinKey: string
    bigrams: string[]
    industry: string | null
  }[] = []
  readonly entries: { id: string; enterpriseId: string }[] = []
  readonly placements: { id: string; entryId: string; leafId: string; isKey: boolean }[] = []
  readonly persons: { id: string; name: string; pinyinKey: string; cipher: string | null; hmac: string | null }[] = []
  readonly mobiles: { personId: string; cipher: string; hmac: string }[] = []
  readonly seats: { id: string; entryId: string; kind: string; post: string | null }[] = []
  readonly holdings: { id: string; seatId: string; personId: string; delegation: string | null }[] = []
  /** Holdings that end because somebody else takes the seat. */
  readonly ended: string[] = []
  readonly entryIds = new Set<string>()
  /** For the undo: which entry and which mobiles each first row stands for. */
  readonly byPosition = new Map<number, { entryId: string; mobiles: string[] }>()

  /** `newByMobile`: persons made by earlier batches of the same import, by mobile; new ones are added. */
  constructor(private readonly newByMobile: Map<string, string> = new Map()) {}

  /** Adds what one plan says. `entry` is what the roster said when the plan was made. */
  add(plan: EntryPlan, entry: CurrentEntry | undefined): void {
    const enterpriseId = entry?.enterpriseId ?? newId()
    const entryId = entry?.entryId ?? newId()
    const mobiles: string[] = []
    for (const change of plan.changes) {
      this.addChange(change, enterpriseId, entryId)
      if (change.kind === 'mobile') mobiles.push(change.personId)
    }
    this.entryIds.add(entryId)
    this.byPosition.set(plan.positions[0] ?? -1, { entryId, mobiles })
  }

  private addChange(change: Change, enterpriseId: string, entryId: string): void {
    if (change.kind === 'enterprise') this.enterprises.push({ id: enterpriseId, uscc: change.uscc })
    else if (change.kind === 'name') {
      const { name, industry } = change
      this.names.push({
        id: newId(),
        enterpriseId,
        name,
        industry,
        pinyinKey: pinyinKey(name),
        bigrams: nameBigrams(name),
      })
    } else if (change.kind === 'entry') this.entries.push({ id: entryId, enterpriseId })
    else if (change.kind === 'placement')
      this.placements.push({ id: newId(), entryId, leafId: change.leafId, isKey: change.isKey })
    else if (change.kind === 'mobile') {
      const { mobileCipher, mobileHmac } = mobileColumns(change.mobile)
      this.mobiles.push({ personId: change.personId, cipher: base64(mobileCipher), hmac: base64(mobileHmac) })
    } else this.addSeat(change, entryId)
  }

  private addSeat(change: Change & { kind: 'seat' | 'hold' }, entryId: string): void {
    const seatId = change.kind === 'hold' ? change.seatId : newId()
    if (change.kind === 'seat') this.seats.push({ id: seatId, entryId, kind: change.seatKind, post: change.post })
    if (change.kind === 'hold' && change.replaces) this.ended.push(change.replaces)
    if (change.person)
      this.holdings.push({ id: newId(), seatId, personId: this.personOf(change.person), delegation: change.delegation })
  }

  /** The id of a person: one new person for each mobile of the file, one for each mention without a mobile. */
  private personOf(ref: PersonRef): string {
    if ('personId' in ref) return ref.personId
    const made = ref.mobile ? this.newByMobile.get(ref.mobile) : undefined
    if (made) return made
    const id = newId()
    const columns = ref.mobile ? mobileColumns(ref.mobile) : null
    if (ref.mobile) this.newByMobile.set(ref.mobile, id)
    const person = { id, name: ref.name, pinyinKey: personPinyinKey(ref.name) }
    this.persons.push({
      ...person,
      cipher: columns && base64(columns.mobileCipher),
      hmac: columns && base64(columns.mobileHmac),
    })
    return id
  }
}
