const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, 'harmony'],
  [/Android/i, 'android'],
  [/iPhone|iPad|iPod/i, 'ios'],
  [/Windows/i, 'windows'],
  [/Mac OS X|Macintosh/i, 'mac'],
  [/Linux/i, 'linux'],
]
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/i, 'wechat'],
  [/DingTalk/i, 'dingtalk'],
  [/Edg/i, 'edge'],
  [/Firefox/i, 'firefox'],
  [/Chrome|Chromium|CriOS/i, 'chrome'],
  [/Safari/i, 'safari'],
]

/** A coarse label of a device ("windows/edge") from its User-Agent, so that its owner knows it again; null when nothing fits. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1]
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1]
  return system || browser ? `${system ?? '?'}/${browser ?? '?'}` : null
}
