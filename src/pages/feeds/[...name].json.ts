import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { jsonFeed } from '../../feeds/json-feed.ts'
import { origin } from '../../urls/url.ts'
import { feedOf, feedPlans } from '../../views/feeds.ts'

export const getStaticPaths = (async () =>
  feedPlans(await loadCatalogue()).map((plan) => ({
    params: { name: plan.name },
    props: { plan },
  }))) satisfies GetStaticPaths

/** A feed as JSON Feed. */
export const GET: APIRoute = async ({ props: { plan }, site }) =>
  new Response(JSON.stringify(jsonFeed(await feedOf(plan, await loadCatalogue(), origin(site)))), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  })
