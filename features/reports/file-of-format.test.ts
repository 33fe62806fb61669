import { describe, expect, it } from 'vitest'
import { fileOfFormat } from './file-of-format'

describe('the file of a format', () => {
  it('is that of the two formats, and nothing else, whatever the path names', () => {
    const ids = { docx: 'w', xlsx: null }
    expect(fileOfFormat('docx', ids)).toBe('w')
    expect(fileOfFormat('xlsx', ids)).toBeNull()
    for (const asked of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'DOCX', 'pdf'])
      expect(fileOfFormat(asked, ids), asked).toBeNull()
  })
})
