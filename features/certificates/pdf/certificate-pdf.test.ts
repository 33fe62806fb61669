import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTranslator } from 'use-intl/core'
import { afterAll, describe, expect, it } from 'vitest'
import type { CertificateSnapshot } from '@/domain/certificates/snapshot'
import messages from '@/messages/zh/certificates.json'
import { missingGlyphs } from '@/server/pdf/fonts'
import { certificatePage, type Sentence } from './certificate-page'
import { renderCertificate } from './render-certificate'

const say = createTranslator({ locale: 'zh-CN', messages, namespace: undefined }) as Sentence
const snapshot: CertificateSnapshot = {
  version: 1,
  serial: 'ZX-2026-7F3K-9Q2M',
  personName: '欧阳喆',
  courseTitle: '研发费用归集与辅助账',
  examTitle: '研发费用归集与辅助账测评',
  examSlug: 'guiji-fuzhuzhang',
  contentVersion: 1,
  happenedOn: '2026-11-23',
  issuedOn: '2026-11-23',
  validUntilOn: '2026-12-31',
  score: { part: 13, whole: 15 },
  labs: [{ slug: 'qita-xiane', title: '其他相关费用限额', passedOn: '2026-11-22' }],
  programmeName: '“诊断+提升”专项行动',
  issuer: '示例市科学技术局',
}
const verifyUrl = 'https://zhixing.example/verify/0123456789abcdefghijkl'
const page = (change: Partial<CertificateSnapshot> = {}) =>
  certificatePage({ ...snapshot, ...change }, { verifyUrl, isPublic: true, say })

const poppler = (tool: string, args: string[]) => execFileSync(`/usr/bin/${tool}`, args, { encoding: 'utf8' })
const folder = mkdtempSync(path.join(tmpdir(), 'certificate-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('missing characters', () => {
  it.each(['㛃', '䶮', '𬭩', '喆', '㙓', '堃', '犇', '龘', '髙', '𬱖', '𫖮', '欧阳·艾力'])('has %s', (name) => {
    expect(missingGlyphs(name)).toEqual([])
  })
  it('names a character the font lacks, and shows a mark and a notice instead of garbage', () => {
    const drawn = page({ personName: '𠮷田' })
    expect(drawn.name).toBe('〓田')
    expect(drawn.glyphNotice).toContain('U+20BB7')
  })
  it('says nothing when nothing is missing', () => expect(page().glyphNotice).toBeNull())
})

describe.skipIf(!existsSync('/usr/bin/pdftotext'))('the PDF as another program reads it', () => {
  it('is one A4 page with an embedded subset of the font and every fact as text', async () => {
    const file = path.join(folder, 'certificate.pdf')
    const bytes = await renderCertificate(page())
    writeFileSync(file, bytes)
    const text = poppler('pdftotext', ['-layout', file, '-'])
    for (const fact of [
      '学习完成证书',
      '非职业资格、不作上岗依据',
      '欧阳喆',
      '研发费用归集与辅助账',
      'ZX-2026-7F3K-9Q2M',
      '其他相关费用限额',
      '2026年12月31日',
    ]) {
      expect(text.replace(/\s/g, '')).toContain(fact.replace(/\s/g, ''))
    }
    const fonts = poppler('pdffonts', [file]).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBe(1)
    expect(fonts[0]).toMatch(/NotoSansSC.*yes yes yes/)
    const info = poppler('pdfinfo', [file])
    expect(info).toMatch(/Pages:\s+1\n/)
    expect(info).toMatch(/Page size:.*A4/)
    expect(bytes.length).toBeLessThan(60_000)
  })

  it('stays on one page, without another font, with the longest names and seven labs', async () => {
    const file = path.join(folder, 'long.pdf')
    const labs = Array.from({ length: 7 }, (_, index) => ({
      slug: `lab-${index}`,
      title: `实训之${index}：其他相关费用限额与工时分摊`,
      passedOn: '2026-11-22',
    }))
    const long = page({
      personName: '𠮷买买提·艾力江·阿卜杜拉·吐尔逊·阿卜力米提·𡈽',
      courseTitle: '研发费用归集与辅助账（含委托研发、共用设备分摊）'.repeat(2),
      labs,
    })
    writeFileSync(file, await renderCertificate(long))
    expect(poppler('pdfinfo', [file])).toMatch(/Pages:\s+1\n/)
    expect(poppler('pdffonts', [file])).not.toMatch(/Helvetica/)
  })
})
