// Writes the files of an invented office into a folder: folder, seed, enterprises, heads, clerks, lines of the 接龙.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { officeFiles } from './office-files'

const [folder = '', seed = '', ...counts] = process.argv.slice(2)
const [enterprises = 0, heads = 0, clerks = 0, lines = 0] = counts.map(Number)
const office = await officeFiles(seed, enterprises, { heads, clerks, lines })
const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
write('roster.xlsx', office.roster)
write(office.heads.name, office.heads.bytes)
write(office.clerks.name, office.clerks.bytes)
write('jielong.txt', office.jielong.text)
const { heads: first, clerks: second, jielong } = office
write(
  'truth.json',
  JSON.stringify({
    heads: { name: first.name, rows: first.truth },
    clerks: { name: second.name, rows: second.truth },
    jielong: jielong.truth,
    enterprises: office.enterprises,
  }),
)
