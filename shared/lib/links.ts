/** Hosts that a page may lead to: registers and publishers of standards. Any other address is shown, never opened. */
export const linkHosts = [
  'std.samr.gov.cn',
  'openstd.samr.gov.cn',
  'hbba.sacinfo.org.cn',
  'dbba.sacinfo.org.cn',
  'www.ttbz.org.cn',
  'www.qybz.org.cn',
  'www.sac.gov.cn',
  'www.samr.gov.cn',
  'www.iso.org',
  'webstore.iec.ch',
  'www.iec.ch',
  'www.oiml.org',
  'webdesk.jsa.or.jp',
  'www.jisc.go.jp',
  'github.com',
] as const

/** The host of an https address without port, user or spaces; null for anything else. */
export const hostOfLink = (url: string): string | null => /^https:\/\/([a-z0-9.-]+)(?:[/?#][^\s\\]*)?$/i.exec(url)?.[1]?.toLowerCase() ?? null

/** True when `url` may be opened in the system's browser. */
export const isListedLink = (url: string): boolean => {
  const host = hostOfLink(url)
  return host !== null && (linkHosts as readonly string[]).includes(host)
}
