import { revealMobile } from '@/server/crypto/mobile'
import type { Transaction } from '@/server/db/client'

/** Words that others know of a person and the product, for the password policy. Names of programme and city included. */
export async function passwordWords(tx: Pick<Transaction, 'person'>, personId: string): Promise<string[]> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      pinyinKey: true,
      mobileCipher: true,
      account: { select: { loginName: true } },
      grants: { where: { retractedAt: null }, select: { region: { select: { name: true } } } },
    },
  })
  const mobile = person.mobileCipher ? revealMobile(person.mobileCipher) : ''
  const regions = person.grants.flatMap((grant) => (grant.region ? [grant.region.name] : []))
  return [person.name, person.pinyinKey, mobile, person.account?.loginName ?? '', ...regions, ...PRODUCT_WORDS]
}

/** Words of the product itself. */
export const PRODUCT_WORDS = ['知行', 'zhixing', '宁波', 'ningbo', '诊断提升', '专项行动']
