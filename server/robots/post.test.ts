import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRobotUrl, postToRobot, robotRequest } from './post'

const NOW = 1_700_000_000_000
const text = '示例区：还差 12 家'

describe('an address', () => {
  it.each([
    ['WECOM', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', true],
    ['WECOM', 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', false],
    ['WECOM', 'https://qyapi.weixin.qq.com.evil.example/x', false],
    ['WECOM', 'https://evil@qyapi.weixin.qq.com/x', false],
    ['WECOM', 'https://qyapi.weixin.qq.com:8443/x', false],
    ['DINGTALK', 'https://127.0.0.1/robot', false],
    ['DINGTALK', 'https://oapi.dingtalk.com/robot/send?access_token=1', true],
    ['FEISHU', 'https://open.feishu.cn/open-apis/bot/v2/hook/1', true],
    ['FEISHU', 'nonsense', false],
  ] as const)('%s %s: %s', (kind, url, good) => {
    expect(isRobotUrl(kind, url)).toBe(good)
  })
})

describe('a post', () => {
  it('of 钉钉 carries time and signature in the address', () => {
    const { url } = robotRequest(
      { kind: 'DINGTALK', url: 'https://x.example/send?access_token=a', secret: 'SEC1', text },
      NOW,
    )
    const query = new URL(url).searchParams
    expect(query.get('timestamp')).toBe(String(NOW))
    expect(query.get('sign')).toBe(createHmac('sha256', 'SEC1').update(`${NOW}\nSEC1`).digest('base64'))
    expect(query.get('access_token')).toBe('a')
  })

  it('of 飞书 is signed in the body, with time and secret as the key', () => {
    const { body } = robotRequest({ kind: 'FEISHU', url: 'https://x.example/', secret: 's', text }, NOW)
    expect(body).toEqual({
      timestamp: '1700000000',
      sign: createHmac('sha256', '1700000000\ns').update('').digest('base64'),
      msg_type: 'text',
      content: { text },
    })
  })

  it('of 企业微信 is plain, as the key stands in the address', () => {
    expect(robotRequest({ kind: 'WECOM', url: 'https://x.example/', secret: null, text }, NOW).body).toEqual({
      msgtype: 'text',
      text: { content: text },
    })
  })
})

describe('what came of it', () => {
  let server: Server
  let answer: { status: number; body: string } = { status: 200, body: '{"errcode":0}' }
  let url = ''
  const heard: string[] = []
  beforeAll(async () => {
    server = createServer((request, response) => {
      request.on('data', (part) => heard.push(String(part)))
      request.on('end', () => response.writeHead(answer.status, { location: 'http://127.0.0.1:1/' }).end(answer.body))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as { port: number }).port}/`
  })
  afterAll(() => server.close())

  it.each([
    [200, '{"errcode":0}', { sent: true }],
    [200, '{"code":0,"msg":"success"}', { sent: true }],
    [200, '{"errcode":93000}', { sent: false, later: false, reason: 'robot-93000' }],
    [200, '{"errcode":45009}', { sent: false, later: true, reason: 'robot-45009' }],
    [200, 'not json', { sent: false, later: true, reason: 'no-connection' }],
    [500, '', { sent: false, later: true, reason: 'http-500' }],
    [404, '', { sent: false, later: false, reason: 'http-404' }],
    [302, '', { sent: false, later: true, reason: 'no-connection' }],
  ])('%i %s', async (status, body, outcome) => {
    answer = { status, body }
    expect(await postToRobot({ kind: 'WECOM', url, secret: null, text })).toEqual(outcome)
    expect(heard.join('')).toContain(text)
  })

  it('an unreachable platform may work later', async () => {
    expect(await postToRobot({ kind: 'WECOM', url: 'http://127.0.0.1:1/', secret: null, text })).toMatchObject({
      later: true,
    })
  })
})
