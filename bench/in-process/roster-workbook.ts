// Writes a workbook to stdout: number of rows, county, number of the first enterprise.
import { inventedRoster } from './invented-roster'

const [rows, among = '', first] = process.argv.slice(2)
process.stdout.write(await inventedRoster(Number(rows), { among, first: Number(first) }))
