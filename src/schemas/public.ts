/** Names of hosts that only a machine or an office has. */
const OWN_NAME = /(?:^|\.)(?:localhost|local|lan|internal|intranet|home|corp)$/i

/** Addresses of networks that are not the Internet: RFC 1918, RFC 6598, loopback, link-local. */
const OWN_NUMBER = /^(?:0|10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./

/** Whether a host, as `URL` writes it, may be found from anywhere; names without a domain and IPv6 addresses are not what a site is called. */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '')
  return /^[^.].*\.[^.]+$/.test(host) && !OWN_NAME.test(host) && !OWN_NUMBER.test(host)
}

/**
 * Whether readers can go there: not a machine's or an office's own address, none that brings somebody's name and password
 * along. Whether anything answers is not asked.
 * @param address an absolute address; what is none leads nowhere
 */
export function isPublicAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { hostname, username, password } = new URL(address)
  return !username && !password && isPublicHost(hostname)
}

/** Said where it is not. */
export const NOT_PUBLIC = '这个网址读者打不开：是本机或单位内网的地址，或者带着账号密码'
