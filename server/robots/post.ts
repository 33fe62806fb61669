import 'server-only'
import { createHmac } from 'node:crypto'

export type RobotKind = 'WECOM' | 'DINGTALK' | 'FEISHU'
export type RobotPost = { kind: RobotKind; url: string; secret: string | null; text: string }
/** What came of it. `later`: it may work another time. */
export type RobotOutcome = { sent: true } | { sent: false; later: boolean; reason: string }
export type PostToRobot = (post: RobotPost) => Promise<RobotOutcome>

/** The one host that each kind of robot lives on: an address anywhere else is refused, so that no officer sends our server about. */
export const ROBOT_HOSTS: Record<RobotKind, string> = {
  WECOM: 'qyapi.weixin.qq.com',
  DINGTALK: 'oapi.dingtalk.com',
  FEISHU: 'open.feishu.cn',
}

/** Whether this is the address of a robot of that kind. */
export function isRobotUrl(kind: RobotKind, text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, port, username } = new URL(text)
  return protocol === 'https:' && hostname === ROBOT_HOSTS[kind] && port === '' && username === ''
}

/** The address and body of a post, signed as each platform asks. `now` in milliseconds. Source: the platforms' own pages on custom robots. */
export function robotRequest(post: RobotPost, now: number): { url: string; body: unknown } {
  const { kind, url, secret, text } = post
  if (kind === 'WECOM') return { url, body: { msgtype: 'text', text: { content: text } } }
  if (kind === 'DINGTALK') {
    const signed = new URL(url)
    if (secret) {
      signed.searchParams.set('timestamp', String(now))
      signed.searchParams.set('sign', hmac(secret, `${now}\n${secret}`))
    }
    return { url: signed.href, body: { msgtype: 'text', text: { content: text } } }
  }
  const seconds = String(Math.floor(now / 1000))
  // 飞书 signs nothing with the time and the secret as the key.
  const sign = secret ? { timestamp: seconds, sign: hmac(`${seconds}\n${secret}`, '') } : {}
  return { url, body: { ...sign, msg_type: 'text', content: { text } } }
}

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64')

/** Codes by which the platforms say "too many"; the post may be tried again. */
const TOO_MANY = new Set([45009, 130101, 11232, 9499])

/** Posts to the robot; a wrong key or signature is for good, a busy or unreachable platform is not. Follows no redirect. */
export const postToRobot: PostToRobot = async (post) => {
  const { url, body } = robotRequest(post, Date.now())
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(15_000),
    })
    if (response.status >= 500 || response.status === 429)
      return { sent: false, later: true, reason: `http-${response.status}` }
    if (!response.ok) return { sent: false, later: false, reason: `http-${response.status}` }
    const said = (await response.json()) as { errcode?: number; code?: number }
    const code = said.errcode ?? said.code ?? 0
    return code === 0 ? { sent: true } : { sent: false, later: TOO_MANY.has(code), reason: `robot-${code}` }
  } catch {
    return { sent: false, later: true, reason: 'no-connection' }
  }
}
