import { posix } from 'node:path'
import {
  BYTES,
  CACHING,
  COMMON_HEADERS,
  FEED_TYPES,
  type HeaderOptions,
  HSTS,
  OPENER_RULES,
  type PathRule,
  policyRules,
  SHARED_DATA,
  TYPES,
} from './headers.ts'

/** Where a site is published and how it is reached. */
export interface ServerOptions extends HeaderOptions {
  /** The folder that `npm run release -- --to` writes. */
  releases: string
  /** `/`, or the path below which the site lives: `/topic/`. */
  base?: string
  /** What the server listens on, each as its configuration writes it. */
  listen?: readonly string[]
  /** Name of the host, `_` (nginx) or nothing for any. */
  host?: string
  log?: string
}

const NOTE = (server: string) =>
  `# ${server} for the site. Written by \`npm run server-config\` from scripts/lib/headers.ts: change that, not this.`

const slashed = (base: string) => (base.endsWith('/') ? base : `${base}/`)

/**
 * A configuration for nginx, to be included in its `http` block (Debian: a file in conf.d or sites-enabled).
 * Needs nginx ≥ 1.18 and the module for precompressed brotli (Debian: libnginx-mod-http-brotli-static).
 */
export function nginxConfig(options: ServerOptions): string {
  const { releases, host = '_', log = '/var/log/nginx/yifang.log' } = options
  const base = slashed(options.base ?? '/')
  const listen = options.listen ?? ['80', '[::]:80']
  const root = `${releases}/current/site`
  const map = (name: string, rules: readonly PathRule[]) =>
    [
      `map $site_path $${name} {`,
      ...rules.map(({ pattern, value }) => `  ${pattern ? `"~${pattern}"` : 'default'} "${value}";`),
      '}',
    ].join('\n')
  const add = (name: string, value: string) => `  add_header ${name} ${value} always;`
  const inside = base === '/' ? `root ${root};` : `alias ${root}/;`
  // A location of an alias must say which file it means.
  const feed = (extension: 'xml' | 'json') =>
    base === '/'
      ? `  location ~ ^/feeds/.+\\.${extension}$ { types {} default_type "${FEED_TYPES[extension]}"; root ${root}; }`
      : `  location ~ ^${base}(feeds/.+\\.${extension})$ { types {} default_type "${FEED_TYPES[extension]}"; alias ${root}/$1; }`
  return `${NOTE('nginx')}

# Redirect maps hold long addresses.
map_hash_bucket_size 256;
map_hash_max_size 65536;

# Addresses as the site names them, without the path that it lives below.
map $uri $site_path {
  ${base === '/' ? '' : `"~^${base.slice(0, -1)}(?<below>/.*)$" $below;\n  `}default $uri;
}
${map('site_caching', CACHING)}
${map('site_policy', policyRules(options))}
${map('site_opener', OPENER_RULES)}
map $site_path $site_sharing { "~${SHARED_DATA}" "*"; default ""; }
# Only where the site has the host to itself: it speaks for every page of the host, and lasts a year.
map $https $site_hsts { ${base === '/' ? `on "${HSTS}"; ` : ''}default ""; }
# Old addresses of the release that was current when nginx read this: reload it after a release.
map $uri $site_moved { default ""; include ${releases}/current/redirects.nginx*.map; }
# Behind an anchor, what was asked for would be part of the anchor.
map $site_moved $site_moved_args { "~#" ""; default $is_args$args; }

# Logs without the visitor: no full address, no words searched for, no browser's name.
map $remote_addr $site_visitor {
  "~^(?<v4>\\d+\\.\\d+\\.\\d+)\\." $v4.0;
  "~^(?<v6>[0-9a-f]*:[0-9a-f]*:[0-9a-f]*):" $v6::;
  default 0.0.0.0;
}
log_format yifang '$site_visitor - - [$time_local] "$request_method $uri $server_protocol" $status $body_bytes_sent "-" "-"';

server {
${listen.map((address) => `  listen ${address};`).join('\n')}
  server_name ${host};
  server_tokens off;
  access_log ${log} yifang;
  # Errors are written down with the visitor's address and all that was asked for: only what needs somebody at once.
  error_log ${posix.join(posix.dirname(log), 'yifang-errors.log')} crit;
  log_not_found off;

  # Redirects name no host and no port: they hold behind any proxy.
  absolute_redirect off;
  index index.html;
  types {
${Object.entries(TYPES)
  .map(([extension, type]) => `    "${type}" ${extension};`)
  .join('\n')}
  }
  default_type application/octet-stream;

  sendfile on;
  tcp_nopush on;
  gzip off;
  gzip_static on;
  brotli_static on;
  gzip_vary on;

${Object.entries(COMMON_HEADERS)
  .map(([name, value]) => add(name, `"${value}"`))
  .join('\n')}
${add('content-security-policy', '$site_policy')}
${add('cross-origin-opener-policy', '$site_opener')}
${add('cache-control', '$site_caching')}
${add('access-control-allow-origin', '$site_sharing')}
${add('strict-transport-security', '$site_hsts')}

  if ($site_moved) { return 301 $site_moved$site_moved_args; }
  # A folder without a page is no address, and nobody is told that it is there.
  error_page 404 ${base}404.html;
  error_page 403 =404 ${base}404.html;
${feed('xml')}
${feed('json')}
  location ${base} { ${inside} }
${base === '/' ? '' : `  location = ${base.slice(0, -1)} { return 301 ${base}; }\n  location / { return 404; }\n`}}
`
}

/** A configuration for Caddy ≥ 2.6, which serves zstd as well and fetches its own certificates. */
export function caddyConfig(options: ServerOptions): string {
  const { releases, host = 'example.cn', log = '/var/log/caddy/yifang.log' } = options
  const base = slashed(options.base ?? '/')
  const addresses = options.listen ?? [host]
  const rules = (header: string, list: readonly PathRule[]) =>
    list
      .map(({ pattern, value }, at) => {
        // Caddy takes the last that holds, the list means the first.
        const before = list.slice(0, at).filter((rule) => rule.pattern)
        const name = `@${header.replaceAll('-', '')}${at}`
        const conditions = [
          ...(pattern ? [`path_regexp ${pattern}`] : []),
          ...before.map((rule) => `not path_regexp ${rule.pattern}`),
        ]
        const matcher = conditions.length > 0 ? `    ${name} {\n      ${conditions.join('\n      ')}\n    }\n` : ''
        return `${matcher}    header ${conditions.length > 0 ? `${name} ` : ''}${header} "${value}"`
      })
      .join('\n')
  const types = Object.entries(TYPES)
    .map(
      ([extension, type]) => `    @${extension} path *.${extension}\n    header @${extension} content-type "${type}"`,
    )
    .join('\n')
  return `${NOTE('Caddy')}

${addresses.join(', ')} {
  log {
    output file ${log}
    # Without the visitor: no full address, no words searched for, no headers.
    format filter {
      wrap json
      fields {
        request>remote_ip ip_mask {
          ipv4 24
          ipv6 32
        }
        request>client_ip ip_mask {
          ipv4 24
          ipv6 32
        }
        request>remote_port delete
        request>headers delete
        request>host delete
        resp_headers delete
        request>uri regexp "[?].*" ""
      }
    }
  }
  # Old addresses of the release that was current when Caddy read this: reload it after a release.
  import ${releases}/current/redirects*.caddy
${base === '/' ? '' : `  redir ${base.slice(0, -1)} ${base} 301\n`}
  handle_path ${base}* {
${types}
    @bytes path *.pf_index *.pf_fragment *.pf_filter *.pf_meta *.pagefind
    header @bytes content-type "${BYTES}"
    # A folder is a page, and pages are html.
    @folder path */ /
    header @folder content-type "${TYPES.html}"
    @atom path_regexp ^/feeds/.+[.]xml$
    header @atom content-type "${FEED_TYPES.xml}"
    @jsonfeed path_regexp ^/feeds/.+[.]json$
    header @jsonfeed content-type "${FEED_TYPES.json}"
${Object.entries(COMMON_HEADERS)
  .map(([name, value]) => `    header ${name} "${value}"`)
  .join('\n')}
    header -server
    header vary accept-encoding
    @written not method GET HEAD
    respond @written 405
${rules('content-security-policy', policyRules(options))}
${rules('cross-origin-opener-policy', OPENER_RULES)}
${rules('cache-control', CACHING)}
    @shared path_regexp ${SHARED_DATA}
    header @shared access-control-allow-origin *
${base === '/' ? `    # It speaks for every page of the host, and lasts a year.\n    @secure protocol https\n    header @secure strict-transport-security "${HSTS}"\n` : ''}
    root * ${releases}/current/site
    file_server {
      precompressed zstd br gzip
    }
  }
${base === '/' ? '' : '  handle {\n    respond 404\n  }\n'}  handle_errors {
    root * ${releases}/current/site
    rewrite * /404.html
    header content-type "${TYPES.html}"
    header cache-control no-cache
    file_server {
      precompressed zstd br gzip
    }
  }
}
`
}
