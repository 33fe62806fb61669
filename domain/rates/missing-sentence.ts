type Translate = (key: string, values?: Record<string, string | number>) => string

/** The title of a course, exam, lab or session by kind and slug; the slug itself when it is not known here. */
export type TitleOf = (kind: string, slug: string) => string

/**
 * A code of what is missing as a sentence: "READINESS:EXAM:guiji…:expired" → "《结业测评》待通过（已到期）". See
 * `missingCode` in holder-meets.ts for the codes. Never throws on one.
 *
 * @param t sentences under "reason." as in messages/…/rates.json
 */
export function missingSentence(code: string, t: Translate, titleOf: TitleOf): string {
  if (code === 'vacant') return t('reason.vacant')
  const [, ...rest] = code.split(':')
  const body = rest.join(':')
  const ending = /:(expired|evidence|version|done\d+)$/.exec(body)?.[1]
  const alternatives = (ending ? body.slice(0, -ending.length - 1) : body).split('|')
  const sentence = alternatives
    .map((one) => {
      const [kind = '', asked = ''] = one.split(':')
      const [slug = '', times] = asked.split('*')
      const sentence = t(`reason.${kind}`, { title: titleOf(kind, slug) })
      return times ? `${sentence}${t('reason.times', { times })}` : sentence
    })
    .join(t('reason.or'))
  if (ending?.startsWith('done')) return `${sentence}${t('reason.done', { times: ending.slice(4) })}`
  return ending ? `${sentence}${t(`reason.${ending}`)}` : sentence
}
