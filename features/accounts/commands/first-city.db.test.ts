import { expect, it } from 'vitest'
import { db } from '@/server/db/client'
import { anybody, auditKinds } from '@/tests/cast/contexts'
import { useDatabase } from '@/tests/support/database'
import { setupGreeting } from '../queries/setup-greeting'
import { completeSetup } from './complete-setup'
import { createFirstOfficerToken } from './create-first-officer-token'

useDatabase()
const PASSWORD = 'seven otters on a raft'
const setup = (token: string, more: { cityName?: string; cityCode?: string }) =>
  completeSetup(anybody(), { token, name: '钱初', signInName: 'qian.first', password: PASSWORD, device: null, ...more })

it('the first officer of an empty installation names any city, and becomes its officer', async () => {
  const token = (await createFirstOfficerToken()) ?? ''
  expect(await setupGreeting(token)).toEqual({ kind: 'first', asksCity: true })
  expect(await setup(token, {})).toMatchObject({ refusal: 'bad-city-name' })
  expect(await setup(token, { cityName: '示例市', cityCode: '市' })).toMatchObject({ refusal: 'bad-city-code' })
  expect(await db.region.count()).toBe(0)
  expect(await setup(token, { cityName: '示例市', cityCode: '３２０５００' })).toMatchObject({ ok: true })
  const grant = await db.officerGrant.findFirstOrThrow({ include: { region: true } })
  expect(grant.region).toMatchObject({ kind: 'CITY', code: '3205', name: '示例市', path: '3205.', parentId: null })
  expect(await auditKinds()).toEqual(expect.arrayContaining(['region.changed', 'officer.granted']))
})
