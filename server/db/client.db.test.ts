import { expect, it } from 'vitest'
import { db, pool } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { useDatabase } from '@/tests/support/database'

useDatabase()

it('reads by pg what Prisma wrote, over one pool', async () => {
  const id = newId()
  await db.person.create({ data: { id, name: '示例', pinyinKey: 'shi li' } })
  const { rows } = await pool.query('SELECT name FROM person WHERE id = $1', [id])
  expect(rows).toEqual([{ name: '示例' }])
})

it('refuses to change or delete what was audited', async () => {
  const id = newId()
  await db.auditEvent.create({ data: { id, kind: 'login.opened' } })
  await expect(db.auditEvent.delete({ where: { id } })).rejects.toThrow(/never changed or deleted/)
  await expect(db.auditEvent.update({ where: { id }, data: { kind: 'x' } })).rejects.toThrow(/never changed or deleted/)
})
