const NAMES: Record<string, string> = {
  harmony: 'HarmonyOS',
  android: 'Android',
  ios: 'iPhone / iPad',
  windows: 'Windows',
  mac: 'Mac',
  linux: 'Linux',
  wechat: '微信',
  dingtalk: '钉钉',
  edge: 'Edge',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
}

/** "windows/edge" as people write it: "Windows · Edge"; null when nothing is known. */
export function deviceName(device: string | null): string | null {
  const known = (device ?? '').split('/').flatMap((part) => NAMES[part] ?? [])
  return known.length > 0 ? known.join(' · ') : null
}
