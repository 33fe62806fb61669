/** Everything a certificate shows, as it was at issue; stored as JSON and never changed. Days are Shanghai days, `YYYY-MM-DD`. */
export type CertificateSnapshot = {
  readonly version: 1
  readonly serial: string
  readonly personName: string
  /** Title of the course the exam belongs to. */
  readonly courseTitle: string
  readonly examTitle: string
  readonly examSlug: string
  readonly contentVersion: number
  readonly happenedOn: string
  readonly issuedOn: string
  readonly validUntilOn: string | null
  /** Right and asked questions; null when the result came without points. */
  readonly score: { readonly part: number; readonly whole: number } | null
  /** Labs passed by then, in the order passed. */
  readonly labs: readonly { readonly slug: string; readonly title: string; readonly passedOn: string }[]
  /** The programme it was learnt in; null when the person held no seat. */
  readonly programmeName: string | null
  /** The office that issued it; null when none was configured. */
  readonly issuer: string | null
}

/** Printed on every certificate. Source: design section 3. */
export const CERTIFICATE_TITLE = '学习完成证书'
/** Printed on every certificate, beneath its facts. Source: design section 3. */
export const CERTIFICATE_DISCLAIMER = '非职业资格、不作上岗依据'
/** Raise it when the PDF would show the same snapshot otherwise; old certificates keep theirs. */
export const TEMPLATE_VERSION = 1
