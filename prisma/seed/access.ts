import { generate } from 'otplib'
import { z } from 'zod'
import { hashPassword } from '@/server/auth/password-hash'
import { linkHashes, linkToken } from '@/server/auth/link-secrets'
import { offeredTotpSecret, recoveryCodes, recoveryHash } from '@/server/auth/totp'
import { decryptColumn, encryptColumn } from '@/server/crypto/column'
import { keyedHash } from '@/server/crypto/keys'
import { revealMobile } from '@/server/crypto/mobile'
import { db, type Transaction } from '@/server/db/client'
import { newId } from '@/server/db/id'
import type { Cast } from './cast'
import type { Officers } from './officers'

/** What the start script prints and keeps in `.data/demonstration.json`. Texts are Chinese, then English. */
export interface DemonstrationAccess {
  readonly signIns: readonly SignIn[]
  readonly links: readonly { readonly role: string; readonly path: string; readonly note: string }[]
}

interface SignIn {
  readonly role: string
  readonly login: string
  readonly password: string
  readonly note: string
  /** Only the city officer's: the second factor for an authenticator, and codes that count once each. */
  readonly totpSecret?: string
  readonly recoveryCodes?: readonly string[]
}

const logins = {
  city: 'demo-city',
  county: 'demo-county',
  township: 'demo-township',
  clerk: 'demo-clerk',
  halfway: 'demo-halfway',
}
const linkDays = 60

/** What the setting `demonstration` holds: how far loading came, and which rows are handed out. */
export const demonstrationState = z.object({
  state: z.enum(['loading', 'loaded']),
  today: z.string(),
  headLinkId: z.string(),
  certificateId: z.string().nullable(),
  retractId: z.string().nullable(),
  lateIds: z.array(z.string()),
})
export type DemonstrationState = z.infer<typeof demonstrationState>

/** Writes the accounts that can sign in and the head's ready link; returns the link's id. */
export async function writeAccess(tx: Transaction, officers: Officers, cast: Cast, now: Date): Promise<string> {
  const county = officers.byCounty.get(officers.home.countyCode) ?? officers.city
  const people = {
    city: officers.city,
    county,
    township: officers.township,
    clerk: cast.freshClerk,
    halfway: cast.halfwayClerk,
  }
  for (const [role, { id: personId }] of Object.entries(people)) {
    const loginName = logins[role as keyof typeof logins]
    const passwordHash = await hashPassword(passwordOf(loginName))
    const totp = role === 'city' ? { totpCipher: encryptColumn('totp', offeredTotpSecret(personId, null)) } : {}
    await tx.account.create({ data: { personId, loginName, passwordHash, ...totp } })
  }
  const { id } = officers.city
  await tx.recoveryCode.createMany({
    data: recoveryCodes(id, now).map((code) => ({ personId: id, codeHmac: recoveryHash(id, code), recordedAt: now })),
  })
  const linkId = newId()
  const expiresAt = new Date(now.getTime() + linkDays * 86_400_000)
  await tx.personalLink.create({
    data: {
      id: linkId,
      holdingId: cast.headHoldingId,
      ...linkHashes(linkId),
      expiresAt,
      createdById: officers.township.id,
    },
  })
  return linkId
}

/**
 * The sign-ins and links of the loaded demonstration, as often as asked: passwords are derived from this installation's HMAC key and
 * the login name, so they differ everywhere, are stored nowhere in the clear, and a lost `.data/demonstration.json` can be written again.
 * Somebody who changed a password in the product keeps their own; the derived one then no longer fits.
 */
export async function demonstrationAccess(state: DemonstrationState): Promise<DemonstrationAccess> {
  const accounts = await db.account.findMany({
    where: { loginName: { in: Object.values(logins) } },
    include: {
      person: {
        select: { name: true, mobileCipher: true, grants: { select: { region: { select: { name: true } } } } },
      },
    },
  })
  const signIn = (loginName: string, role: string, note: string): SignIn[] => {
    const account = accounts.find((one) => one.loginName === loginName)
    if (!account) return []
    const region = account.person.grants[0]?.region?.name ?? ''
    return [{ role: role.replace('{region}', region), login: loginName, password: passwordOf(loginName), note }]
  }
  const city = signIn(
    logins.city,
    '市级管理员 · city officer（{region}）',
    '需要动态口令：npm run demo:code 显示当前口令 · needs a one-time code: npm run demo:code prints it',
  )
  return {
    signIns: [
      ...(await Promise.all(city.map(withSecondFactor))),
      ...signIn(logins.county, '县级管理员 · county officer（{region}）', ''),
      ...signIn(logins.township, '乡镇管理员 · township officer（{region}）', ''),
      ...signIn(logins.clerk, '经办人 · clerk', '还没有开始 · nothing done yet'),
      ...signIn(
        logins.halfway,
        '经办人 · clerk',
        '两家企业，学完课程，测评未过一次 · two enterprises, course done, one paper not passed',
      ),
    ],
    links: [...(await headLink(state)), ...(await certificateLink(state))],
  }
}

/** The code that the city officer's authenticator would show now; null when there is no such account. */
export async function demonstrationCode(): Promise<string | null> {
  const secret = (await cityAccount())?.secret
  return secret ? generate({ secret }) : null
}

async function withSecondFactor(signIn: SignIn): Promise<SignIn> {
  const city = await cityAccount()
  if (!city) return signIn
  const codes = await db.recoveryCode.findMany({ where: { personId: city.personId } })
  const madeAt = codes[0]?.recordedAt
  const unused = new Set(codes.filter((one) => !one.usedAt).map((one) => hex(one.codeHmac)))
  const all = madeAt ? recoveryCodes(city.personId, madeAt) : []
  const left = all.filter((code) => unused.has(hex(recoveryHash(city.personId, code))))
  return { ...signIn, totpSecret: city.secret, recoveryCodes: left }
}

async function cityAccount(): Promise<{ personId: string; secret: string } | null> {
  const account = await db.account.findUnique({ where: { loginName: logins.city } })
  return account?.totpCipher ? { personId: account.personId, secret: decryptColumn('totp', account.totpCipher) } : null
}

async function headLink({ headLinkId }: DemonstrationState) {
  const link = await db.personalLink.findUnique({
    where: { id: headLinkId },
    select: { holding: { select: { person: { select: { mobileCipher: true } } } } },
  })
  const cipher = link?.holding.person.mobileCipher
  if (!cipher) return []
  const tail = revealMobile(cipher).slice(-4)
  const note = `手机号后四位 ${tail} · last four digits of the phone: ${tail}`
  return [{ role: '负责人的个人链接 · a head’s personal link', path: `/l/${linkToken(headLinkId)}`, note }]
}

async function certificateLink({ certificateId }: DemonstrationState) {
  const certificate = certificateId ? await db.certificate.findUnique({ where: { id: certificateId } }) : null
  if (!certificate) return []
  return [{ role: '证书核验 · verification of a certificate', path: `/verify/${certificate.token}`, note: '' }]
}

/** Twelve characters in three groups, without letters that are mistaken for others. */
function passwordOf(loginName: string): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const bytes = keyedHash('demonstration-password', loginName)
  const text = Array.from(bytes.subarray(0, 12), (byte) => letters[byte % letters.length]).join('')
  return [text.slice(0, 4), text.slice(4, 8), text.slice(8)].join('-')
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
