/**
 * Everything that is ever audited, by subject: a closed list, so that a reader of the trail knows every word in it. Each has a word in
 * messages/<locale>/audit.json. Add a kind here with the command that writes it. `detail` holds codes, numbers and ids, never a mobile, a name or a
 * token; the one text that somebody types is the reason of `person.unmasked`.
 */
export const AUDIT_GROUPS = {
  accounts: [
    'login.opened',
    'login.refused',
    'login.closed',
    'account.created',
    'account.password-set',
    'account.totp-enrolled',
    'account.disabled',
    'account.locale-set',
    'sso.linked',
    'officer.granted',
    'officer.ended',
    'link.issued',
    'link.opened',
    'link.refused',
    'links.exported',
  ],
  roster: [
    'region.changed',
    'import.uploaded',
    'import.confirmed',
    'import.cancelled',
    'import.undone',
    'entry.placed',
    'proposal.made',
    'proposal.decided',
    'proposal.withdrawn',
    'seat.changed',
    'holding.changed',
    'person.unmasked',
  ],
  contacts: [
    'contact.recorded',
    'contact.retracted',
    'owner.changed',
    'spot-check.drawn',
    'spot-check.settled',
    'campaign.composed',
    'campaign.cancelled',
    'robot.changed',
    'robot.spoke',
    'mail-address.set',
    'inquiry.asked',
    'inquiry.retracted',
    'inquiry.passed',
    'inquiry.answered',
    'inquiry.published',
    'inquiry.withdrawn',
    'visit.recorded',
    'visit.answered',
    'visit.retracted',
    'visit.round-planned',
    'visit.round-retracted',
    'finding.followed-up',
    'agency.changed',
    'display.changed',
    'session.planned',
    'session.cancelled',
    'session.attended',
    'session.attendance-retracted',
    'session.walk-in-settled',
  ],
  results: [
    'results.uploaded',
    'results.written',
    'results.cancelled',
    'results.retracted',
    'result-row.decided',
    'result-row.undone',
    'alias.retracted',
    'fill-back.uploaded',
    'fill-back.filled',
    'template.changed',
    'document.filled',
  ],
  reports: ['period.frozen', 'bulletin.composed', 'bulletin.drafted', 'group-text.made', 'sms-layout.changed'],
  learning: [
    'oral-check.started',
    'oral-check.submitted',
    'oral-check.abandoned',
    'oral-check.retracted',
    'attempt.started',
    'attempt.submitted',
    'attempt.expired',
    'attempt.regraded',
    'item.withdrawn',
    'item.restored',
    'signal.closed',
    'bank.imported',
    'bank.exported',
    'lab-run.started',
    'lab-run.submitted',
    'completion.recorded',
    'completion.retracted',
  ],
  proof: ['certificate.issued', 'certificate.revoked', 'list.exported'],
  platform: [
    'programme.changed',
    'requirement.changed',
    'suggestion.sent',
    'suggestion.answered',
    'start.step-skipped',
    'recount.mended',
  ],
} as const

export type AuditGroup = keyof typeof AUDIT_GROUPS
export type AuditKind = (typeof AUDIT_GROUPS)[AuditGroup][number]

/** One line of the trail. */
export type AuditEntry = {
  kind: AuditKind
  subjectId?: string | null
  /** Path of the region concerned, for officers who read the trail of their subtree. */
  regionPath?: string | null
  detail?: Record<string, string | number | boolean | null>
}
