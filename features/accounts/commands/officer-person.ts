import { pinyin } from 'pinyin-pro'
import { readMobile } from '@/domain/roster/mobile'
import { nameKey, readPersonName } from '@/domain/roster/person-name'
import { mobileColumns, mobileHmac } from '@/server/crypto/mobile'
import type { Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { ok, refuse } from '@/server/outcome'
import type { Outcome } from '@/server/outcome'

export type OfficerPersonRefusal = 'bad-name' | 'bad-sign-in-name' | 'name-taken'

/** A login name as typed: 4 to 32 small letters, figures, dots, dashes; it begins with a letter, so it is never a mobile. */
const LOGIN_NAME = /^[a-z][a-z0-9._-]{3,31}$/

/**
 * The person behind a name and a mobile (or login name), made when nobody has it yet. The same mobile with another name is refused
 * without telling whose it is. Returns the login name to store when one was given instead of a mobile.
 */
export async function officerPerson(
  tx: Transaction,
  typed: { name: string; signInName: string; source: string },
): Promise<Outcome<{ personId: string; loginName: string | null }, OfficerPersonRefusal>> {
  const name = readPersonName(typed.name)
  if (!name.ok) return refuse('bad-name')
  const mobile = readMobile(typed.signInName)
  if (mobile.ok) return byMobile(tx, name.value, mobile.value, typed.source)
  const loginName = typed.signInName.normalize('NFKC').trim().toLowerCase()
  if (!LOGIN_NAME.test(loginName)) return refuse('bad-sign-in-name')
  const taken = await tx.account.findUnique({
    where: { loginName },
    select: { personId: true, person: { select: { name: true } } },
  })
  if (taken && nameKey(taken.person.name) !== nameKey(name.value)) return refuse('name-taken')
  const personId = taken?.personId ?? (await createPerson(tx, name.value, null))
  return ok({ personId, loginName })
}

async function byMobile(tx: Transaction, name: string, mobile: string, source: string) {
  const known = await tx.person.findUnique({
    where: { mobileHmac: mobileHmac(mobile) },
    select: { id: true, name: true },
  })
  if (known && nameKey(known.name) !== nameKey(name)) return refuse('name-taken')
  const personId = known?.id ?? (await createPerson(tx, name, { ...mobileColumns(mobile), mobileSource: source }))
  return ok({ personId, loginName: null })
}

async function createPerson(
  tx: Transaction,
  name: string,
  mobile: (ReturnType<typeof mobileColumns> & { mobileSource: string }) | null,
): Promise<string> {
  const id = newId()
  const pinyinKey = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).join(' ').toLowerCase()
  await tx.person.create({ data: { id, name, pinyinKey, ...(mobile ?? {}) } })
  return id
}
