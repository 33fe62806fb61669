import type { Actor, Role } from './actor'

/** What every signed-in person may do with what is their own, also by personal link. */
const LINK = [
  'learn.read',
  'learn.answer',
  'attempt.open-book',
  'certificate.read-own',
  'account.claim',
  'visit.answer',
  'mail.own',
  'inquiry.ask',
  'session.sign-up',
] as const
/** What needs a full account: certifying papers and labs, settings. */
const ACCOUNT = ['attempt.certifying', 'lab.take', 'account.manage'] as const
/** Whoever works on the office's pages, also lecturers and agencies: what opens their frame and nothing in it. */
const OFFICE = ['office.open'] as const
/** What officers and auditors may look at within the subtree of their grant. Nothing that changes anything may ever stand here. */
const READER = ['rates.read', 'roster.read', 'audit.read'] as const
/** What an officer may do within the subtree of their grant. */
const OFFICER = [
  'today.read',
  'roster.write',
  'import.run',
  'links.issue',
  'person.unmask',
  'list.export',
  'officers.manage',
  'certificate.read',
  'certificate.revoke',
  'suggestion.read',
  'results.import',
  'fill-back.run',
  'template.write',
  'report.read',
  'report.compose',
  'signal.read',
  'contact.record',
  'session.run',
  'visit.plan',
  'agency.manage',
  'display.manage',
  'message.send',
  'inquiry.answer',
  'spot-check.run',
] as const
/** What lecturers may do, too, within the subtree of their grant. */
const LECTURER = ['oral-check.run'] as const
/** What people of an agency may do, too, for the enterprises of its running contracts. */
const AGENCY = ['visit.record', 'session.plan'] as const
/** What lecturers and people of an agency may do, too: their own sessions, without anybody's name. */
const HOST = ['session.host'] as const
/** The enterprises that an agency serves; officers have their rosters. */
const SERVICE = ['service.read'] as const
/** What only an officer of the root region may do. */
const CITY = ['regions.write', 'programme.write'] as const
const AUTHOR = ['content.preview'] as const
/** What shows answer keys or changes what a paper holds: for authors and for officers of the root region. */
const BANK = ['bank.read', 'bank.exchange', 'item.withdraw'] as const

export type Permission =
  | (typeof LINK)[number]
  | (typeof ACCOUNT)[number]
  | (typeof OFFICE)[number]
  | (typeof READER)[number]
  | (typeof OFFICER)[number]
  | (typeof LECTURER)[number]
  | (typeof AGENCY)[number]
  | (typeof HOST)[number]
  | (typeof SERVICE)[number]
  | (typeof CITY)[number]
  | (typeof AUTHOR)[number]
  | (typeof BANK)[number]

/** All permissions, for the access matrix. */
export const PERMISSIONS: readonly Permission[] = [
  ...LINK,
  ...ACCOUNT,
  ...OFFICE,
  ...READER,
  ...OFFICER,
  ...LECTURER,
  ...AGENCY,
  ...HOST,
  ...SERVICE,
  ...CITY,
  ...AUTHOR,
  ...BANK,
]

function isIn(list: readonly string[], permission: Permission): boolean {
  return list.includes(permission)
}

/**
 * Whether this actor may ever do this, before any row is looked at. Fails closed: an unknown word is refused.
 * "On this row?" is asked again in the query or command (`server/auth/scope.ts`, `reaches`).
 */
export function mayEver(actor: Actor, permission: Permission): boolean {
  if (actor.mfaPending) return permission === 'account.manage'
  if (isIn(LINK, permission)) return true
  if (actor.via === 'link') return false
  if (isIn(ACCOUNT, permission)) return true
  const holds = (role: Role) => actor.grants.some((grant) => grant.role === role && grant.regionPath !== null)
  const officer = holds('OFFICER')
  const serves = holds('AGENCY')
  const lectures = holds('LECTURER')
  if (isIn(OFFICE, permission)) return officer || holds('AUDITOR') || lectures || serves
  if (isIn(READER, permission)) return officer || holds('AUDITOR')
  if (isIn(OFFICER, permission)) return officer
  if (isIn(LECTURER, permission)) return officer || lectures
  if (isIn(AGENCY, permission)) return officer || serves
  if (isIn(HOST, permission)) return officer || lectures || serves
  if (isIn(SERVICE, permission)) return serves
  const city = actor.grants.some((grant) => grant.role === 'OFFICER' && grant.regionKind === 'CITY')
  if (isIn(CITY, permission)) return city
  const author = actor.grants.some((grant) => grant.role === 'AUTHOR')
  if (isIn(AUTHOR, permission)) return officer || author
  if (isIn(BANK, permission)) return city || author
  return false
}
